import type { Worker } from 'node:worker_threads';

/** What a thread says to a task: the answer, or what broke. */
export type ThreadReply<Answer> = { readonly answer: Answer } | { readonly failure: string };

/** The work was given up before there was an answer; nothing is wrong with it. */
export class ThreadStopped extends Error {
  constructor() {
    super('Given up before there was an answer, because it was told to stop or the process ends. It can be asked again.');
  }
}

/**
 * Sends one task to a thread that `answerTasks` and waits for the answer; only plain data crosses. Rejects where the task throws there, where the thread ends (a crash,
 * no memory left), and with `ThreadStopped` once the signal aborts, which ends the thread in the middle of whatever it does.
 */
export function askThread<Task, Answer>(thread: Worker, task: Task, signal?: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      settle();
      void thread.terminate();
      reject(new ThreadStopped());
    };
    const onMessage = (reply: ThreadReply<Answer>): void => {
      settle();
      if ('answer' in reply) resolve(reply.answer);
      else reject(new Error(`The task broke in its thread: ${reply.failure}`));
    };
    const onError = (cause: unknown): void => {
      settle();
      reject(new Error('The thread broke before it answered.', { cause }));
    };
    const onExit = (code: number): void => {
      settle();
      reject(new Error(`The thread ended with code ${code} before it answered.`));
    };
    function settle(): void {
      signal?.removeEventListener('abort', onAbort);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
    }
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(task);
  });
}
