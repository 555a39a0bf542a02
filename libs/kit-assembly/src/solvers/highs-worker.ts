import { parentPort } from 'node:worker_threads';

import { stepBack } from '@touchstone/threads';

import type { SolveOptions } from '../solver';
import { answerPacked } from './highs';
import type { PackedProgram } from './packed-program';
import type { RunAnswer } from './run-highs';

/** What a worker is asked, one at a time. */
export interface HighsTask {
  readonly program: PackedProgram;
  readonly options: Omit<SolveOptions, 'signal' | 'onProgress'>;
  /** Whether anybody wants to hear how it goes. */
  readonly watched: boolean;
}

/** What it answers: how it goes, any number of times; then the answer, or what broke. */
export type HighsMessage =
  | { readonly progress: { readonly objective: number | null; readonly bound: number } }
  | { readonly answer: RunAnswer }
  | { readonly failure: string };

/** The other end of `highsThread`: solves what it is sent, in a thread where blocking hurts nobody. */
if (parentPort !== null) {
  const port = parentPort;
  stepBack();
  port.on('message', ({ program, options, watched }: HighsTask) => {
    const onProgress = (objective: number | null, bound: number): void =>
      port.postMessage({ progress: { objective, bound } } satisfies HighsMessage);
    answerPacked(program, { ...options, ...(watched ? { onProgress } : {}) }).then(
      (answer) => port.postMessage({ answer } satisfies HighsMessage),
      (cause: unknown) => port.postMessage({ failure: cause instanceof Error ? cause.message : String(cause) } satisfies HighsMessage),
    );
  });
}
