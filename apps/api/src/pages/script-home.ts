/** The page of those who are signed in: who they are, and what they may do. */
export const homeScript = `
const VIEWER = 'query Page { viewer { email permissions member { name roles } organization { name demo timeZone sealPolicy } } }';

async function fillHome() {
  const { data, fault, code } = await ask(VIEWER);
  if (!data?.viewer) {
    first('[data-fault]').textContent = code === 'UNAUTHENTICATED' || fault === undefined ? texts.notAccepted : fault;
    return;
  }
  const { email, permissions, member, organization } = data.viewer;
  const fill = (key, value) => (first('[data-fill=' + key + ']').textContent = value);
  fill('hello', texts.hello.replace('{name}', member.name));
  fill('organization', organization.name + (organization.demo ? ' (' + texts.demo + ')' : ''));
  fill('roles', member.roles.map((role) => texts.roles[role] ?? role).join(', '));
  fill('email', email);
  fill('timeZone', organization.timeZone.replaceAll('_', ' '));
  fill('seal', texts.seal[organization.sealPolicy] ?? organization.sealPolicy);
  const allowed = new Set(permissions);
  for (const group of all('[data-rights]')) {
    const entries = all('[data-permission]', group);
    for (const entry of entries) entry.hidden = !allowed.has(entry.dataset.permission);
    const granted = entries.filter((entry) => !entry.hidden).length;
    group.classList.toggle('none', granted === 0);
    first('[data-count]', group).textContent = texts.rights.replace('{n}', granted).replace('{all}', entries.length);
  }
}

for (const link of all('[data-query]')) {
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openExplorer({ query: link.dataset.query });
  });
}

first('[data-sign-out]')?.addEventListener('click', async () => {
  const { fault, code } = await change('signOut');
  if (fault === undefined || code === 'UNAUTHENTICATED') return location.replace('/');
  first('[data-fault]').textContent = fault;
});

if (document.body.dataset.page === 'home') void fillHome();

/* A page from the back-forward cache shows who was signed in then. */
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
`;
