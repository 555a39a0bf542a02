import type { Configuration } from '@touchstone/platform/configuration';
import { migrate } from '@touchstone/platform/database/migrate';
import { applicationLogin } from '@touchstone/platform/database/application-login';
import { runningEmbeddedPostgres, startEmbeddedPostgres } from '@touchstone/platform/embedded-postgres';

export interface PreparedDatabase {
  readonly databaseUrl: string;
  readonly directUrl: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

/** A database to serve from: the one of `DATABASE_URL`, else the embedded one; migrated unless that is switched off. */
export async function prepareDatabase(configuration: Configuration): Promise<PreparedDatabase> {
  const database = configuration.databaseUrl === null ? await embedded(configuration) : external(configuration, configuration.databaseUrl);
  try {
    if (configuration.migrateAtStart) await migrate(database.directUrl);
    return await asApplication(database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** For commands beside a server: the database as it is, migrated or not; started for the while where nobody serves it. */
export async function joinDatabase(configuration: Configuration): Promise<PreparedDatabase> {
  const running = configuration.databaseUrl === null ? runningEmbeddedPostgres(configuration.dataDir) : null;
  if (running !== null) return { databaseUrl: running, directUrl: running, embedded: true, stop: () => Promise.resolve() };
  return configuration.databaseUrl === null ? embedded(configuration) : external(configuration, configuration.databaseUrl);
}

async function embedded({ dataDir }: Configuration): Promise<PreparedDatabase> {
  const server = await startEmbeddedPostgres({ dataDir, purpose: 'data' });
  return { databaseUrl: server.ownerUrl, directUrl: server.ownerUrl, embedded: true, stop: () => server.stop() };
}

/** Requests are served by a login that owns nothing: the owner's password stays with migrations and jobs. */
async function asApplication(database: PreparedDatabase): Promise<PreparedDatabase> {
  if (!database.embedded) return database;
  return { ...database, databaseUrl: await applicationLogin(database.directUrl) };
}

const external = ({ databaseDirectUrl }: Configuration, databaseUrl: string): PreparedDatabase => ({
  databaseUrl,
  directUrl: databaseDirectUrl ?? databaseUrl,
  embedded: false,
  stop: () => Promise.resolve(),
});
