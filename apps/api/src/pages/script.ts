import { declareScript } from './script-declare';
import { formScript } from './script-forms';
import { homeScript } from './script-home';
import { texts } from './texts';

/** What runs in the browser: plain JavaScript, no framework, no address but this server's. */
export const script = `(() => {
'use strict';
const texts = ${JSON.stringify(texts.script)};

/** Asks /graphql. Gives { data }, or { fault, path } with a message for people. */
async function ask(query, variables = {}) {
  let response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
  } catch {
    return { fault: texts.offline, path: [] };
  }
  const answer = await response.json().catch(() => null);
  const error = answer?.errors?.[0];
  if (error) return { fault: besideField(error), code: error.extensions?.code, path: error.extensions?.path ?? [] };
  return answer?.data ? { data: answer.data } : { fault: texts.unreadable, path: [] };
}

/** Beside its field a message need not say where it belongs: "Must not be empty". */
function besideField({ message, extensions }) {
  const [fault] = extensions?.faults ?? [];
  const where = fault ? fault.path.join('.') : '';
  if (!fault || !fault.message.startsWith(where)) return message;
  const said = fault.message.slice(where.length).replace(/^[: ]+/, '');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** Runs a mutation whose answer is a union of its payload and typed errors. 'wanted' is what is asked of the payload. */
async function change(name, inputType, input, wanted = '') {
  const refusal = '__typename ... on DomainError { code message path }' + wanted;
  const asked = inputType
    ? await ask('mutation Page($input: ' + inputType + '!) { ' + name + '(input: $input) { ' + refusal + ' } }', { input })
    : await ask('mutation Page { ' + name + ' { ' + refusal + ' } }');
  if (!asked.data) return asked;
  const answer = asked.data[name];
  return answer.message === undefined ? { data: answer } : { fault: answer.message, code: answer.code, path: answer.path };
}

/** Tells GraphiQL what to open with; it forgets it as soon as it has read it. */
function openExplorer(handed) {
  sessionStorage.setItem('touchstone.explorer', JSON.stringify(handed));
  location.assign('/graphiql');
}

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const first = (selector, within = document) => within.querySelector(selector);
${formScript}
${declareScript}
${homeScript}
})();
`;
