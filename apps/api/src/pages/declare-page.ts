import { DECLARED_GROUPS, type Dimension, DIMENSIONS } from '@touchstone/interviewing/insights';
import { form } from './form-parts';
import { doorPage } from './layout';
import { markup, type Markup } from './markup';
import { declarationTexts as texts } from './declaration-texts';

/** One question with its groups; the empty choice comes first, so that nothing is said by looking at the page. */
function choice(dimension: Dimension): Markup {
  const id = `field-${dimension}`;
  const words: Readonly<Record<string, string>> = texts.groups[dimension];
  const options = DECLARED_GROUPS[dimension].map((group) => markup`<option value="${group}">${words[group] ?? group}</option>`);
  return markup`<div class="field"><label for="${id}">${texts.questions[dimension]}</label><div class="control"><select id="${id}" name="${dimension}" autocomplete="off" aria-describedby="${id}-error"><option value="">${texts.preferNot}</option>${options}</select></div>
<p class="error" id="${id}-error" hidden></p></div>`;
}

/** Behind the link that a candidate was sent: what she may declare, what becomes of it, and how she takes it back. */
export const declarePage = (): string =>
  doorPage({
    name: 'declare',
    title: texts.title,
    body: markup`<div data-token="present">
<div data-step="declare"><h1>${texts.heading}</h1><p class="lead">${texts.lead}</p><ul class="help">${texts.promises.map((promise) => markup`<li>${promise}</li>`)}</ul>
${form('declare', DIMENSIONS.map(choice), texts.button)}
<details class="more"><summary>${texts.withdraw}</summary><p>${texts.withdrawLead}</p>${form('withdraw', [], texts.withdrawButton)}</details></div>
<div data-step="declared" tabindex="-1" hidden><h1>${texts.declared}</h1><p class="lead">${texts.declaredLead}</p></div>
<div data-step="withdrawn" tabindex="-1" hidden><h1>${texts.withdrawn}</h1><p class="lead">${texts.withdrawnLead}</p></div>
</div><div data-token="absent" hidden><h1>${texts.noToken}</h1><p class="lead">${texts.noTokenLead}</p></div>`,
  });
