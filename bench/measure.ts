// How far the product is from what the machine can do: `npm run bench`. Prints Markdown; writes nothing but a temporary folder.
import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAgainstLimit } from './against-limit';
import { measureAssembling } from './assembly/measure-assembling';
import { measureReadiness } from './readiness';
import { openScaleDatabase } from './scale-database';
import { measureScreens } from './screens';
import { countStatements } from './statement-counts';

/** Those of `npm start`: ours but for the source lines of commands. */
const FLAGS = process.execArgv.filter((flag) => flag !== '--enable-source-maps');

const PARTS = ['readiness', 'limit', 'screens', 'statements', 'assembly'] as const;
/** Those that look at the large organization. */
const AT_SCALE = ['limit', 'screens', 'statements'];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      questions: { type: 'string', default: '10000' },
      loops: { type: 'string', default: '2000' },
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '2' },
      parts: { type: 'string', default: PARTS.join(',') },
    },
  });
  const parts = values.parts.split(',');
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const print = (text: string): void => void process.stdout.write(`${text}\n\n`);
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  // As root PostgreSQL runs as another user, who has to be able to enter.
  chmodSync(folder, 0o755);
  try {
    if (parts.includes('readiness')) print(await measureReadiness(join(folder, 'fresh'), FLAGS));
    if (parts.includes('assembly')) print(await measureAssembling(join(folder, 'assembly'), FLAGS));
    if (parts.some((part) => AT_SCALE.includes(part))) {
      const rounds = Number(values.rounds);
      const database = await openScaleDatabase(join(folder, 'scale'), {
        questions: Number(values.questions),
        loops: Number(values.loops),
        rounds,
        say,
      });
      try {
        if (parts.includes('limit')) print(await measureAgainstLimit(database, FLAGS, { rounds, seconds: Number(values.seconds) }, say));
        if (parts.includes('screens')) print(await measureScreens(database, FLAGS));
        if (parts.includes('statements')) print(await countStatements(database));
      } finally {
        await database.stop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
