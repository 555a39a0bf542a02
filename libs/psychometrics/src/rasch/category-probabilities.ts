/**
 * How likely is each category of a rating scale, for a rating that stands `logit` above the item and its rater?
 *
 * The rating scale model itself: log(P_k / P_(k-1)) = logit - threshold_k, with logit = ability - severity - difficulty. Drawn against the logit,
 * these are the category curves of a rating scale: neighbouring curves cross at the thresholds. Where thresholds are out of order, the category
 * between them is never the likeliest: raters hardly use it.
 *
 * `thresholds` are one fewer than the categories; needs finite numbers, throws RangeError otherwise. Cost O(categories).
 *
 * Source: D. Andrich (1978), A rating formulation for ordered response categories, Psychometrika 43(4), 561-573, doi:10.1007/BF02293814.
 */
export function categoryProbabilities(logit: number, thresholds: readonly number[]): number[] {
  if (!Number.isFinite(logit) || !thresholds.every(Number.isFinite)) throw new RangeError('logit and thresholds are finite numbers');
  const exponents = [0];
  for (const threshold of thresholds) exponents.push(exponents[exponents.length - 1]! + logit - threshold);
  const most = exponents.reduce((a, b) => Math.max(a, b));
  const weights = exponents.map((exponent) => Math.exp(exponent - most));
  const sum = weights.reduce((a, b) => a + b);
  return weights.map((weight) => weight / sum);
}
