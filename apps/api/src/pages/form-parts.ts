import { markup, type Markup, nothing } from './markup';
import { texts } from './texts';

interface FieldOptions {
  readonly type?: 'text' | 'email' | 'password' | 'select';
  readonly autocomplete: string;
  /** The name in the mutation's input; also the last part of the path of its errors. */
  readonly name?: string;
  readonly optional?: boolean;
}

/** A labelled input with its hint and the place of its error, both tied to it for assistive technology. */
export function field(key: keyof typeof texts.fields, options: FieldOptions): Markup {
  const { label, hint } = texts.fields[key];
  const { type = 'text', name = key, autocomplete, optional = false } = options;
  const id = `field-${key}`;
  const describedBy = [`${id}-error`, ...(hint === '' ? [] : [`${id}-hint`])].join(' ');
  const presence = optional ? nothing : markup` required`;
  const control =
    type === 'select'
      ? markup`<select id="${id}" name="${name}" autocomplete="${autocomplete}" aria-describedby="${describedBy}"${presence}><option>UTC</option></select>`
      : markup`<input id="${id}" name="${name}" type="${type}" autocomplete="${autocomplete}" aria-describedby="${describedBy}"${plainText(type)}${presence}>`;
  const reveal = markup`<button class="reveal" type="button" data-reveal="${id}" data-of="${label}" aria-label="${texts.script.show}: ${label}">${texts.script.show}</button>`;
  return markup`<div class="field"><label for="${id}">${label}</label><div class="control">${control}${type === 'password' ? reveal : nothing}</div>
<p class="error" id="${id}-error" hidden></p>${hint === '' ? nothing : markup`<p class="hint" id="${id}-hint">${hint}</p>`}</div>`;
}

/** Addresses, tokens and passwords are no prose. */
const plainText = (type: string): Markup => (type === 'text' ? nothing : markup` autocapitalize="none" spellcheck="false"`);

/** A form that the script sends as a mutation. Without the script it goes nowhere: the policy forbids it, so that no secret gets into an address. */
export const form = (key: string, fields: readonly Markup[], button: string): Markup =>
  markup`<form method="post" novalidate data-form="${key}">${fields}<p class="alert" role="alert"></p><button class="primary" type="submit">${button}</button></form>`;
