import { chiSquareSurvival } from '../distributions/chi-square-survival';
import { neumaierSum } from '../sums/neumaier-sum';
import type { RaschElement } from './analysis';

export interface Spread {
  readonly sd: number;
  /** What is left of `sd` when the average error is taken out. */
  readonly trueSd: number;
  /** True standard deviation in units of the average error. */
  readonly separation: number;
  /** How many levels can be told apart. */
  readonly strata: number;
  /** Share of the variance that is true; null where there is none. */
  readonly reliability: number | null;
}

export interface Separation {
  readonly elements: number;
  /** Root mean square of the conditional standard errors. */
  readonly rmse: number;
  /** The elements as all there are, and as a sample of more. */
  readonly population: Spread;
  readonly sample: Spread;
  /** Are the measures all the same, but for error? */
  readonly chiSquare: { readonly value: number; readonly degrees: number; readonly p: number };
}

/**
 * Can the elements of a facet be told apart by these ratings?
 *
 * For candidates high separation is wanted: reliability 0.8 is separation 2 and three strata, such as good, middling, poor. For raters low is
 * wanted: a reliability near 0 says that differences in severity are no larger than their errors, one near 1 that raters are reliably *different*.
 * Population figures answer for these elements alone, sample figures for more of their kind. The chi-square tests whether all share one measure;
 * with many ratings it is always significant, so read the spread first.
 *
 * Extreme scores are left out, having been placed rather than measured, and so is whatever has no measure; null where fewer than two are left.
 * Cost O(elements).
 *
 * Source: B. D. Wright & G. N. Masters (1982), Rating Scale Analysis, 105-106 (separation, strata (4G + 1) / 3); Facets manual, Table 7 summary statistics.
 */
export function separation(elements: readonly RaschElement[]): Separation | null {
  const measured = elements.flatMap(({ measure, conditionalError, extreme }) =>
    measure.value !== null && extreme === null && conditionalError !== null ? [{ value: measure.value, error: conditionalError }] : [],
  );
  const n = measured.length;
  if (n < 2) return null;
  const mean = neumaierSum(measured.map(({ value }) => value)) / n;
  const squares = neumaierSum(measured.map(({ value }) => (value - mean) ** 2));
  const meanSquareError = neumaierSum(measured.map(({ error }) => error ** 2)) / n;
  const weights = neumaierSum(measured.map(({ error }) => error ** -2));
  const weighted = neumaierSum(measured.map(({ value, error }) => value * error ** -2)) / weights;
  const chiSquare = neumaierSum(measured.map(({ value, error }) => ((value - weighted) / error) ** 2));
  return {
    elements: n,
    rmse: Math.sqrt(meanSquareError),
    population: spread(squares / n, meanSquareError),
    sample: spread(squares / (n - 1), meanSquareError),
    chiSquare: { value: chiSquare, degrees: n - 1, p: chiSquareSurvival(chiSquare, n - 1) },
  };
}

function spread(variance: number, meanSquareError: number): Spread {
  const trueVariance = Math.max(0, variance - meanSquareError);
  const ratio = Math.sqrt(trueVariance / meanSquareError);
  return {
    sd: Math.sqrt(variance),
    trueSd: Math.sqrt(trueVariance),
    separation: ratio,
    strata: (4 * ratio + 1) / 3,
    reliability: variance > 0 ? trueVariance / variance : null,
  };
}
