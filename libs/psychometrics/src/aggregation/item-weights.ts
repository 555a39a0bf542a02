import type { RatingTable } from '../ratings/rating-table';

/** How much each item counts, by name. Only the ratios matter. */
export type ItemWeights = Readonly<Record<string, number>>;

/** The weight of each item of the table, 0 for one that has none; and the sum over all that have one, rated or not. */
export function weightsOfItems({ items }: RatingTable, weights: ItemWeights | undefined): { of: Float64Array; total: number } {
  if (weights === undefined) return { of: new Float64Array(items.length).fill(1), total: items.length };
  const given = new Map(Object.entries(weights));
  let total = 0;
  for (const weight of given.values()) {
    if (!Number.isFinite(weight) || weight < 0) throw new RangeError('the weight of an item is a finite number of at least 0');
    total += weight;
  }
  return { of: Float64Array.from(items, (item) => given.get(item) ?? 0), total };
}
