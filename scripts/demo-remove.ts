// Removes the demo organizations with everything in them, and nothing else: `npm run demo:remove`.
import { readConfiguration } from '@touchstone/platform/configuration';
import { removeDemo } from '../apps/api/src/demo/remove-demo';
import { joinDatabase } from '../apps/api/src/prepare-database';

async function main(): Promise<void> {
  const read = readConfiguration(process.env);
  if (!read.ok) throw new Error(read.error.join('\n'));
  const database = await joinDatabase(read.value);
  try {
    const removed = await removeDemo(database.directUrl);
    console.log(removed.length === 0 ? 'There is no demo organization here.' : removed.map((name) => `Removed ${name}.`).join('\n'));
  } finally {
    await database.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
