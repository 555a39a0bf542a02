import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries';
import { cannotRun } from './cannot-run';
import { renameDurably } from './data-folder';
import { ServerStartError } from './errors';
import { INITIAL_SETTINGS, type Purpose, serverEnvironment } from './server-settings';
import { requirePasswdEntry, type ServerUser } from './server-user';
import { stopWithParent } from './stop-with-parent';

/** The superuser that `owner-password` belongs to. */
export const CLUSTER_OWNER = 'touchstone_owner';

/**
 * What tells letters from punctuation in full text search and pg_trgm, where the built-in locale is not asked. Under "C"
 * every letter beyond ASCII is lost to pg_trgm, and typographic quotes are letters to full text search. Tried in order.
 */
const CHARACTER_TYPES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['C.UTF-8', 'C'],
  darwin: ['en_US.UTF-8', 'C'],
};

/**
 * Makes a cluster in `dataDir/pg`: UTF-8, the built-in C.UTF-8 locale (sorts and folds case alike on every machine),
 * page checksums, passwords by SCRAM on every way in. It is made beside its place and renamed when whole, so a cluster
 * that is there is a whole one.
 */
export async function initialiseCluster(dataDir: string, binaries: Binaries, user: ServerUser, purpose: Purpose): Promise<void> {
  requirePasswdEntry(user);
  for (const entry of readdirSync(dataDir)) if (entry.startsWith('pg.new-')) removeLeftover(join(dataDir, entry));
  const characterTypes = CHARACTER_TYPES[process.platform] ?? ['C'];
  for (const characterType of characterTypes) {
    try {
      return await initialiseWith(characterType, dataDir, binaries, user, purpose);
    } catch (error) {
      const isUnknown = error instanceof ServerStartError && /invalid locale/.test(error.logTail);
      if (!isUnknown || characterType === characterTypes.at(-1)) throw error;
    }
  }
}

async function initialiseWith(
  characterType: string,
  dataDir: string,
  binaries: Binaries,
  user: ServerUser,
  purpose: Purpose,
): Promise<void> {
  const draft = join(dataDir, `pg.new-${randomBytes(4).toString('hex')}`);
  mkdirSync(draft, { mode: 0o700 });
  if (user.ids) chownSync(draft, user.ids.uid, user.ids.gid);
  try {
    await runInitdb(binaries, user, initdbArguments(draft, join(dataDir, 'owner-password'), characterType, purpose));
    renameDurably(draft, join(dataDir, 'pg'));
  } catch (error) {
    removeLeftover(draft);
    throw error;
  }
}

function initdbArguments(pgDir: string, passwordFile: string, characterType: string, purpose: Purpose): string[] {
  return [
    ...['-D', pgDir, '-U', CLUSTER_OWNER, `--pwfile=${passwordFile}`, '--auth-local=scram-sha-256', '--auth-host=scram-sha-256'],
    ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${characterType}`],
    ...['--text-search-config=english', '--data-checksums', '--no-instructions'],
    ...INITIAL_SETTINGS.flatMap((setting) => ['-c', setting]),
    ...(purpose === 'tests' ? ['--no-sync'] : []),
  ];
}

function runInitdb(binaries: Binaries, user: ServerUser, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const parent = stopWithParent(user, (pid) => process.kill(pid, 'SIGINT'));
    const initdb = spawn(binaries.initdb, args, {
      ...user.ids,
      cwd: process.platform === 'win32' ? undefined : '/',
      env: serverEnvironment(),
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (initdb.pid !== undefined) parent.watch(initdb.pid);
    let output = '';
    const keep = (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-16_384));
    initdb.stdout.on('data', keep);
    initdb.stderr.on('data', keep);
    initdb.on('error', (cause) => {
      parent.release();
      reject(cannotRun(binaries.initdb, cause));
    });
    initdb.on('close', (code, signal) => {
      parent.release();
      if (code === 0) resolve();
      else
        reject(
          new ServerStartError(`initdb failed (${signal ?? `exit code ${code}`}).`, output.trimEnd().split('\n').slice(-20).join('\n')),
        );
    });
  });
}

/** Best effort: an initdb that is being stopped may still write there. */
function removeLeftover(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The next start tries again.
  }
}
