import { closeSync, constants, existsSync, fchmodSync, fchownSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { DataFolderUnusableError } from './errors';
import type { ServerUser } from './server-user';

const ROTATE_BYTES = 10 * 1024 * 1024;

/** The file that a server writes its log to. A file and not a pipe, so that no log line ever waits for Node. */
export interface ServerLog {
  readonly descriptor: number;
  /** The last lines since it was opened. */
  tail(lines?: number): string;
  /** Closes our end; the server keeps its own. */
  close(): void;
}

/** Opens the log to append to (mode 0600). A file that has grown over 10 MB is put aside as `<path>.old` first. */
export function openServerLog(path: string, user: ServerUser): ServerLog {
  try {
    return open(path, user);
  } catch (cause) {
    throw new DataFolderUnusableError(
      `The server's log ${path} cannot be written (${(cause as Error).message}). ` +
        'Remove it, run Touchstone as its owner, or set TOUCHSTONE_DATA_DIR to another folder.',
      { cause },
    );
  }
}

function open(path: string, user: ServerUser): ServerLog {
  if (existsSync(path) && statSync(path).size > ROTATE_BYTES) renameSync(path, `${path}.old`);
  // The folder may belong to somebody else than us: never write through a link.
  const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW;
  const descriptor = openSync(path, constants.O_APPEND | constants.O_CREAT | constants.O_RDWR | noFollow, 0o600);
  if (process.platform !== 'win32') fchmodSync(descriptor, 0o600);
  // Not root's alone: the server's user may start Touchstone itself one day.
  if (user.ids) fchownSync(descriptor, user.ids.uid, user.ids.gid);
  const start = fstatSync(descriptor).size;
  let isOpen = true;
  return {
    descriptor,
    tail(lines = 20) {
      const length = Math.min(fstatSync(descriptor).size - start, 64 * 1024);
      const buffer = Buffer.alloc(length);
      readSync(descriptor, buffer, 0, length, fstatSync(descriptor).size - length);
      return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
    },
    close() {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    },
  };
}
