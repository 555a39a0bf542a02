import { SharedFlush } from './shared-flush';

/** A disk that flushes when it is told to. */
function disk() {
  const begun: { readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  const shared = new SharedFlush(() => new Promise<void>((end, fail) => void begun.push({ end, fail })));
  return { begun, shared };
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('making commits durable together', () => {
  it('flushes at once where nothing is under way', async () => {
    const { begun, shared } = disk();
    const first = shared.wait();
    begun[0]?.end();
    await first;
    expect(begun).toHaveLength(1);
  });

  it('gives all who commit during a flush one more flush, not the one under way', async () => {
    const { begun, shared } = disk();
    const first = shared.wait();
    const [second, third] = [shared.wait(), shared.wait()];
    let durable = 0;
    const later = [second, third].map((one) => one.then(() => (durable += 1)));
    begun[0]?.end();
    await first;
    await tick();
    expect([durable, begun.length]).toEqual([0, 2]);
    begun[1]?.end();
    await Promise.all(later);
    expect([durable, begun.length]).toEqual([2, 2]);
  });

  it('tries once more where a flush fails', async () => {
    const { begun, shared } = disk();
    const first = shared.wait();
    begun[0]?.fail(new Error('the connection is gone'));
    await tick();
    begun[1]?.end();
    await expect(first).resolves.toBeUndefined();
  });

  it('tells those who waited for a flush that failed twice, and nobody else', async () => {
    const { begun, shared } = disk();
    const [first, second] = [shared.wait(), shared.wait()];
    begun[0]?.fail(new Error('the connection is gone'));
    await tick();
    begun[1]?.fail(new Error('the server is gone'));
    await expect(first).rejects.toThrow('the server is gone');
    await tick();
    begun[2]?.end();
    await expect(second).resolves.toBeUndefined();
    await tick();
    const third = shared.wait();
    begun[3]?.end();
    await expect(third).resolves.toBeUndefined();
  });
});
