import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';

import { threadLine } from '@touchstone/threads';
import type { LinearProgram } from '../linear-program';
import type { Solution, SolveOptions, Solver } from '../solver';
import type { HighsMessage, HighsTask } from './highs-worker';
import { packProgram } from './packed-program';
import { solutionOf } from './solution-of';

export interface ThreadedSolver extends Solver {
  /** Ends the idle worker. Later solves start a new one; a process may also exit without this, idle workers do not hold it. */
  close(): Promise<void>;
}

export interface HighsThreadOptions {
  /** How many programs are solved at once; further ones wait their turn. Default 1. */
  readonly concurrency?: number;
  /** Seconds beyond the time limit after which a worker that does not answer is ended. Default 2. */
  readonly graceSeconds?: number;
}

/**
 * HiGHS in worker threads: the event loop stays free while it solves. An abort ends the worker at once, even in the
 * middle of solving; so does the clock, `graceSeconds` after the time limit (counted without the wait for a turn).
 * One idle worker is kept alive, because starting one costs some 100 ms, and does not hold the process. A worker that
 * dies rejects its own solve and no other.
 */
export function highsThread({ concurrency = 1, graceSeconds = 2 }: HighsThreadOptions = {}): ThreadedSolver {
  const line = threadLine({ entry: join(__dirname, 'highs-worker'), concurrency });
  return {
    async solve(program, options) {
      const turn = await line.turn(async (worker) => {
        const { solution, reusable } = await converse(worker, program, options, graceSeconds);
        return { value: solution, reusable };
      }, options.signal);
      return turn?.value ?? { status: 'cancelled' };
    },
    close: () => line.close(),
  };
}

interface Outcome {
  readonly solution: Solution;
  /** Whether the worker is free again; otherwise it was ended. */
  readonly reusable: boolean;
}

function converse(worker: Worker, program: LinearProgram, options: SolveOptions, graceSeconds: number): Promise<Outcome> {
  const { signal, onProgress, ...plain } = options;
  return new Promise((resolve, reject) => {
    const end = (solution: Solution): void => {
      settle();
      void worker.terminate();
      resolve({ solution, reusable: false });
    };
    const onAbort = (): void => end({ status: 'cancelled' });
    const clock = setTimeout(() => end({ status: 'timeLimit' }), (options.timeLimitSeconds + graceSeconds) * 1000);
    const onMessage = (message: HighsMessage): void => {
      if ('progress' in message) {
        onProgress?.(message.progress.objective, message.progress.bound);
        return;
      }
      settle();
      if ('answer' in message) {
        resolve({ solution: solutionOf(program, message.answer), reusable: true });
      } else {
        void worker.terminate();
        reject(new Error(message.failure));
      }
    };
    const onError = (error: unknown): void => {
      settle();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const onExit = (code: number): void => {
      settle();
      reject(new Error(`the solver's thread ended with code ${code} before it answered`));
    };
    function settle(): void {
      clearTimeout(clock);
      signal?.removeEventListener('abort', onAbort);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    }
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage({ program: packProgram(program), options: plain, watched: onProgress !== undefined } satisfies HighsTask);
  });
}
