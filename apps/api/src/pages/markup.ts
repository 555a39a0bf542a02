/** A piece of HTML that is safe to send: every value in it was escaped on the way in. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | readonly (string | Markup)[];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** Puts HTML together. Values are escaped unless they are Markup themselves. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.reduce((sofar, part, index) => sofar + textOf(values[index - 1] ?? '') + part));
}

export const nothing = new Markup('');

function textOf(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map((entry) => textOf(entry)).join('');
  return escapeHtml(String(value));
}
