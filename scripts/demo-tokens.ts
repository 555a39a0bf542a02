// Prints {person: {role, organization, token}} for every demo person: `npm run --silent demo:tokens`. Refuses where there is no demo.
import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfiguration } from '@touchstone/platform/configuration';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { createServer } from '../apps/api/src/create-server';
import { standingPeople, type StandingPerson, tokenFor } from '../apps/api/src/demo/demo-people';
import { demoIsWhole } from '../apps/api/src/demo/seed-demo';
import { joinDatabase } from '../apps/api/src/prepare-database';

const ATTEMPTS = 60;
const FIRST_ATTEMPTS = 6;
const PAUSE_MS = 500;

async function main(): Promise<void> {
  const read = readConfiguration({ ...process.env, LOG_LEVEL: 'error' });
  if (!read.ok) throw new Error(read.error.join('\n'));
  const database = await joinDatabase(read.value);
  const app = await createServer({ configuration: read.value, ...database });
  try {
    await app.init();
    const people = await wholeDemo(app);
    if (people.length === 0)
      throw new Error(
        'There is no demo organization in this database, and tokens are made for demo people only. An empty database gets one with npm start.',
      );
    const now = app.get(SystemClock).now();
    const tokens: Record<string, object> = {};
    for (const person of people) {
      tokens[person.key] = {
        name: person.name,
        role: person.roles.join(' '),
        organization: person.organizationName,
        token: await tokenFor(app, person, now),
      };
    }
    process.stdout.write(`${JSON.stringify(tokens, null, 2)}\n`);
  } finally {
    await app.close();
    await database.stop();
  }
}

/** The people of the demo, once it is whole: a server that was started a moment ago may still be seeding it. */
async function wholeDemo(app: NestFastifyApplication): Promise<readonly StandingPerson[]> {
  for (let attempt = 0; ; attempt += 1) {
    const people = await standingPeople(app);
    const whole = await Promise.all([...new Set(people.map(({ organizationId }) => organizationId))].map((id) => demoIsWhole(app, id)));
    if (whole.length > 0 && whole.every(Boolean)) return people;
    if (attempt >= (people.length === 0 ? FIRST_ATTEMPTS : ATTEMPTS)) return [];
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
