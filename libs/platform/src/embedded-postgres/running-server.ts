import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CLUSTER_OWNER } from './initialise-cluster';
import { readPostmasterFile } from './postmaster-file';

/**
 * The owner's connection string of a server that another process of ours runs on this folder, for commands beside it; null
 * where none is ready. The port stands in `postmaster.pid`, the password beside the cluster, readable by its owner alone.
 */
export function runningEmbeddedPostgres(dataDir: string): string | null {
  const folder = resolve(dataDir);
  const postmaster = readPostmasterFile(join(folder, 'pg'));
  if (postmaster === undefined || !postmaster.ready || !isAlive(postmaster.pid)) return null;
  try {
    const password = readFileSync(join(folder, 'owner-password'), 'utf8').trim();
    return `postgres://${CLUSTER_OWNER}:${password}@127.0.0.1:${postmaster.port}/postgres`;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
