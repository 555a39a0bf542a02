/**
 * How much a near miss counts as agreement. `unweighted`: only the same category agrees. `linear`: the credit falls evenly with the
 * distance to 0 at the two ends of the scale. `quadratic`: it falls with the square, so that one level apart costs little. `ordinal`: it
 * falls with the number of pairs of categories between the two, ends included; for scales whose levels have an order and no distance.
 */
export type AgreementWeights = 'unweighted' | 'linear' | 'quadratic' | 'ordinal';

/**
 * The credit, from 1 for the same category to 0 for the two ends of the scale, of two ratings `distance` categories apart on a scale of
 * `count` categories, used or not.
 *
 * Source: J. Cohen (1968), Psychological Bulletin 70, 213-220, doi:10.1037/h0026256; K. L. Gwet (2014), Handbook of Inter-Rater
 * Reliability, 4th ed., chapter 3 (there the ordinal weights).
 */
export function credit(weights: AgreementWeights, distance: number, count: number): number {
  if (distance === 0) return 1;
  switch (weights) {
    case 'unweighted':
      return 0;
    case 'linear':
      return 1 - distance / (count - 1);
    case 'quadratic':
      return 1 - (distance / (count - 1)) ** 2;
    case 'ordinal':
      return 1 - (distance * (distance + 1)) / (count * (count - 1));
  }
}

/** The credits of all ordered pairs of categories added up: what the sums of |k - l| and (k - l)^2 over all pairs leave. Cost O(1). */
export function sumOfCredits(weights: AgreementWeights, count: number): number {
  const square = count * count;
  switch (weights) {
    case 'unweighted':
      return count;
    case 'linear':
      return square - (count * (count + 1)) / 3;
    case 'quadratic':
      return square - (square * (count + 1)) / (6 * (count - 1));
    case 'ordinal':
      return square - ((count + 1) * (count + 2)) / 6;
  }
}
