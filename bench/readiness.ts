import { setTimeout as sleep } from 'node:timers/promises';
import { table } from './figures';
import { isBelow, memoryMb } from './process-cost';
import { postmasterOf, startProduct } from './servers';

const IDLE_SECONDS = 10;
const WARM_STARTS = 5;

/** How long `npm start` takes after the build, on an empty folder and on one that is there, and what it holds when nobody asks. */
export async function measureReadiness(dataDir: string, flags: readonly string[]): Promise<string> {
  const settings = { TOUCHSTONE_DATA_DIR: dataDir, NODE_ENV: 'development' };
  const first = await startProduct(settings, flags);
  // It is ready before its demo is in.
  await first.says('demo organizations are in');
  await first.stop();
  const warm: number[] = [];
  for (let start = 1; start < WARM_STARTS; start += 1) {
    const again = await startProduct(settings, flags);
    warm.push(again.readySeconds);
    await again.stop();
  }
  const last = await startProduct(settings, flags);
  warm.push(last.readySeconds);
  await sleep(IDLE_SECONDS * 1000);
  const postmaster = postmasterOf(dataDir);
  const postgres = memoryMb(postmaster);
  const node = memoryMb(last.pid) - (isBelow(postmaster, last.pid) ? postgres : 0);
  await last.stop();
  const rows = [
    ['ready, empty folder (makes the database)', `${first.readySeconds.toFixed(2)} s`],
    ['ready, folder that is there, median', `${warm.sort((a, b) => a - b)[Math.floor(warm.length / 2)]?.toFixed(2)} s`],
    ['idle memory of Node (PSS)', `${node.toFixed(0)} MB`],
    ['idle memory of PostgreSQL (PSS)', `${postgres.toFixed(0)} MB`],
  ];
  return `### Starting and standing still\n\n${table([['what', 'figure'], ...rows])}`;
}
