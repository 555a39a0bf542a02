import { RecentlyUsed } from './recently-used';

describe('a map of what was used lately', () => {
  it('drops what was asked for least lately', () => {
    const kept = new RecentlyUsed<string, number>(2);
    kept.set('a', 1);
    kept.set('b', 2);
    expect(kept.get('a')).toBe(1);
    kept.set('c', 3);
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3]);
  });

  it('counts a key that is set again once', () => {
    const kept = new RecentlyUsed<string, number>(2);
    for (const value of [1, 2, 3]) kept.set('a', value);
    kept.set('b', 4);
    expect([kept.get('a'), kept.get('b')]).toEqual([3, 4]);
  });
});
