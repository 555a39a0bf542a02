import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { askThread, threadLine, ThreadStopped } from '@touchstone/threads';
import type { InsightAnswer, InsightAnswers, InsightTask } from './insight-tasks';

/** Asks the thread and waits for its answer. */
export type AskInsights = <Task extends InsightTask>(task: Task) => Promise<InsightAnswers[Task['kind']]>;

/** Where figures over many loops are reckoned: in a thread, one report at a time in this process, the others in line. */
@Injectable()
export class InsightDesk implements OnApplicationShutdown {
  private readonly line = threadLine({ entry: `${__dirname}/insight-thread` });
  private readonly closing = new AbortController();

  /** Gives the thread to `talk`. Rejects with `ThreadStopped` where the signal aborts or the process stops; nothing is half done by that. */
  async work<Value>(talk: (ask: AskInsights) => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    const stop = signal === undefined ? this.closing.signal : AbortSignal.any([signal, this.closing.signal]);
    const turn = await this.line.turn(async (thread) => {
      const ask: AskInsights = async <Task extends InsightTask>(task: Task) =>
        (await askThread<InsightTask, InsightAnswer>(thread, task, stop)) as InsightAnswers[Task['kind']];
      return { value: await talk(ask), reusable: true };
    }, stop);
    if (turn === null) throw new ThreadStopped();
    return turn.value;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await this.line.close();
  }
}
