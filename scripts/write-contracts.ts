// Brings schema.graphql, test/architecture/access.md, and the schema and tables of the bank format up to date: `npm run schema`.
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { bankFileSchema, memberTables, ruleTable, withPart } from '@touchstone/bank-format';
import { CLUSTER_VARIABLE, openCluster } from '../libs/testing/src/cluster';
import { accessText, schemaText, World } from '../libs/testing/src/index';

/** The JSON Schema of bank files, and the tables of its members and rules. */
function writeBankContracts(): void {
  const folder = 'libs/bank-format';
  writeFileSync(`${folder}/schema/interview-bank-1.schema.json`, `${JSON.stringify(bankFileSchema(), null, 2)}\n`);
  const readme = readFileSync(`${folder}/README.md`, 'utf8');
  writeFileSync(`${folder}/README.md`, withPart(withPart(readme, 'members', memberTables()), 'rules', ruleTable()));
}

async function main(): Promise<void> {
  writeBankContracts();
  const cluster = await openCluster();
  process.env[CLUSTER_VARIABLE] = cluster.url;
  try {
    const world = await World.open();
    try {
      writeFileSync('schema.graphql', schemaText(world));
      writeFileSync('test/architecture/access.md', accessText(world));
      console.log('Wrote schema.graphql, test/architecture/access.md and the schema and tables of the bank format.');
    } finally {
      await world.close();
    }
  } finally {
    await cluster.stop();
  }
}

void main();
