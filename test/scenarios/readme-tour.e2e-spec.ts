import { readFileSync } from 'node:fs';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { World } from '@touchstone/testing';
import { standingPeople, tokenFor } from '../../apps/api/src/demo/demo-people';
import { seedDemo } from '../../apps/api/src/demo/seed-demo';
import { GraphqlClient } from '../../apps/cli/src/graphql-client';

interface Step {
  readonly title: string;
  readonly person: string;
  readonly document: string;
  readonly answer: unknown;
}

/** Every step of the tour: who asks, what is pasted, what comes back. */
function stepsOf(readme: string): readonly Step[] {
  let title = '';
  let person = '';
  const steps: Step[] = [];
  for (const match of readme.matchAll(/^### (.+)$|^As `(\w+)`|```graphql\n((?:(?!```)[\s\S])*)```\s+```json\n((?:(?!```)[\s\S])*)```/gm)) {
    if (match[1] !== undefined) title = match[1];
    else if (match[2] !== undefined) person = match[2];
    else steps.push({ title, person, document: match[3] as string, answer: JSON.parse(match[4] as string) });
  }
  return steps;
}

describe('the tour of the README', () => {
  const steps = stepsOf(readFileSync('README.md', 'utf8'));
  const tokens = new Map<string, string>();
  let world: World;
  beforeAll(async () => {
    world = await World.open();
    expect(await seedDemo(world.app, world.url, world.databaseUrl)).toBe(true);
    for (const person of await standingPeople(world.app))
      tokens.set(person.key, await tokenFor(world.app, person, world.app.get(SystemClock).now()));
  }, 120_000);
  afterAll(() => world.close());

  it('has its steps', () => {
    expect(steps.length).toBeGreaterThanOrEqual(9);
  });

  it.each(steps.map((step) => [step.title, step] as const))('works letter by letter: %s', async (_title, { person, document, answer }) => {
    const client = new GraphqlClient(world.url, tokens.get(person));
    const { data, errors } = await client.send(document);
    expect(errors).toEqual([]);
    expect({ data }).toEqual(answer);
  });

  it('starts on data that a second start leaves alone', async () => {
    expect(await seedDemo(world.app, world.url, world.databaseUrl)).toBe(false);
  });
});
