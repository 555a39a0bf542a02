import { neumaierSum } from '../sums/neumaier-sum';

// Looked up once: in a sandbox, as tests run in, each look at a global costs more than the arithmetic.
const { isFinite } = Number;

export interface Weighted {
  readonly value: number;
  /** 0 or more; only the ratios of the weights matter. */
  readonly weight: number;
}

/**
 * Where is the centre of these numbers when they count unequally?
 *
 * The weights are renormalised over the numbers that are present: leave out what was not rated, and the rest shares its weight.
 * `null` where nothing carries weight. Computed as `least + sum(weight * (value - least)) / sum(weight)` over the numbers
 * in ascending order with compensated sums, so that equal numbers give exactly that number, the result never leaves the range
 * of the numbers, and the order of the input changes no bit.
 *
 * Needs finite values and finite weights of at least 0; throws RangeError otherwise. Cost O(n log n).
 *
 * Source: the definition; sums as in `neumaierSum`.
 */
export function weightedMean(entries: readonly Weighted[]): number | null {
  for (const { value, weight } of entries) {
    if (!isFinite(value)) throw new RangeError('a weighted mean needs finite values');
    if (!isFinite(weight) || weight < 0) throw new RangeError('a weight is a finite number of at least 0');
  }
  const weighing = entries.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value || a.weight - b.weight);
  const least = weighing[0]?.value;
  const greatest = weighing.at(-1)?.value;
  if (least === undefined || greatest === undefined) return null;
  const above = neumaierSum(weighing.map(({ value, weight }) => weight * (value - least)));
  const total = neumaierSum(weighing.map(({ weight }) => weight));
  // Adding 0 turns -0 into 0: they are the same number and print alike.
  return Math.min(greatest, least + above / total) + 0;
}
