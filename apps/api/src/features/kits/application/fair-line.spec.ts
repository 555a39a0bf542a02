import { FairLine } from './fair-line';

const line = (): FairLine => new FairLine({ atOnce: 1, mostWaiting: 4, mostOfOne: 3 });

/** Work that ends when it is told to, and notes when it begins. */
function controlled(served: string[]): { work: (name: string) => () => Promise<string>; next: () => Promise<void> } {
  const ends: (() => void)[] = [];
  return {
    work: (name) => () => {
      served.push(name);
      return new Promise((resolve) => ends.push(() => resolve(name)));
    },
    next: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('a fair line', () => {
  it('goes round the owners, each in its own order', async () => {
    const served: string[] = [];
    const { work, next } = controlled(served);
    const fair = line();
    const turns = ['a1', 'a2', 'a3', 'b1', 'c1'].map((name) => fair.turn(name.charAt(0), work(name)));
    for (let turn = 0; turn < 5; turn += 1) await next();
    expect(served).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
    expect(await Promise.all(turns)).toEqual(['a1', 'a2', 'a3', 'b1', 'c1']);
  });

  it('sends away whom it cannot take, and one owner sooner than all', async () => {
    const { work, next } = controlled([]);
    const fair = line();
    const turns = ['a', 'a', 'a', 'a'].map((owner) => fair.turn(owner, work(owner)));
    expect(await fair.turn('a', work('a'))).toBe('FULL');
    turns.push(fair.turn('b', work('b')));
    expect(await fair.turn('c', work('c'))).toBe('FULL');
    for (let turn = 0; turn < 5; turn += 1) await next();
    expect(await Promise.all(turns)).toEqual(['a', 'a', 'a', 'a', 'b']);
  });

  it('lets go of who leaves, and passes the turn on when work breaks', async () => {
    const { work, next } = controlled([]);
    const fair = line();
    const first = fair.turn('a', work('a'));
    const leaving = new AbortController();
    const left = fair.turn('b', work('b'), leaving.signal);
    const broken = expect(fair.turn('c', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    const last = fair.turn('d', () => Promise.resolve('d'));
    leaving.abort();
    expect(await left).toBe('LEFT');
    await next();
    expect(await first).toBe('a');
    await broken;
    expect(await last).toBe('d');
    expect(await fair.turn('e', () => Promise.resolve('e'), AbortSignal.abort())).toBe('LEFT');
  });
});
