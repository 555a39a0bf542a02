import { Worker } from 'node:worker_threads';

import type { LinearProgram } from '../linear-program';
import type { Solution, SolveOptions, Solver } from '../solver';
import type { HighsAnswer, HighsTask } from './highs-worker';
import { startHighsWorker } from './start-highs-worker';

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
  let idle: Worker | undefined;
  let busy = 0;
  const waiting: (() => void)[] = [];

  async function turn(signal: AbortSignal | undefined): Promise<boolean> {
    if (busy < concurrency) {
      busy += 1;
      return true;
    }
    return new Promise((resolve) => {
      const begin = (): void => {
        signal?.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = (): void => {
        waiting.splice(waiting.indexOf(begin), 1);
        resolve(false);
      };
      waiting.push(begin);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** Hands the turn to the next in line, who counts as busy in our place. */
  function endTurn(): void {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  }

  function keep(worker: Worker): void {
    if (idle !== undefined) {
      void worker.terminate();
      return;
    }
    idle = worker;
    worker.unref();
  }

  function start(): Worker {
    const worker = startHighsWorker();
    // A worker that is idle or already ended may still fail; then nobody waits for it any more.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (idle === worker) idle = undefined;
    });
    return worker;
  }

  return {
    async solve(program, options) {
      if (options.signal?.aborted || !(await turn(options.signal))) return { status: 'cancelled' };
      const worker = idle ?? start();
      idle = undefined;
      try {
        const { solution, reusable } = await converse(worker, program, options, graceSeconds);
        if (reusable) keep(worker);
        return solution;
      } finally {
        endTurn();
      }
    },
    async close() {
      const worker = idle;
      idle = undefined;
      await worker?.terminate();
    },
  };
}

interface Outcome {
  readonly solution: Solution;
  /** Whether the worker is free again; otherwise it was ended. */
  readonly reusable: boolean;
}

function converse(worker: Worker, program: LinearProgram, options: SolveOptions, graceSeconds: number): Promise<Outcome> {
  const { signal, ...plain } = options;
  return new Promise((resolve, reject) => {
    const end = (solution: Solution): void => {
      settle();
      void worker.terminate();
      resolve({ solution, reusable: false });
    };
    const onAbort = (): void => end({ status: 'cancelled' });
    const clock = setTimeout(() => end({ status: 'timeLimit' }), (options.timeLimitSeconds + graceSeconds) * 1000);
    const onMessage = (answer: HighsAnswer): void => {
      settle();
      if ('solution' in answer) {
        resolve({ solution: answer.solution, reusable: true });
      } else {
        void worker.terminate();
        reject(new Error(answer.failure));
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
    worker.ref();
    worker.postMessage({ program, options: plain } satisfies HighsTask);
  });
}
