import { join } from 'node:path';
import type { Mood } from '../fixtures/moody-thread';
import { askThread, ThreadStopped } from './ask-thread';
import { type ThreadLine, threadLine } from './thread-line';

const entry = join(__dirname, '../fixtures/moody-thread');

describe('a line of threads', () => {
  let line: ThreadLine;
  beforeEach(() => {
    line = threadLine({ entry });
  });
  afterEach(() => line.close());

  const ask = async (mood: Mood, signal?: AbortSignal): Promise<number | null> => {
    const turn = await line.turn(
      async (thread) => ({ value: await askThread<Mood, number>(thread, mood, signal), reusable: true }),
      signal,
    );
    return turn?.value ?? null;
  };

  it('answers, from one thread as long as that is well', async () => {
    const threads = new Set<number>();
    for (let value = 0; value < 15; value += 1) {
      const turn = await line.turn(async (thread) => {
        threads.add(thread.threadId);
        return { value: await askThread<Mood, number>(thread, { double: value }), reusable: true };
      });
      expect(turn?.value).toBe(2 * value);
    }
    expect(threads.size).toBe(1);
  });

  it('leaves the event loop free', async () => {
    await ask({ double: 1 });
    const stop = new AbortController();
    let beats = 0;
    const heart = setInterval(() => (beats += 1) >= 10 && stop.abort(), 10);
    await expect(ask({ sleep: true }, stop.signal)).rejects.toThrow(ThreadStopped);
    clearInterval(heart);
    expect(beats).toBeGreaterThanOrEqual(10);
  });

  it('rejects what throws there, says what, and recovers', async () => {
    await expect(ask({ throw: 'nothing to halve' })).rejects.toThrow(/RangeError: nothing to halve/);
    expect(await ask({ double: 3 })).toBe(6);
  });

  it('rejects where the thread dies, and recovers', async () => {
    await expect(ask({ exit: 3 })).rejects.toThrow('The thread ended with code 3 before it answered.');
    expect(await ask({ double: 3 })).toBe(6);
  });

  it('serves one at a time, in order, and lets go of who gives up', async () => {
    const finished: number[] = [];
    const controller = new AbortController();
    const asked = [1, 2, 3, 4].map(async (value) => {
      const answer = await ask({ double: value }, value === 3 ? controller.signal : undefined);
      finished.push(answer ?? 0);
    });
    controller.abort();
    await Promise.all(asked);
    expect(finished).toEqual([0, 2, 4, 8]);
  });

  it('gives the next a thread of its own while one is stopped in the middle', async () => {
    const controller = new AbortController();
    const sleeping = ask({ sleep: true }, controller.signal);
    const next = ask({ double: 21 });
    setTimeout(() => controller.abort(), 100);
    await expect(sleeping).rejects.toThrow(ThreadStopped);
    expect(await next).toBe(42);
  });

  it('ends a thread that wants more memory than it may have, and recovers', async () => {
    const small = threadLine({ entry, heapMegabytes: 24 });
    const ask = (mood: Mood): Promise<number> =>
      small
        .turn(async (thread) => ({ value: await askThread<Mood, number>(thread, mood), reusable: true }))
        .then((turn) => turn?.value ?? 0);
    try {
      expect(await ask({ double: 2 })).toBe(4);
      await expect(ask({ hoard: true })).rejects.toMatchObject({ cause: { code: 'ERR_WORKER_OUT_OF_MEMORY' } });
      expect(await ask({ double: 2 })).toBe(4);
    } finally {
      await small.close();
    }
  });

  it('can be closed twice and used afterwards', async () => {
    await ask({ double: 1 });
    await line.close();
    await line.close();
    expect(await ask({ double: 1 })).toBe(2);
  });
});
