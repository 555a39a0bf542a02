import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import { normalQuantile } from '../distributions/normal-quantile';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import type { ExtremeKind, RaschElement, RaschFacet } from './analysis';
import type { Calibration } from './calibration';
import { fairAverages } from './fair-average';
import { fitStatistics } from './fit-statistics';
import type { RowExpectations } from './row-expectations';

/** What was found about the elements of one facet, in the order of the table. */
export interface FacetFindings {
  readonly facet: RaschFacet;
  /** Standard errors; NaN where there is none. */
  readonly error: Float64Array;
  readonly conditional: Float64Array;
  readonly extreme: readonly (ExtremeKind | null)[];
  /** Why a measure is not to be had; and what else is to be said about those that are. */
  readonly status: readonly EstimateStatus[];
}

/** The elements of one facet with all that is reported about them. */
export function elementsOf(
  table: RatingTable,
  calibration: Calibration,
  findings: FacetFindings,
  rows: RowExpectations,
  method: string,
  fewestForZ: number,
): readonly RaschElement[] {
  const { facet } = findings;
  const names = table[`${facet}s`];
  const supports = supportOf(table, facet);
  const half = normalQuantile(0.975);
  const measures: readonly Estimate[] = names.map((_, element) => {
    const value = calibration[facet][element]!;
    const status = findings.status[element]!;
    const support = supports[element]!;
    if (Number.isNaN(value)) return missing(status === 'OK' ? 'INSUFFICIENT_DATA' : status, method, support);
    const error = findings.error[element]!;
    return found({ value, standardError: error, interval: [value - half * error, value + half * error] }, method, support, status);
  });
  const fair = fairAverages(table, facet, calibration, measures);
  const fit = fitStatistics(table[facet], names.length, rows, fewestForZ);
  return names.map((name, element) => ({
    name,
    measure: measures[element]!,
    conditionalError: Number.isFinite(findings.conditional[element]!) ? findings.conditional[element]! : null,
    score: supports[element]!.score,
    count: supports[element]!.n,
    fairAverage: fair[element]!,
    extreme: findings.extreme[element]!,
    fit: fit[element]!,
  }));
}

/** For each element its ratings, its distinct raters and the sum of its scores. */
function supportOf(
  table: RatingTable,
  facet: RaschFacet,
): readonly { readonly n: number; readonly raters: number; readonly score: number }[] {
  const elements = table[`${facet}s`].length;
  const n = new Int32Array(elements);
  const score = new Float64Array(elements);
  const raters = new Int32Array(elements);
  const met = new Set<number>();
  for (let row = 0; row < table.score.length; row += 1) {
    const element = table[facet][row]!;
    n[element]! += 1;
    score[element]! += table.score[row]!;
    const pair = element * table.raters.length + table.rater[row]!;
    if (met.has(pair)) continue;
    met.add(pair);
    raters[element]! += 1;
  }
  return Array.from({ length: elements }, (_, element) => ({ n: n[element]!, raters: raters[element]!, score: score[element]! }));
}
