// Brings schema.graphql and test/architecture/access.md up to date: `npm run schema`.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { CLUSTER_VARIABLE, openCluster } from '../libs/testing/src/cluster';
import { accessText, schemaText, World } from '../libs/testing/src/index';

async function main(): Promise<void> {
  const cluster = await openCluster();
  process.env[CLUSTER_VARIABLE] = cluster.url;
  try {
    const world = await World.open();
    try {
      writeFileSync('schema.graphql', schemaText(world));
      writeFileSync('test/architecture/access.md', accessText(world));
      console.log('Wrote schema.graphql and test/architecture/access.md.');
    } finally {
      await world.close();
    }
  } finally {
    await cluster.stop();
  }
}

void main();
