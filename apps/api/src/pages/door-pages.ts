import { field, form } from './form-parts';
import { doorPage } from './layout';
import { markup, type Markup, nothing } from './markup';
import { texts } from './texts';

const sheetOf = ({ heading, lead }: { readonly heading: string; readonly lead: string }): Markup =>
  markup`<h1>${heading}</h1><p class="lead">${lead}</p>`;
const linkTo = (address: string, label: string): Markup => markup`<p><a class="primary" href="${address}">${label}</a></p>`;
const newPassword = field('newPassword', { type: 'password', name: 'password', autocomplete: 'new-password' });

/** Sign in; where there is a demonstration organization, also how to look around in it. */
export const signInPage = ({ demo }: { readonly demo: boolean }): string => {
  const fields = [
    field('email', { type: 'email', autocomplete: 'username' }),
    field('password', { type: 'password', autocomplete: 'current-password' }),
    markup`<details class="more"><summary>${texts.signIn.several}</summary>${field('organization', { autocomplete: 'organization', optional: true })}</details>`,
  ];
  return doorPage({
    name: 'sign-in',
    title: texts.signIn.title,
    body: markup`${sheetOf(texts.signIn)}${form('sign-in', fields, texts.signIn.button)}<p class="help">${texts.signIn.help}</p>${demo ? demoHelp() : nothing}`,
  });
};

const demoHelp = (): Markup => markup`<details class="demo" open><summary>${texts.demo.summary}</summary>
<p>${texts.demo.lead}</p>${command(texts.demo.command)}<p>${texts.demo.paste}</p>
${form('token', [field('token', { type: 'password', autocomplete: 'off' })], texts.demo.button)}</details>`;

const command = (text: string): Markup =>
  markup`<p class="command"><code>${text}</code><button type="button" class="quiet" data-copy="${text}" hidden>${texts.script.copy}</button></p>`;

/** Nobody is here yet: where the setup link is found. */
export const emptyPage = (): string => {
  const address = markup`<span class="command"><code>${texts.empty.line}</code></span>`;
  return doorPage({
    name: 'empty',
    title: texts.empty.title,
    body: markup`${sheetOf(texts.empty)}<ol class="steps">${texts.empty.steps.map((step, index) => markup`<li>${step}${index === 1 ? address : nothing}</li>`)}</ol><p class="help">${texts.empty.again}</p>`,
  });
};

/** The form behind the setup link. */
export const setupPage = (): string =>
  doorPage({
    name: 'setup',
    title: texts.setup.title,
    body: withToken(
      markup`${sheetOf(texts.setup)}${form(
        'setup',
        [
          field('organizationName', { autocomplete: 'organization' }),
          field('name', { autocomplete: 'name' }),
          field('email', { type: 'email', autocomplete: 'username' }),
          newPassword,
          field('timeZone', { type: 'select', autocomplete: 'off' }),
        ],
        texts.setup.button,
      )}`,
      markup`${sheetOf({ heading: texts.setup.noToken, lead: texts.setup.noTokenLead })}`,
    ),
  });

/** Somebody was quicker, or it is long done. */
export const setupOverPage = (): string =>
  doorPage({
    name: 'setup-over',
    title: texts.setup.title,
    body: markup`${sheetOf({ heading: texts.setup.over, lead: texts.setup.overLead })}${linkTo('/', texts.setup.toSignIn)}`,
  });

/** The form behind an invitation. */
export const joinPage = (): string =>
  doorPage({
    name: 'join',
    title: texts.join.title,
    body: withToken(
      markup`${sheetOf(texts.join)}${form('join', [field('name', { autocomplete: 'name' }), newPassword], texts.join.button)}`,
      markup`${sheetOf({ heading: texts.join.noToken, lead: texts.join.noTokenLead })}${linkTo('/', texts.join.toSignIn)}`,
    ),
  });

/** Only the browser keeps the token, so only there is known whether there is one. */
const withToken = (present: Markup, absent: Markup): Markup =>
  markup`<div data-token="present">${present}</div><div data-token="absent" hidden>${absent}</div>`;

/** There is nothing here; what there is. */
export function missingPage({ explorer }: { readonly explorer: boolean }): string {
  const { missing } = texts;
  const addresses: readonly (readonly [string, string])[] = [
    ['/', missing.start],
    ...(explorer ? [['/graphiql', missing.explorer] as const] : []),
  ];
  const links = addresses.map(([address, says]) => markup`<li><a href="${address}">${says}</a></li>`);
  return doorPage({
    name: 'missing',
    title: missing.title,
    body: markup`${sheetOf(missing)}<ul class="ways">${links}</ul><p class="help">${missing.help}</p>`,
  });
}

export const unavailablePage = (): string =>
  doorPage({
    name: 'unavailable',
    title: texts.unavailable.title,
    body: markup`${sheetOf(texts.unavailable)}${linkTo('', texts.unavailable.button)}`,
  });
