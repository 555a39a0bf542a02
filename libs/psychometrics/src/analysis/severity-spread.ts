import type { Estimate } from '@touchstone/kernel';
import { normalQuantile } from '../distributions/normal-quantile';
import { found } from '../estimates/estimates';
import type { MixedModelFit } from '../mixed-model/mixed-model-fit';
import type { RatingTable } from '../ratings/rating-table';
import { supportOf } from '../mixed-model/support';

export interface SeveritySpread {
  readonly strictest: string;
  readonly mostLenient: string;
  /** By how many points the one gives more than the other for the same answer. Never below 0; its interval may begin below. */
  readonly difference: Estimate;
}

const METHOD =
  'difference of the predicted effects of the strictest and the most lenient rater; 95 % interval that holds for all pairs of raters at once (Bonferroni)';

/**
 * How far are the strictest and the most lenient rater apart, and is that more than chance?
 *
 * The two were picked because they are the farthest apart, so the interval is widened to hold for every pair of raters at once. What the errors of two predicted
 * effects have in common (that these raters are a sample of all: the component over their number) cancels in the difference: with e the error variances of the two, σ²
 * the component and k raters, the variance is (e₁ + e₂ - 2σ²/k) k/(k - 1). Exact in balanced designs. null where there are no effects of raters, or only
 * one; a difference of exactly 0, without an interval, where the component of raters is 0.
 *
 * Cost O(raters).
 *
 * Source: C. R. Henderson (1975), Best linear unbiased estimation and prediction under a selection model, Biometrics 31(2), 423-447,
 * doi:10.2307/2529430; O. J. Dunn (1961), Multiple comparisons among means, Journal of the American Statistical Association 56(293), 52-64,
 * doi:10.1080/01621459.1961.10482090.
 */
export function severitySpread(table: RatingTable, { effects, components }: MixedModelFit): SeveritySpread | null {
  const { raters } = table;
  const [first] = effects.rater;
  const k = raters.length;
  if (k < 2 || first === undefined || first.value === null) return null;
  const valueAt = (rater: number): number => effects.rater[rater]!.value!;
  let [low, high] = [0, 0];
  for (let rater = 1; rater < k; rater += 1) {
    if (valueAt(rater) < valueAt(low)) low = rater;
    if (valueAt(rater) > valueAt(high)) high = rater;
  }
  const [lower, upper] = [effects.rater[low]!.standardError, effects.rater[high]!.standardError];
  const component = components.rater?.value ?? 0;
  const value = valueAt(high) - valueAt(low);
  const named = { strictest: raters[low]!, mostLenient: raters[high]! };
  const errorOfBoth = lower === null || upper === null ? 0 : ((lower ** 2 + upper ** 2 - (2 * component) / k) * k) / (k - 1);
  if (component === 0 || !(errorOfBoth > 0)) return { ...named, difference: found({ value }, METHOD, supportOf(table)) };
  const standardError = Math.sqrt(errorOfBoth);
  const half = normalQuantile(1 - 0.05 / (k * (k - 1))) * standardError;
  return { ...named, difference: found({ value, standardError, interval: [value - half, value + half] }, METHOD, supportOf(table)) };
}
