// Prints {person: {role, organization, token}} for every demo person: `npm run --silent demo:tokens`. Refuses where there is no demo.
import 'reflect-metadata';
import { readConfiguration } from '@touchstone/platform/configuration';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { createServer } from '../apps/api/src/create-server';
import { standingPeople, tokenFor } from '../apps/api/src/demo/demo-people';
import { joinDatabase } from '../apps/api/src/prepare-database';

async function main(): Promise<void> {
  const read = readConfiguration({ ...process.env, LOG_LEVEL: 'error' });
  if (!read.ok) throw new Error(read.error.join('\n'));
  const database = await joinDatabase(read.value);
  try {
    const app = await createServer({ configuration: read.value, ...database });
    await app.init();
    const people = await standingPeople(app);
    if (people.length === 0) throw new Error('There is no demo organization in this database, and tokens are made for demo people only. An empty database gets one with npm start.');
    const now = app.get(SystemClock).now();
    const tokens: Record<string, object> = {};
    for (const person of people) {
      tokens[person.key] = { name: person.name, role: person.roles.join(' '), organization: person.organizationName, token: await tokenFor(app, person, now) };
    }
    process.stdout.write(`${JSON.stringify(tokens, null, 2)}\n`);
    await app.close();
  } finally {
    await database.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
