import { weightedMean } from './weighted-mean';

/**
 * Where is the centre of these numbers, every one counting once?
 *
 * `null` for no numbers: a mean of nothing is missing, not 0. Equal numbers give exactly that number, the result never leaves
 * the range of the numbers, and their order changes no bit (see `weightedMean`).
 *
 * Needs finite numbers; throws RangeError otherwise. Cost O(n log n).
 *
 * Source: the definition.
 */
export const mean = (values: readonly number[]): number | null => weightedMean(values.map((value) => ({ value, weight: 1 })));
