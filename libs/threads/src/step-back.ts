import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

/**
 * Lets everything else of this machine go first: for threads that compute for long while others wait for an answer. Called in the thread itself, once. On Linux
 * a thread has a priority of its own; elsewhere, and in the main thread, this does nothing.
 */
export function stepBack(): void {
  if (isMainThread || process.platform !== 'linux') return;
  try {
    const id = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (Number.isSafeInteger(id) && id !== process.pid) setPriority(id, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is not allowed the thread computes as any other.
  }
}
