import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@touchstone/platform/database/migrate';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@touchstone/platform/embedded-postgres';
import { Client } from 'pg';

/** Where test files find the server that holds their databases. */
export const CLUSTER_VARIABLE = 'TOUCHSTONE_TEST_CLUSTER';
export const TEMPLATE = 'touchstone_template';

export interface Cluster {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * One PostgreSQL for the whole run: the embedded one without durability, or the server of `DATABASE_URL`. Its template
 * database is migrated once; each test file copies it.
 */
export async function openCluster(): Promise<Cluster> {
  const external = process.env['DATABASE_URL'];
  const cluster = external === undefined || external === '' ? await embedded() : { url: external, stop: () => Promise.resolve() };
  await recreateTemplate(cluster.url);
  return cluster;
}

async function embedded(): Promise<Cluster> {
  const dataDir = mkdtempSync(join(tmpdir(), 'touchstone-tests-'));
  const server: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir, purpose: 'tests' });
  return {
    url: server.ownerUrl,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function recreateTemplate(url: string): Promise<void> {
  await asAdministrator(url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  });
  await migrate(databaseUrl(url, TEMPLATE));
}

/** The same server, another database. */
export function databaseUrl(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

export async function asAdministrator<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
