/** The forms: what each sends, and how what is wrong is shown. */
export const formScript = `
const forms = {
  'sign-in': { mutation: 'signIn', type: 'SignInInput', done: () => location.replace('/') },
  setup: { mutation: 'completeSetup', type: 'CompleteSetupInput', token: true, done: () => location.replace('/') },
  join: { mutation: 'acceptInvitation', type: 'AcceptInvitationInput', token: true, done: () => location.replace('/') },
  declare: { mutation: 'declareGroups', type: 'DeclareGroupsInput', token: true, stays: true, wanted: ' ... on DeclareGroupsPayload { hasEarlierLink }', done: (input, answer) => sayDeclared(answer) },
  withdraw: { mutation: 'withdrawDeclaration', type: 'WithdrawDeclarationInput', token: true, stays: true, done: () => sayWithdrawn() },
  token: { done: ({ token }) => openExplorer({ token }) },
};

/** The token of the address moves into the history entry: a reload keeps it, the address bar and copies of it do not. */
function takeToken() {
  const parameters = new URLSearchParams(location.search);
  const given = parameters.get('token');
  if (given) history.replaceState({ token: given }, '', location.pathname);
  return given ?? history.state?.token ?? null;
}

function tell(form, fieldName, message) {
  const control = fieldName && form.elements.namedItem(fieldName);
  if (!control) {
    const alert = first('.alert', form);
    alert.textContent = message;
    return alert;
  }
  const error = document.getElementById(control.id + '-error');
  error.textContent = message;
  error.hidden = false;
  control.setAttribute('aria-invalid', 'true');
  const folded = control.closest('details');
  if (folded) folded.open = true;
  return control;
}

function clear(form) {
  first('.alert', form).textContent = '';
  for (const control of all('[aria-invalid]', form)) clearField(control);
}

function clearField(control) {
  control.removeAttribute('aria-invalid');
  const error = document.getElementById(control.id + '-error');
  error.textContent = '';
  error.hidden = true;
}

/** What can be said before anything is sent: the first fault gets the focus. */
function check(form) {
  const faults = [];
  for (const control of all('input, select', form)) {
    const value = control.value.trim();
    if (control.required && value === '') faults.push(tell(form, control.name, texts.required));
    else if (control.type === 'email' && value !== '' && !/^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$/.test(value)) faults.push(tell(form, control.name, texts.notEmail));
    else if (control.name === 'token' && !/^[A-Za-z0-9_-]{20,200}$/.test(value)) faults.push(tell(form, control.name, texts.notToken));
  }
  faults[0]?.focus();
  return faults.length === 0;
}

function inputOf(form, token) {
  const input = token === null ? {} : { token };
  for (const [name, value] of new FormData(form)) {
    const sent = name === 'password' ? value : value.trim();
    if (sent !== '') input[name] = sent;
  }
  return input;
}

function wire(form, token) {
  const plan = forms[form.dataset.form];
  const button = first('button[type=submit]', form);
  const label = button.textContent;
  const busy = (on) => {
    form.setAttribute('aria-busy', String(on));
    button.setAttribute('aria-disabled', String(on));
    button.textContent = on ? texts.busy : label;
  };
  form.addEventListener('input', ({ target }) => target.hasAttribute('aria-invalid') && clearField(target));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-disabled') === 'true') return;
    clear(form);
    if (!check(form)) return;
    const input = inputOf(form, plan.token ? token : null);
    if (!plan.mutation) return plan.done(input);
    busy(true);
    const { data, fault, path } = await change(plan.mutation, plan.type, input, plan.wanted);
    if (fault !== undefined || plan.stays) busy(false);
    if (fault === undefined) return plan.done(input, data);
    const at = tell(form, path.at(-1), fault);
    if (at.matches('input, select')) at.focus();
  });
}

const token = takeToken();
for (const part of all('[data-token]')) part.hidden = (part.dataset.token === 'present') === (token === null);
for (const form of all('form[data-form]')) wire(form, token);

for (const button of all('[data-reveal]')) {
  button.addEventListener('click', () => {
    const input = document.getElementById(button.dataset.reveal);
    const shown = input.type === 'text';
    input.type = shown ? 'password' : 'text';
    button.textContent = shown ? texts.show : texts.hide;
    button.setAttribute('aria-label', button.textContent + ': ' + button.dataset.of);
  });
}

for (const button of all('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = texts.copied;
    setTimeout(() => (button.textContent = texts.copy), 2000);
  });
}

for (const select of all('select[name=timeZone]')) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const zones = new Set(['UTC', here, ...(Intl.supportedValuesOf?.('timeZone') ?? [])]);
  select.replaceChildren(...[...zones].sort().map((zone) => new Option(zone.replaceAll('_', ' '), zone, zone === here, zone === here)));
}
`;
