/**
 * What is left of each p-value when all of them were looked at?
 *
 * The smallest is multiplied by their number, the next by one less, and so on, never falling and never above 1: the chance that any true null hypothesis is
 * refused stays below the level, whatever the tests have in common. Nulls are no tests and stay null. Cost O(n log n).
 *
 * Source: S. Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6(2), 65-70, jstor:4615733.
 */
export function holmAdjusted(values: readonly (number | null)[]): readonly (number | null)[] {
  const tests = values.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p || a.index - b.index);
  const adjusted: (number | null)[] = values.map(() => null);
  let most = 0;
  tests.forEach(({ p, index }, rank) => (adjusted[index] = most = Math.max(most, Math.min(1, p * (tests.length - rank)))));
  return adjusted;
}
