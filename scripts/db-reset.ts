// Empties the database: `npm run db:reset -- --yes`. Everything in it is gone; the next start seeds it anew.
import { readConfiguration } from '@touchstone/platform/configuration';
import { migrate, ownerDataSource } from '@touchstone/platform/database/migrate';
import { runningEmbeddedPostgres } from '@touchstone/platform/embedded-postgres';
import { prepareDatabase } from '../apps/api/src/prepare-database';

async function main(): Promise<void> {
  const read = readConfiguration({ ...process.env, AUTO_MIGRATE: 'off' });
  if (!read.ok) throw new Error(read.error.join('\n'));
  if (!process.argv.includes('--yes'))
    throw new Error('This deletes every organization, candidate and scorecard. Say so: npm run db:reset -- --yes');
  if (read.value.databaseUrl === null && runningEmbeddedPostgres(read.value.dataDir) !== null) throw new Error('Stop the server first.');
  const database = await prepareDatabase(read.value);
  try {
    const owner = await ownerDataSource(database.directUrl).initialize();
    for (const statement of ['DROP SCHEMA IF EXISTS graphile_worker CASCADE', 'DROP SCHEMA public CASCADE', 'CREATE SCHEMA public'])
      await owner.query(statement);
    await owner.destroy();
    await migrate(database.directUrl);
    console.log('The database is empty again.');
  } finally {
    await database.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
