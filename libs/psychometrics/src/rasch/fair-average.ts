import { type Estimate } from '@touchstone/kernel';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import type { RaschFacet } from './analysis';
import type { Calibration } from './calibration';
import { categoryProbabilities } from './category-probabilities';

/**
 * Which rating would everybody have had under the same conditions?
 *
 * The rating that the model expects for each element of a facet when it meets the mean of the other facets (Fair(M) of Facets): a candidate with
 * the average rater on the average question, a rater with the average candidate on the average question. In rating units, and comparable where plain
 * averages are not: a candidate who met the harsh raters gets back what that cost. The mean is over all measures of a facet, extreme ones
 * with them. It is not the mean over the questions that were asked; on a curved scale the two differ a little. Where items have their own
 * scales, it is the mean of what each of the element's ratings would be on its item's scale.
 *
 * The standard error is that of the measure times the slope of the expected rating there; the interval is that of the measure, translated. Both grow
 * small at the ends of the scale, because no rating lies beyond them.
 *
 * Cost O(rows + elements x scales x categories).
 *
 * Source: J. M. Linacre (1989), Many-Facet Rasch Measurement, MESA Press; Facets manual, 'Fair average'.
 */
export function fairAverages(
  table: RatingTable,
  facet: RaschFacet,
  calibration: Calibration,
  measures: readonly Estimate[],
): readonly Estimate[] {
  const others = { candidate: meanOf(calibration.candidate), rater: meanOf(calibration.rater), item: meanOf(calibration.item) };
  const scales = calibration.scales.length;
  const uses = new Int32Array(measures.length * scales);
  for (let row = 0; row < table.score.length; row += 1) {
    const scale = calibration.scaleOf[table.item[row]!]!;
    if (scale >= 0) uses[table[facet][row]! * scales + scale]! += 1;
  }
  const sign = facet === 'candidate' ? 1 : -1;
  const rest =
    (facet === 'candidate' ? 0 : others.candidate) - (facet === 'rater' ? 0 : others.rater) - (facet === 'item' ? 0 : others.item);
  return measures.map((measure, element) => {
    const method = `${measure.method}, fair average`;
    const own = uses.subarray(element * scales, (element + 1) * scales);
    if (measure.value === null || own.every((times) => times === 0)) {
      return missing(measure.status === 'OK' ? 'INSUFFICIENT_DATA' : measure.status, method, measure);
    }
    const at = (value: number): number => expectedOver(own, calibration, sign * value + rest).rating;
    const { rating, slope } = expectedOver(own, calibration, sign * measure.value + rest);
    const bounds = measure.interval === null ? null : [at(measure.interval.lower), at(measure.interval.upper)].sort((a, b) => a - b);
    return found(
      {
        value: rating,
        standardError: measure.standardError === null ? null : measure.standardError * slope,
        interval: bounds === null ? null : [bounds[0]!, bounds[1]!],
      },
      method,
      measure,
      measure.status,
    );
  });
}

/** The expected rating at one logit, over the scales in the proportion of their use, and how fast it rises there. */
function expectedOver(uses: Int32Array, { scales }: Calibration, logit: number): { readonly rating: number; readonly slope: number } {
  let all = 0;
  let rating = 0;
  let slope = 0;
  uses.forEach((times, scale) => {
    if (times === 0) return;
    const { categories, thresholds } = scales[scale]!;
    const chances = categoryProbabilities(logit, thresholds);
    const expected = chances.reduce((sum, chance, k) => sum + chance * categories[k]!, 0);
    const step = chances.reduce((sum, chance, k) => sum + chance * k, 0);
    all += times;
    rating += times * expected;
    slope += times * chances.reduce((sum, chance, k) => sum + chance * (k - step) * categories[k]!, 0);
  });
  return { rating: rating / all, slope: slope / all };
}

/** Of those that are to be had; 0 where none is. */
function meanOf(measures: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const measure of measures) {
    if (Number.isNaN(measure)) continue;
    sum += measure;
    n += 1;
  }
  return n === 0 ? 0 : sum / n;
}
