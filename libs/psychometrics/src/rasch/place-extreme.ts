/** One rating of an element that is to be placed: the rest of its logit, and the running sums of its scale's thresholds. */
export interface PlacedRating {
  readonly offset: number;
  readonly kappa: Float64Array;
}

/**
 * The x at which the expected total of these ratings is `total`, each rating having the logit offset + x.
 *
 * The expected total rises with x, from 0 to the sum of the highest categories; needs a total between them. Newton's steps where they stay
 * between the bounds that are known, halving otherwise. A candidate's measure is x, a rater's or an item's is -x.
 */
export function placeExtreme(ratings: readonly PlacedRating[], total: number): number {
  let low = -1;
  let high = 1;
  while (moments(ratings, low).expected > total) low *= 2;
  while (moments(ratings, high).expected < total) high *= 2;
  let x = (low + high) / 2;
  for (;;) {
    const { expected, variance } = moments(ratings, x);
    if (expected < total) low = x;
    else high = x;
    const newton = x + (total - expected) / variance;
    if (Math.abs(newton - x) <= 1e-13 * (1 + Math.abs(x))) return newton;
    x = newton > low && newton < high ? newton : (low + high) / 2;
  }
}

function moments(ratings: readonly PlacedRating[], x: number): { readonly expected: number; readonly variance: number } {
  let expected = 0;
  let variance = 0;
  for (const { offset, kappa } of ratings) {
    let most = -Infinity;
    for (let k = 0; k < kappa.length; k += 1) most = Math.max(most, k * (offset + x) - kappa[k]!);
    let sum = 0;
    let first = 0;
    let second = 0;
    for (let k = 0; k < kappa.length; k += 1) {
      const weight = Math.exp(k * (offset + x) - kappa[k]! - most);
      sum += weight;
      first += k * weight;
      second += k * k * weight;
    }
    expected += first / sum;
    variance += second / sum - (first / sum) ** 2;
  }
  return { expected, variance };
}
