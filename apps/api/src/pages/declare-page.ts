import { DECLARED_GROUPS, type Dimension, DIMENSIONS } from '@touchstone/interviewing/insights';
import { declarationTexts as texts } from './declaration-texts';
import { form } from './form-parts';
import { doorPage } from './layout';
import { markup, type Markup, nothing } from './markup';

/** One question with its groups; the empty choice comes first, so that nothing is said by looking at the page. */
function choice(dimension: Dimension): Markup {
  const id = `field-${dimension}`;
  const words: Readonly<Record<string, string>> = texts.groups[dimension];
  const options = DECLARED_GROUPS[dimension].map((group) => markup`<option value="${group}">${words[group] ?? group}</option>`);
  return markup`<div class="field"><label for="${id}">${texts.questions[dimension]}</label><div class="control"><select id="${id}" name="${dimension}" autocomplete="off" aria-describedby="${id}-error"><option value="">${texts.preferNot}</option>${options}</select></div>
<p class="error" id="${id}-error" hidden></p></div>`;
}

/** One state of the page. Which it is, the script finds out: only there is the link known. */
const step = (name: string, { heading, lead }: { readonly heading: string; readonly lead: string }, rest: Markup = nothing): Markup =>
  markup`<section class="step" data-step="${name}" tabindex="-1" hidden>${asking}<h1>${heading}</h1><p class="lead">${lead}</p>${rest}</section>`;

const asking = markup`<p class="asking" data-asking hidden></p>`;
const again = (label: string): Markup => markup`<p><button class="quiet" type="button" data-to="declare">${label}</button></p>`;
const takeBack = form('withdraw', [], texts.withdrawButton);

const declaring = markup`<ul class="promises">${texts.promises.map((promise) => markup`<li>${promise}</li>`)}</ul>
${form('declare', DIMENSIONS.map(choice), texts.button)}
<p class="help" data-until hidden></p>
<details class="more"><summary>${texts.withdraw}</summary><p class="help">${texts.withdrawLead}</p>${takeBack}</details>`;

const saying = markup`<dl class="pairs card" data-said></dl>
<p class="notice" data-earlier hidden>${texts.earlierLink}</p>
<p class="help">${texts.declaredHelp}</p>${again(texts.change)}${takeBack}`;

/** Behind the link that a candidate was sent: who asks, what she may declare, what becomes of it, and how she takes it back. */
export const declarePage = (): string =>
  doorPage({
    name: 'declare',
    title: texts.title,
    body: markup`<div data-token="present"><p class="lead" data-step="checking" role="status">${texts.checking}</p>
${step('declare', texts.declare, declaring)}
${step('declared', texts.declared, saying)}
${step('withdrawn', texts.withdrawn, again(texts.anew))}
${step('over', texts.over, markup`<p class="help">${texts.overHelp}</p>${takeBack}`)}
${step('unknown', texts.unknown)}
${step('failed', texts.failed, markup`<p class="alert" role="alert" data-fault></p><p><a class="primary" href="">${texts.retry}</a></p>`)}
</div><div data-token="absent" hidden><h1>${texts.noToken.heading}</h1><p class="lead">${texts.noToken.lead}</p><p class="help">${texts.noToken.help}</p></div>`,
  });
