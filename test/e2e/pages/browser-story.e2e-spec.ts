import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { World } from '@touchstone/testing';
import { OfferSetup } from '../../../apps/api/src/features/identity';
import { FoundOrganization } from '../../../apps/api/src/features/organizations';
import { browserIsHere, openBrowser, Window } from './browser-window';

const password = 'kelp tango under violet rain';
const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { __typename ... on DomainError { message } } }';
const SET_UP = 'mutation($input: CompleteSetupInput!) { completeSetup(input: $input) { __typename ... on DomainError { message } } }';
const INVITE = 'mutation($input: InviteMemberInput!) { inviteMember(input: $input) { ... on InviteMemberPayload { link } } }';

describe(`from an empty installation to the first colleague, ${browserIsHere ? 'in a browser' : 'over HTTP, as there is no browser here'}`, () => {
  let world: World;
  let link: string;
  beforeAll(async () => {
    world = await World.open();
    link = (await world.app.get(OfferSetup).execute(world.url)) ?? '';
  });
  afterAll(() => world.close());

  const story = browserIsHere ? inABrowser : overHttp;
  it('sets up, signs out and in, invites, joins, and asks in GraphiQL', () => story(), 120_000);

  async function inABrowser(): Promise<void> {
    const browser = await openBrowser();
    try {
      const window = await Window.open(browser, world.url);
      await setUp(window);
      await signOutAndIn(window);
      await inviteAndJoin(window);
      await tryTheFirstStep(window);
      await lookAroundWithAToken(window);
      expect(window.faults).toEqual([]);
    } finally {
      await browser.close();
    }
  }

  async function setUp(window: Window): Promise<void> {
    const { page } = window;
    await page.goto(link);
    expect(await window.heading()).toBe('Set up your organization');
    expect(page.url()).toBe(`${world.url}/setup`);
    await page.reload();
    expect(await window.layoutShift()).toBe(0);
    await page.getByRole('button', { name: 'Set up Touchstone' }).click();
    const organization = page.getByLabel('Name of your organization');
    expect(await organization.getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate('document.activeElement.name')).toBe('organizationName');
    await organization.fill('Northwind Data');
    expect(await organization.getAttribute('aria-invalid')).toBeNull();
    await page.getByLabel('Your name').fill('Ada Lovelace');
    // What is wrong in shape is said beside its field, without the path that programs go by.
    await page.getByLabel('E-mail').fill(`ada@${'northwind.'.repeat(26)}example`);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('Has 271 characters; at most 254 are allowed').waitFor();
    await page.getByLabel('E-mail').fill('ada@northwind.example');
    expect(await page.getByLabel('Time zone').inputValue()).toBe(
      await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
    );
    const secret = page.getByLabel('Password', { exact: true });
    await secret.fill('northwinddata123');
    await page.keyboard.press('Enter');
    await page.getByText('A password is not your e-mail address').waitFor();
    expect(await secret.getAttribute('aria-invalid')).toBe('true');
    const described = (await secret.getAttribute('aria-describedby'))?.split(' ')[0];
    expect(await page.locator(`#${described}`).textContent()).toContain('A password is not your e-mail address');
    await secret.fill(password);
    await page.keyboard.press('Enter');
    await window.expectHeading('Welcome, Ada Lovelace');
    expect(page.url()).toBe(`${world.url}/`);
    expect(await page.locator('[data-fill=organization]').textContent()).toBe('Northwind Data');
    expect(await window.layoutShift()).toBe(0);
    await page.getByText('Organization', { exact: true }).last().click();
    expect(await page.getByText('Invite members').isVisible()).toBe(true);
  }

  async function signOutAndIn(window: Window): Promise<void> {
    const { page } = window;
    await page.getByRole('button', { name: 'Sign out' }).click();
    await window.expectHeading('Sign in');
    expect(await window.layoutShift()).toBe(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ada@northwind.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('not what it is');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'do not go together' }).waitFor();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await window.expectHeading('Welcome, Ada Lovelace');
  }

  async function inviteAndJoin(window: Window): Promise<void> {
    const { page } = window;
    const invitation = await invite(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await window.expectHeading('Sign in');
    await page.goto('/join');
    await window.expectHeading('This address is not complete');
    await page.goto(`/join?token=${invitation}`);
    await window.expectHeading('You are invited');
    expect(page.url()).toBe(`${world.url}/join`);
    await page.getByLabel('Your name').fill('Bo Berg');
    await page.getByLabel('Password', { exact: true }).fill('seven quiet otters at dusk');
    await page.keyboard.press('Enter');
    await window.expectHeading('Welcome, Bo Berg');
    expect(await page.locator('[data-fill=roles]').textContent()).toBe('Interviewer');
  }

  /** With the administrator's cookie, as the page itself would ask. */
  async function invite(page: Page): Promise<string | null> {
    const input = { email: 'bo@northwind.example', roles: ['INTERVIEWER'], idempotencyKey: randomUUID() };
    const { data } = await (await page.request.post('/graphql', { data: { query: INVITE, variables: { input } } })).json();
    return new URL(data.inviteMember.link).searchParams.get('token');
  }

  async function tryTheFirstStep(window: Window): Promise<void> {
    const { page } = window;
    await page.getByRole('link', { name: 'Try it: See who is here' }).click();
    await page.locator('.graphiql-query-editor', { hasText: 'query Colleagues' }).waitFor();
    await window.play('Ada Lovelace');
    await page.goto('/');
    await page.getByRole('link', { name: 'Open GraphiQL' }).click();
    await page.locator('.graphiql-query-editor').waitFor();
    await page.goto('/');
    await page.getByRole('link', { name: 'Try it: Ask who you are' }).click();
    await window.play('Bo Berg');
  }

  async function lookAroundWithAToken(window: Window): Promise<void> {
    const { page } = window;
    const guide = await world.organization('Guided tour');
    const { organizationId } = await world.app
      .get(FoundOrganization)
      .execute({ slug: 'tour', name: 'Tour', timeZone: 'UTC', demo: true }, { userId: guide.userId, name: guide.name, email: guide.email });
    const visitor = await world.member({ organizationId }, ['AUDITOR'], 'Vera Visitor');
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await window.expectHeading('Sign in');
    await page.getByLabel('Token', { exact: true }).fill('no token');
    await page.getByRole('button', { name: 'Open GraphiQL with this token' }).click();
    await page.getByText('This does not look like a token').waitFor();
    await page.getByLabel('Token', { exact: true }).fill(visitor.token);
    await page.getByRole('button', { name: 'Open GraphiQL with this token' }).click();
    await page.locator('.graphiql-execute-button').waitFor();
    expect(page.url()).toBe(`${world.url}/graphiql`);
    await window.play('Vera Visitor');
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.toContain(visitor.token);
  }

  /** The same way without a browser: the pages that would be shown, and what their forms would send. */
  async function overHttp(): Promise<void> {
    const heading = async (path: string): Promise<string | undefined> =>
      /<h1[^>]*>([^<]*)</.exec(await (await fetch(`${world.url}${path}`, { headers: { accept: 'text/html' } })).text())?.[1];
    const token = new URL(link).searchParams.get('token');
    expect(await heading('/setup')).toBe('Set up your organization');
    const founder = { organizationName: 'Northwind Data', name: 'Ada Lovelace', email: 'ada@northwind.example', timeZone: 'Europe/Berlin' };
    const asked = await world.stranger.ask(SET_UP, { input: { ...founder, token, password } });
    expect(asked.completeSetup.__typename).toBe('CompleteSetupPayload');
    expect(await heading('/setup')).toBe('This installation is set up already');
    const wrong = await world.stranger.ask(SIGN_IN, { input: { email: founder.email, password: 'not what it is' } });
    expect(wrong.signIn.message).toContain('do not go together');
    const right = await world.stranger.ask(SIGN_IN, { input: { email: founder.email, password } });
    expect(right.signIn.__typename).toBe('SignInPayload');
  }
});
