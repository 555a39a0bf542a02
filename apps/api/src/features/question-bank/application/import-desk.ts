import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { askThread, threadLine, ThreadStopped } from '@touchstone/threads';
import type { ImportAnswer, ImportAnswers, ImportTask } from './import-tasks';

/** Asks the thread and waits for its answer. */
export type AskImport = <Task extends ImportTask>(task: Task) => Promise<ImportAnswers[Task['kind']]>;

/** What a file may cost: more than any honest one of 20,000 questions needs. */
export const HEAP_MEGABYTES = 384;
export const LONGEST_MS = 120_000;

/** The file took more time or memory than any may. */
export class FileTooCostly extends Error {}

/**
 * Where files of others are opened and written: in threads that are ended when they take too long, want too much memory, or nobody waits any more. The event loop
 * stays free, and a file that is made to do harm costs its own turn.
 */
@Injectable()
export class ImportDesk implements OnApplicationShutdown {
  private readonly line = threadLine({ entry: `${__dirname}/import-thread`, concurrency: 2, heapMegabytes: HEAP_MEGABYTES });
  private readonly closing = new AbortController();

  /** Gives a thread to `talk`. Rejects with `FileTooCostly` beyond the limits, and with `ThreadStopped` where the signal aborts or the process stops. */
  async work<Value>(talk: (ask: AskImport) => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    const wanted = signal === undefined ? this.closing.signal : AbortSignal.any([signal, this.closing.signal]);
    const turn = await this.line.turn(async (thread) => {
      const late = AbortSignal.timeout(LONGEST_MS);
      const stop = AbortSignal.any([wanted, late]);
      const ask: AskImport = async <Task extends ImportTask>(task: Task) => {
        try {
          return (await askThread<ImportTask, ImportAnswer>(thread, task, stop)) as ImportAnswers[Task['kind']];
        } catch (error) {
          if (error instanceof ThreadStopped && late.aborted && !wanted.aborted)
            throw new FileTooCostly(`The file takes longer than ${LONGEST_MS / 1000} seconds.`);
          if (isOutOfMemory(error)) throw new FileTooCostly(`The file needs more than ${HEAP_MEGABYTES} MB of memory.`);
          throw error;
        }
      };
      await ask({ kind: 'BEGIN' });
      const value = await talk(ask);
      await ask({ kind: 'BEGIN' });
      return { value, reusable: true };
    }, wanted);
    if (turn === null) throw new ThreadStopped();
    return turn.value;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await this.line.close();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && (error.cause as { readonly code?: unknown } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
