import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderInUseError, DataFolderUnusableError } from './errors';
import { processBirth, sameBirth } from './process-birth';

/** The right of this process to the data folder, held until `release()`. */
export interface FolderLock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly birth: string;
}

const STALE_MS = 5000;

/**
 * Takes the data folder for this process by `touchstone.pid`, which names the holder's pid and birth. Of several
 * starts exactly one wins, the others get `DataFolderInUseError`. The lock of a dead holder is taken over.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const path = join(dataDir, 'touchstone.pid');
  const takeover = `${path}.takeover`;
  const me: Holder = { pid: process.pid, birth: processBirth(process.pid) ?? 'unknown' };
  // The nonce tells two locks of this process apart: an old one released late does not give a new one away.
  const text = JSON.stringify({ ...me, nonce: randomBytes(8).toString('hex') }) + '\n';

  for (let attempt = 0; attempt < 500; attempt++) {
    if (createWhole(path, text)) return { release: () => releaseLock(path, text) };
    const holder = readHolder(path);
    if (holder === 'absent') continue;
    if (holder !== 'unreadable' && isAlive(holder)) throw new DataFolderInUseError(dataDir, holder.pid);

    // Only who holds the takeover file may remove a dead holder's lock: else two could each remove the other's fresh one.
    if (createWhole(takeover, text)) {
      try {
        if (isLeftOver(path)) rmSync(path, { force: true });
      } finally {
        rmSync(takeover, { force: true });
      }
    } else {
      // What happens under the takeover file takes microseconds; an old one was left by a kill in between.
      if (ageMs(takeover) > STALE_MS) rmSync(takeover, { force: true });
    }
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new DataFolderUnusableError(`The lock ${path} could be neither taken nor read. Remove it if no Touchstone is running.`);
}

/** Creates the file with its whole text at once, so that nobody reads half a lock. False where it exists. */
function createWhole(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: 0o644 });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (isCode(error, 'EEXIST')) return false;
      // File systems without hard links (exFAT, some network mounts): exclusive, but not in one step.
      writeFileSync(path, text, { flag: 'wx', mode: 0o644 });
    }
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw new DataFolderUnusableError(
      `The data folder cannot be written to (${(error as Error).message}). Set TOUCHSTONE_DATA_DIR to a folder that can.`,
      { cause: error },
    );
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(path: string): Holder | 'absent' | 'unreadable' {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    return typeof holder.pid === 'number' && typeof holder.birth === 'string' ? { pid: holder.pid, birth: holder.birth } : 'unreadable';
  } catch (error) {
    return isCode(error, 'ENOENT') ? 'absent' : 'unreadable';
  }
}

/** A lock that nobody stands behind: its holder is dead, or it has been no lock at all for long enough not to be one in the making. */
function isLeftOver(path: string): boolean {
  const holder = readHolder(path);
  if (holder === 'absent') return false;
  return holder === 'unreadable' ? ageMs(path) > STALE_MS : !isAlive(holder);
}

function isAlive(holder: Holder): boolean {
  const birth = processBirth(holder.pid);
  return birth !== undefined && sameBirth(birth, holder.birth);
}

function ageMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function releaseLock(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) unlinkSync(path);
  } catch {
    // Gone already, or the folder is: either way nobody is kept out.
  }
}

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
