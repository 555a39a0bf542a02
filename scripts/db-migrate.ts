// Brings the database up to this release: `npm run db:migrate`. The server does the same at start unless AUTO_MIGRATE=off.
import { readConfiguration } from '@touchstone/platform/configuration';
import { migrate } from '@touchstone/platform/database/migrate';
import { joinDatabase } from '../apps/api/src/prepare-database';

async function main(): Promise<void> {
  const read = readConfiguration({ ...process.env, AUTO_MIGRATE: 'off' });
  if (!read.ok) throw new Error(read.error.join('\n'));
  const database = await joinDatabase(read.value);
  try {
    const run = await migrate(database.directUrl);
    console.log(run.length === 0 ? 'The database is up to date.' : `Ran ${run.join(', ')}.`);
  } finally {
    await database.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
