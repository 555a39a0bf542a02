import { parentPort } from 'node:worker_threads';
import type { ThreadReply } from './ask-thread';

/** The other end of `askThread`: answers every task that this thread is sent, one after the other. What breaks is an answer, too. */
export function answerTasks<Task, Answer>(answer: (task: Task) => Answer | Promise<Answer>): void {
  const port = parentPort;
  if (port === null) return;
  const reply = (message: ThreadReply<Answer>): void => port.postMessage(message);
  port.on('message', (task: Task) => {
    // Begun by a promise, so that what throws at once is caught as what throws later is.
    Promise.resolve(task)
      .then(answer)
      .then(
        (value) => reply({ answer: value }),
        (cause: unknown) => reply({ failure: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }),
      );
  });
}
