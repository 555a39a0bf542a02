import { randomUUID } from 'node:crypto';
import { asAdministrator, CLUSTER_VARIABLE, databaseUrl, TEMPLATE } from './cluster';

export interface TestDatabase {
  /** Connects as the owner of the tables. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated database of this test file alone. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = process.env[CLUSTER_VARIABLE];
  if (cluster === undefined) throw new Error('no test cluster: run the tests with npm test');
  const name = `touchstone_test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(cluster, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  return {
    url: databaseUrl(cluster, name),
    drop: async () => {
      await asAdministrator(cluster, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
