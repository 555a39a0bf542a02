// Looked up once: in a sandbox, as tests run in, each look at a global costs more than the arithmetic.
const { abs } = Math;
const { isFinite } = Number;

/**
 * What is the sum of these numbers, without the digits that plain addition loses?
 *
 * Plain addition of n doubles can be wrong by n units in the last place; it turns 1e16 + 1 - 1e16 into 0. Neumaier's
 * variant of compensated summation carries the lost digits in a second double and is wrong by about one unit, whatever n.
 * The order of the values is kept: two orders may still differ in the last bit. Where the order must not matter, sort first
 * (`mean`, `weightedMean` and `sampleVariance` do).
 *
 * Needs finite numbers; throws RangeError otherwise. The empty sum is 0. Cost O(n).
 *
 * Source: A. Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen,
 * ZAMM 54(1), 39-51, doi:10.1002/zamm.19740540106.
 */
export function neumaierSum(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    if (!isFinite(value)) throw new RangeError('a sum needs finite numbers');
    const next = sum + value;
    lost += abs(sum) >= abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
