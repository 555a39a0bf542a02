import { declarationTexts as texts } from './declaration-texts';

/** The page of a declaration: looks the link up before it shows a form, and says what was declared for as long as the page is open. */
export const declareScript = `
const declaring = ${JSON.stringify(texts.script)};

/** Shows one part of a page that has several, and leads there. */
function step(name) {
  for (const part of all('[data-step]')) part.hidden = part.dataset.step !== name;
  first('[data-step="' + name + '"]').focus();
}

async function lookUpLink() {
  const { data, fault, code } = await ask('query Page($token: String!) { declarationLink(token: $token) { organizationName expiresAt open } }', { token });
  if (fault !== undefined && code !== 'BAD_USER_INPUT') {
    first('[data-fault]').textContent = fault;
    return step('failed');
  }
  const link = data?.declarationLink ?? null;
  if (link === null) return step('unknown');
  for (const line of all('[data-asking]')) {
    line.textContent = declaring.asks.replace('{organization}', link.organizationName);
    line.hidden = false;
  }
  const until = first('[data-until]');
  until.textContent = declaring.until.replace('{day}', new Date(link.expiresAt).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long' }));
  until.hidden = false;
  step(link.open ? 'declare' : 'over');
}

/** What stands in the form is what is kept now; it is not asked for again, since whoever holds the link could. */
function sayDeclared({ hasEarlierLink }) {
  const pairs = all('[data-step=declare] select').map((control) => {
    const pair = document.createElement('div');
    const [question, answer] = [document.createElement('dt'), document.createElement('dd')];
    question.textContent = control.labels[0].textContent;
    answer.textContent = control.selectedOptions[0].textContent;
    pair.append(question, answer);
    return pair;
  });
  first('[data-said]').replaceChildren(...pairs);
  first('[data-earlier]').hidden = !hasEarlierLink;
  step('declared');
}

function sayWithdrawn() {
  const open = first('[data-until]').hidden === false && first('[data-step=over]').hidden;
  first('[data-step=withdrawn] [data-to]').hidden = !open;
  first('form[data-form=declare]').reset();
  step('withdrawn');
}

for (const button of all('[data-to]')) button.addEventListener('click', () => step(button.dataset.to));
if (document.body.dataset.page === 'declare' && token !== null) lookUpLink();
`;
