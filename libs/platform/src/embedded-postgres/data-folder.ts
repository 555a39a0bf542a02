import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, fchownSync, fsyncSync, lchownSync, mkdirSync, openSync } from 'node:fs';
import { readdirSync, readFileSync, realpathSync, renameSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ClusterVersionError, DataFolderUnusableError } from './errors';
import { closedFolder, type ServerUser, userCan } from './server-user';

/**
 * Creates the data folder where it is missing, sees to it that the server's user can enter it, and returns its real
 * path (no links, so that two names of one folder are one folder).
 */
export function openDataFolder(dataDir: string, user: ServerUser): string {
  const existed = existsSync(dataDir);
  if (existed && userCan(user, 'execute', [dataDir])) return realpathSync(dataDir);
  // Looked at before anything is made: what could not be used is not left behind.
  refuseClosed(user, nearestExisting(existed ? dirname(dataDir) : dataDir), dataDir);
  try {
    const topmost = createFolders(dataDir);
    // Under root's umask the new folders may be closed to the server's user; what is secret in them has modes of its own.
    if (user.ids && topmost) openBetween(topmost, dataDir);
  } catch (error) {
    throw new DataFolderUnusableError(
      `The data folder ${dataDir} cannot be created (${(error as Error).message}). Set TOUCHSTONE_DATA_DIR to a folder that can.`,
      { cause: error },
    );
  }
  if (user.ids && statSync(dataDir).uid === 0 && !userCan(user, 'execute', [dataDir])) {
    chownSync(dataDir, user.ids.uid, user.ids.gid);
  }
  refuseClosed(user, dataDir, dataDir);
  return realpathSync(dataDir);
}

/**
 * Makes a folder and those above it, part by part; gives the topmost that was made. Node's own recursive way never comes back where
 * a folder exists but lets nothing be made in it without saying so (procfs).
 */
function createFolders(folder: string): string | undefined {
  const above = existsSync(dirname(folder)) ? undefined : createFolders(dirname(folder));
  if (existsSync(folder)) return above;
  mkdirSync(folder);
  return above ?? folder;
}

/** The password of the cluster's owner: made once, kept in `owner-password` (mode 0600). Never for logs. */
export function ownerPassword(dataDir: string, user: ServerUser): string {
  const path = join(dataDir, 'owner-password');
  if (!existsSync(path)) {
    if (existsSync(join(dataDir, 'pg', 'PG_VERSION'))) {
      throw new DataFolderUnusableError(
        `${path} is missing: the data is there, but the password to it is not. Put the file back, or set TOUCHSTONE_DATA_DIR to another folder.`,
      );
    }
    const draft = `${path}.new`;
    rmSync(draft, { force: true });
    const file = openSync(draft, 'wx', 0o600);
    writeSync(file, randomBytes(32).toString('base64url') + '\n');
    fsyncSync(file);
    // initdb reads it as the server's user.
    if (user.ids) fchownSync(file, user.ids.uid, user.ids.gid);
    closeSync(file);
    renameSync(draft, path);
  }
  const password = readOrRefuse(path).trim();
  if (password === '')
    throw new DataFolderUnusableError(`${path} is empty. Put the password back, or set TOUCHSTONE_DATA_DIR to another folder.`);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  return password;
}

/** Whether there is a cluster in `pg`. Throws where it is another major version's, or where something else lies there. */
export function hasCluster(dataDir: string, majorVersion: string): boolean {
  const pgDir = join(dataDir, 'pg');
  if (!existsSync(pgDir)) return false;
  let entries: string[];
  try {
    entries = readdirSync(pgDir);
  } catch (error) {
    throw new DataFolderUnusableError(`${pgDir} belongs to another user (${(error as Error).message}). ${RUN_AS_OWNER}`, {
      cause: error,
    });
  }
  if (entries.length === 0) return false;
  if (!entries.includes('PG_VERSION')) {
    throw new DataFolderUnusableError(`${pgDir} holds files but no database. Empty it, or set TOUCHSTONE_DATA_DIR to another folder.`);
  }
  const version = readOrRefuse(join(pgDir, 'PG_VERSION')).trim();
  if (version !== majorVersion) throw new ClusterVersionError(dataDir, version, majorVersion);
  return true;
}

/** Gives a cluster that root owns (a restored copy, for instance) to the server's user; PostgreSQL refuses one that is not its own. */
export function giveClusterTo(user: ServerUser, pgDir: string): void {
  if (!user.ids || statSync(pgDir).uid === user.ids.uid) return;
  chownTree(pgDir, user.ids.uid, user.ids.gid);
}

/** Renames the folder `from` to `to`, which may be there if it is empty, so that after a power cut it is either done or not begun. */
export function renameDurably(from: string, to: string): void {
  if (existsSync(to)) rmdirSync(to);
  renameSync(from, to);
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(to), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

const RUN_AS_OWNER = 'Run Touchstone as that user, or set TOUCHSTONE_DATA_DIR to another folder.';

function readOrRefuse(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new DataFolderUnusableError(`${path} cannot be read (${(error as Error).message}). ${RUN_AS_OWNER}`, { cause: error });
  }
}

function refuseClosed(user: ServerUser, path: string, dataDir: string): void {
  const closed = closedFolder(user, path);
  if (closed === undefined) return;
  throw new DataFolderUnusableError(
    user.ids
      ? `PostgreSQL runs as ${user.name}, not as root, and ${user.name} may not enter ${closed}, so the data folder ${dataDir} is out of its reach. ` +
          'Set TOUCHSTONE_DATA_DIR to a folder that it can enter, for instance below /var/lib.'
      : `${closed} cannot be entered, so the data folder ${dataDir} is out of reach. ${RUN_AS_OWNER}`,
  );
}

function openBetween(topmost: string, path: string): void {
  chmodSync(path, 0o755);
  if (path !== topmost && dirname(path) !== path) openBetween(topmost, dirname(path));
}

function nearestExisting(path: string): string {
  const parent = dirname(path);
  return existsSync(path) || parent === path ? path : nearestExisting(parent);
}

function chownTree(path: string, uid: number, gid: number): void {
  // The folder itself last: its owner is what says that the rest was done.
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) chownTree(child, uid, gid);
    else lchownSync(child, uid, gid);
  }
  lchownSync(path, uid, gid);
}
