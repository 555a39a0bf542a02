import { Users } from '../../../apps/api/src/features/identity';
import { FoundOrganization } from '../../../apps/api/src/features/organizations';
import { firstMinutes } from '../../../apps/api/src/pages/first-minutes';
import { CONFIGURATION } from '@touchstone/platform/configuration';
import { World } from '@touchstone/testing';

const page = (world: World, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${world.url}${path}`, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });
const headingOf = (text: string): string => /<h1[^>]*>([^<]*)</.exec(text)?.[1] ?? '';

describe('an installation without people', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('says where the setup link is, offers the setup form, and stops both once there is somebody', async () => {
    expect(headingOf(await (await page(world, '/')).text())).toBe('A fresh installation');
    const setup = await (await page(world, '/setup?token=tsu_x')).text();
    expect(setup).toContain('data-form="setup"');
    expect(setup).not.toContain('tsu_x');
    await world.organization();
    expect(headingOf(await (await page(world, '/')).text())).toBe('Sign in');
    expect(await (await page(world, '/setup?token=tsu_x')).text()).not.toContain('data-form="setup"');
  });
});

describe('the pages', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
    await world.organization();
  });
  afterAll(() => world.close());

  it.each(['/', '/setup', '/join?token=tsi_x', '/nowhere'])(
    '%s comes whole from this server, under a policy without exceptions',
    async (path) => {
      const answer = await page(world, path);
      const text = await answer.text();
      expect(answer.status).toBe(path === '/nowhere' ? 404 : 200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
      const policy = Object.fromEntries(
        (answer.headers.get('content-security-policy') ?? '').split('; ').map((part) => part.split(/ (.*)/s).slice(0, 2)),
      );
      expect(policy).toMatchObject({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'form-action': "'none'",
        'base-uri': "'none'",
        'frame-ancestors': "'none'",
      });
      expect(text).not.toMatch(/<script(?![^>]* src="\/pages\/)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
      expect(text).not.toMatch(/(src|href|action)="(?!\/|#|")/);
      expect(text).not.toMatch(/https?:\/\//);
    },
  );

  it('ties every control to a label and to the place of its error', async () => {
    for (const path of ['/', '/join?token=x']) {
      const text = await (await page(world, path)).text();
      const controls = [...text.matchAll(/<(?:input|select) id="([^"]+)"[^>]*aria-describedby="([^"]+)"/g)];
      expect(controls.length).toBe([...text.matchAll(/<(?:input|select)\b/g)].length);
      for (const [, id, described] of controls) {
        expect(text).toContain(`<label for="${id}">`);
        for (const part of described!.split(' ')) expect(text).toContain(`id="${part}"`);
      }
      expect([...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]).filter((id, index, all) => all.indexOf(id) !== index)).toEqual(
        [],
      );
    }
  });

  it('serves its files under addresses that change with their content, for good', async () => {
    const text = await (await page(world, '/')).text();
    const addresses = [...text.matchAll(/(?:src|href)="(\/pages\/[^"]+)"/g)].map((match) => match[1] as string);
    expect(addresses.map((address) => address.split('?')[0]).sort()).toEqual(['/pages/logo.svg', '/pages/pages.css', '/pages/pages.js']);
    for (const address of addresses) {
      const file = await fetch(`${world.url}${address}`);
      expect(file.status).toBe(200);
      expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const stale = await fetch(`${world.url}${address.replace(/v=.*/, 'v=0')}`);
      expect(stale.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('says so where the database cannot answer', async () => {
    const lonely = await World.open();
    jest.spyOn(lonely.app.get(Users), 'exist').mockRejectedValue(new Error('connection refused at 10.0.0.1'));
    const answer = await page(lonely, '/');
    const text = await answer.text();
    expect([answer.status, headingOf(text)]).toEqual([503, 'The database cannot answer now']);
    expect(text).not.toContain('10.0.0.1');
    await lonely.close();
  });

  it('gives people a page and programs JSON where there is nothing', async () => {
    for (const path of ['/nowhere', '/signin', '/signin/', '/pages/nothing.css', '/pages/constructor', '/a/b/c']) {
      const forPeople = await page(world, path);
      const text = await forPeople.text();
      expect([forPeople.status, headingOf(text)]).toEqual([404, 'There is nothing at this address']);
      const links = [...text.matchAll(/<li><a href="([^"]+)"/g)].map(([, address]) => address as string);
      expect(links).toEqual(['/', '/graphiql']);
      for (const address of links) expect((await page(world, address)).status).toBe(200);
      const forPrograms = await fetch(`${world.url}${path}`, { headers: { accept: 'application/json' } });
      expect(forPrograms.status).toBe(404);
      expect(await forPrograms.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
  });

  it('points to no GraphiQL where there is none', async () => {
    const bare = await World.open({ EXPLORER: 'off' });
    try {
      const text = await (await page(bare, '/nowhere', { accept: 'TEXT/HTML;q=0.9' })).text();
      expect(headingOf(text)).toBe('There is nothing at this address');
      expect(text).not.toContain('/graphiql');
    } finally {
      await bare.close();
    }
  });

  it('says in the form of a GraphQL answer that an address cannot be read', async () => {
    for (const path of ['/signin%', '/%E0%A4%A']) {
      const answer = await page(world, path);
      expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([400, 'nosniff']);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
  });

  it('leaves GraphQL, GraphiQL and the probes where they are', async () => {
    expect((await page(world, '/health/live')).status).toBe(200);
    expect(await (await page(world, '/graphiql')).text()).toContain('GraphiQL');
    const asked = await fetch(`${world.url}/graphql?query=%7B__typename%7D`, {
      headers: { 'apollo-require-preflight': 'yes', accept: 'application/json' },
    });
    expect(await asked.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('welcomes whoever has a session that holds, and nobody else', async () => {
    const person = await world.organization('Welcome');
    const home = await (await page(world, '/', { cookie: `touchstone=${person.token}` })).text();
    expect(headingOf(home)).toBe('Welcome');
    expect(home).not.toContain(person.email);
    expect(headingOf(await (await page(world, '/', { cookie: `touchstone=${person.token.slice(0, -2)}xx` })).text())).toBe('Sign in');
    await person.client.ask('mutation { signOut { __typename } }');
    expect(headingOf(await (await page(world, '/', { cookie: `touchstone=${person.token}` })).text())).toBe('Sign in');
  });

  it('speaks of the demonstration only where there is one', async () => {
    expect(await (await page(world, '/')).text()).not.toContain('demo:tokens');
    const { userId, name, email } = await world.organization();
    await world.app
      .get(FoundOrganization)
      .execute({ slug: 'try-out', name: 'Try out', timeZone: 'UTC', demo: true }, { userId, name, email });
    expect(await (await page(world, '/')).text()).toContain('npm run --silent demo:tokens');
    const configuration = world.app.get<{ environment: string }>(CONFIGURATION);
    configuration.environment = 'production';
    const text = await (await page(world, '/')).text();
    configuration.environment = 'test';
    expect(headingOf(text)).toBe('Sign in');
    expect(text).not.toContain('demo:tokens');
  });

  it.each(firstMinutes.map((step) => [step.title, step.query]))('the first five minutes hold: %s', async (_title, query) => {
    const person = await world.organization();
    const answer = await person.client.send(query);
    expect(answer.errors).toEqual([]);
    expect(answer.data).not.toBeNull();
  });
});
