import type { RaschAnalysis, RaschElement } from './analysis';

/** Measures and scales as columns, in the order of the table. Inside this chapter alone, NaN stands for a measure that is not to be had. */
export interface Calibration {
  readonly candidate: Float64Array;
  readonly rater: Float64Array;
  readonly item: Float64Array;
  /** For each item its scale, -1 where it has none. */
  readonly scaleOf: Int32Array;
  readonly scales: readonly CalibratedScale[];
}

export interface CalibratedScale {
  readonly categories: readonly number[];
  readonly thresholds: readonly number[];
}

/** What an analysis found, as columns again. `estimated` leaves out extreme measures, which were placed and not estimated. */
export function calibrationOf(analysis: RaschAnalysis, estimated: boolean): Calibration {
  const column = (elements: readonly RaschElement[]): Float64Array =>
    Float64Array.from(elements, ({ measure, extreme }) => (estimated && extreme !== null ? NaN : (measure.value ?? NaN)));
  const place = new Map(analysis.scales.map((scale, index) => [scale.item, index]));
  return {
    candidate: column(analysis.candidates),
    rater: column(analysis.raters),
    item: column(analysis.items),
    scaleOf: Int32Array.from(analysis.items, ({ name }) => place.get(null) ?? place.get(name) ?? -1),
    scales: analysis.scales.map(({ categories, thresholds }) => ({ categories, thresholds: thresholds.map(({ value }) => value ?? NaN) })),
  };
}
