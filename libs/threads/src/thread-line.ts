import type { Worker } from 'node:worker_threads';
import { startThread } from './start-thread';

/** What came of a turn, and whether the thread is free again; one that is not is ended. */
export interface Turn<Value> {
  readonly value: Value;
  readonly reusable: boolean;
}

export interface ThreadLine {
  /**
   * Gives a thread to `talk` for as long as that takes; whoever comes meanwhile waits in line. Null where the signal aborts before it is her turn. Where `talk`
   * rejects, so does the turn, the thread is ended, and the next in line gets another.
   */
  turn<Value>(talk: (thread: Worker) => Promise<Turn<Value>>, signal?: AbortSignal): Promise<Turn<Value> | null>;
  /** Ends the idle thread. Later turns start a new one; a process may also exit without this, idle threads do not hold it. */
  close(): Promise<void>;
}

export interface ThreadLineOptions {
  /** The file that the threads run: its path without the ending. */
  readonly entry: string;
  /** How many turns there are at once. Default 1. */
  readonly concurrency?: number;
  /** How much a thread may keep on its heap; one that wants more is ended, and with it its turn. Default: as much as the process. */
  readonly heapMegabytes?: number;
}

/**
 * Work in threads, so that the event loop stays free: so many at once, the others in line, in the order in which they came. One idle thread is kept, because starting
 * one takes a tenth of a second, and does not hold the process. A thread that dies takes its own turn with it and nothing else.
 */
export function threadLine({ entry, concurrency = 1, heapMegabytes }: ThreadLineOptions): ThreadLine {
  let idle: Worker | undefined;
  let busy = 0;
  const waiting: (() => void)[] = [];

  async function begin(signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted) return false;
    if (busy < concurrency) {
      busy += 1;
      return true;
    }
    return new Promise((resolve) => {
      const start = (): void => {
        signal?.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = (): void => {
        waiting.splice(waiting.indexOf(start), 1);
        resolve(false);
      };
      waiting.push(start);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** Hands the turn to the next in line, who counts as busy in our place. */
  function end(): void {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  }

  function take(): Worker {
    const thread = idle ?? start();
    idle = undefined;
    thread.ref();
    return thread;
  }

  function start(): Worker {
    const thread = startThread(entry, heapMegabytes);
    // One that is idle or has ended may still fail; then nobody waits for it any more.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      if (idle === thread) idle = undefined;
    });
    return thread;
  }

  function release(thread: Worker, reusable: boolean): void {
    if (!reusable || idle !== undefined) {
      void thread.terminate();
      return;
    }
    idle = thread;
    thread.unref();
  }

  return {
    async turn(talk, signal) {
      if (!(await begin(signal))) return null;
      const thread = take();
      let reusable = false;
      try {
        const turn = await talk(thread);
        reusable = turn.reusable;
        return turn;
      } finally {
        release(thread, reusable);
        end();
      }
    },
    async close() {
      const thread = idle;
      idle = undefined;
      await thread?.terminate();
    },
  };
}
