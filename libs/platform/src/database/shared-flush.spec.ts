import { SharedFlush } from './shared-flush';

/** A disk that flushes when it is told to. */
function disk() {
  const begun: { readonly by: string; end: () => void; fail: (error: Error) => void }[] = [];
  const flushOf = (by: string) => () => new Promise<void>((end, fail) => void begun.push({ by, end, fail }));
  return { begun, flushOf };
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('making commits durable together', () => {
  it('flushes at once where nothing is under way', async () => {
    const { begun, flushOf } = disk();
    const turn = new SharedFlush().join(flushOf('a'));
    expect(turn.leads).toBe(true);
    begun[0]?.end();
    await turn.done;
    expect(begun).toHaveLength(1);
  });

  it('gives all who commit during a flush one more flush, not the one under way', async () => {
    const { begun, flushOf } = disk();
    const shared = new SharedFlush();
    const first = shared.join(flushOf('a'));
    const second = shared.join(flushOf('b'));
    const third = shared.join(flushOf('c'));
    expect([first.leads, second.leads, third.leads]).toEqual([true, true, false]);
    let durable = false;
    const later = third.done.then(() => (durable = true));
    begun[0]?.end();
    await first.done;
    await tick();
    expect([durable, begun.map(({ by }) => by)]).toEqual([false, ['a', 'b']]);
    begun[1]?.end();
    await later;
    expect(durable).toBe(true);
  });

  it('tells those who waited for a flush that failed, and nobody else', async () => {
    const { begun, flushOf } = disk();
    const shared = new SharedFlush();
    const first = shared.join(flushOf('a'));
    const second = shared.join(flushOf('b'));
    begun[0]?.fail(new Error('the connection is gone'));
    await expect(first.done).rejects.toThrow('gone');
    await tick();
    begun[1]?.end();
    await expect(second.done).resolves.toBeUndefined();
    await tick();
    const third = shared.join(flushOf('c'));
    begun[2]?.end();
    await expect(third.done).resolves.toBeUndefined();
  });
});
