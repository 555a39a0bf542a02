// Fills a database for measuring: `node scripts/run.mjs seed-scale --questions 10000 --loops 2000`.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readConfiguration } from '@touchstone/platform/configuration';
import { createServer } from '../apps/api/src/create-server';
import { prepareDatabase } from '../apps/api/src/prepare-database';
import { seedScale } from './scale/seed-scale-organization';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      questions: { type: 'string', default: '10000' },
      loops: { type: 'string', default: '2000' },
      unrated: { type: 'string', default: '0' },
      slug: { type: 'string', default: 'scale' },
      seed: { type: 'string', default: '1' },
    },
  });
  const read = readConfiguration({
    LOG_LEVEL: 'warn',
    DATABASE_STATEMENT_TIMEOUT_MS: '120000',
    ...process.env,
    SEED_DEMO: 'off',
    PORT: '0',
  });
  if (!read.ok) throw new Error(read.error.join('\n'));
  const database = await prepareDatabase(read.value);
  const app = await createServer({ configuration: read.value, ...database });
  try {
    await app.init();
    const seeded = await seedScale(app, {
      slug: values.slug,
      seed: Number(values.seed),
      questions: Number(values.questions),
      finishedLoops: Number(values.loops),
      unratedLoops: Number(values.unrated),
      say: (line) => void process.stderr.write(`${line}\n`),
    });
    process.stdout.write(`${JSON.stringify(seeded.tokens, null, 2)}\n`);
  } finally {
    await app.close();
    await database.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
