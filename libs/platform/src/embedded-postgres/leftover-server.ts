import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries';
import { DataFolderInUseError } from './errors';
import { readPostmasterFile } from './postmaster-file';
import { isServerOf } from './is-server-of';
import { processBirth, sameBirth } from './process-birth';
import { CLUSTER_NAME } from './server-settings';
import { signalServer } from './signal-server';

/**
 * Stops the server that a dead Touchstone left on this cluster. Ours to call only while holding the folder's lock,
 * which says that no live Touchstone stands behind it. Stopped and not adopted: a restart costs a tenth of a second
 * and gives the settings, the port and the binaries of now. A server that Touchstone did not start is left alone:
 * `DataFolderInUseError`.
 */
export async function stopLeftoverServer(dataDir: string, binaries: Binaries, log: (line: string) => void): Promise<void> {
  const pgDir = join(dataDir, 'pg');
  const file = readPostmasterFile(pgDir);
  const birth = file && processBirth(file.pid);
  // The file of a dead server is PostgreSQL's own to deal with.
  if (!file || birth === undefined) return;
  if (!isServerOf(pgDir, file.pid)) {
    // PostgreSQL would take whoever has the number now for the server of this cluster, and refuse to start.
    log(`Removing a stale postmaster.pid: process ${file.pid} is not the server of ${pgDir}`);
    rmSync(join(pgDir, 'postmaster.pid'), { force: true });
    return;
  }
  if (!startedByTouchstone(pgDir)) {
    throw new DataFolderInUseError(dataDir, file.pid, 'A PostgreSQL server that Touchstone did not start');
  }
  log(`Stopping the PostgreSQL server (pid ${file.pid}) that an earlier Touchstone left running on ${dataDir}`);
  signal(dataDir, file.pid, 'SIGINT', binaries);
  if (await isGone(file.pid, birth, 20_000)) return;
  signal(dataDir, file.pid, 'SIGQUIT', binaries);
  if (await isGone(file.pid, birth, 10_000)) return;
  throw new DataFolderInUseError(dataDir, file.pid, 'A PostgreSQL server that does not stop');
}

function signal(dataDir: string, pid: number, name: 'SIGINT' | 'SIGQUIT', binaries: Binaries): void {
  try {
    signalServer(pid, name, binaries.pgCtl);
  } catch {
    throw new DataFolderInUseError(dataDir, pid, 'A PostgreSQL server of another user');
  }
}

async function isGone(pid: number, birth: string, patienceMs: number): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(10)) {
    const now = processBirth(pid);
    if (now === undefined || !sameBirth(now, birth)) return true;
  }
  return false;
}

/** `postmaster.opts` holds the command line of the last server that started on the cluster. */
function startedByTouchstone(pgDir: string): boolean {
  try {
    return readFileSync(join(pgDir, 'postmaster.opts'), 'utf8').includes(`cluster_name=${CLUSTER_NAME}`);
  } catch {
    return false;
  }
}
