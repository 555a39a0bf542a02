import type { EstimateStatus } from '@touchstone/kernel';
import { normalQuantile } from '../distributions/normal-quantile';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import type { RaschAnalysis, RaschModel, RaschScale } from './analysis';
import { type Calibration } from './calibration';
import { elementsOf, type FacetFindings } from './elements';
import { wholeNumbers } from './rating-scales';
import { rowExpectations } from './row-expectations';

/** All that one estimation found, still as columns. */
export interface Findings {
  readonly method: string;
  readonly model: RaschModel;
  readonly status: EstimateStatus;
  readonly calibration: Calibration;
  /** Standard errors of the thresholds, for each scale. */
  readonly thresholdErrors: readonly Float64Array[];
  readonly facets: { readonly candidate: FacetFindings; readonly rater: FacetFindings; readonly item: FacetFindings };
  readonly dropped: RaschAnalysis['dropped'];
  readonly ratings: number;
  readonly logLikelihood: number | null;
  readonly residual: number | null;
  readonly iterations: number;
}

export function assembleAnalysis(table: RatingTable, findings: Findings, fewestForZ: number): RaschAnalysis {
  const { method, model, status, calibration, facets } = findings;
  const estimated = <K extends keyof typeof facets>(facet: K): Float64Array =>
    calibration[facet].map((value, element) => (facets[facet].extreme[element] === null ? value : NaN));
  const rows = rowExpectations(table, {
    ...calibration,
    candidate: estimated('candidate'),
    rater: estimated('rater'),
    item: estimated('item'),
  });
  const elements = (facet: keyof typeof facets) => elementsOf(table, calibration, facets[facet], rows, method, fewestForZ);
  return {
    method,
    model,
    status,
    candidates: elements('candidate'),
    raters: elements('rater'),
    items: elements('item'),
    scales: scalesOf(table, findings),
    categoryCounts: categoryCounts(table),
    unusedCategories: unusedCategories(table, calibration),
    dropped: findings.dropped,
    ratings: findings.ratings,
    logLikelihood: findings.logLikelihood,
    residual: findings.residual,
    iterations: findings.iterations,
  };
}

/** The analysis of ratings that do not allow one: every figure missing, with the same reason. */
export function withoutFindings(
  table: RatingTable,
  method: string,
  model: RaschModel,
  status: Exclude<EstimateStatus, 'OK'>,
  dropped: RaschAnalysis['dropped'] = [],
): RaschAnalysis {
  const none = (facet: 'candidate' | 'rater' | 'item'): FacetFindings => {
    const names = table[`${facet}s`];
    const nothing = new Float64Array(names.length).fill(NaN);
    const kinds = new Map(dropped.filter((gone) => gone.facet === facet).map(({ name, kind }) => [name, kind]));
    const extreme = names.map((name) => kinds.get(name) ?? null);
    return { facet, error: nothing, conditional: nothing, extreme, status: names.map(() => status) };
  };
  const facets = { candidate: none('candidate'), rater: none('rater'), item: none('item') };
  const calibration: Calibration = {
    candidate: facets.candidate.error,
    rater: facets.rater.error,
    item: facets.item.error,
    scaleOf: new Int32Array(table.items.length).fill(-1),
    scales: [],
  };
  const findings: Findings = {
    method,
    model,
    status,
    calibration,
    thresholdErrors: [],
    facets,
    dropped,
    ratings: 0,
    logLikelihood: null,
    residual: null,
    iterations: 0,
  };
  return assembleAnalysis(table, findings, Infinity);
}

function scalesOf(table: RatingTable, { calibration, thresholdErrors, model, method, status }: Findings): readonly RaschScale[] {
  const half = normalQuantile(0.975);
  const rows = new Int32Array(calibration.scales.length);
  const raters = calibration.scales.map(() => new Set<number>());
  for (let row = 0; row < table.score.length; row += 1) {
    const scale = calibration.scaleOf[table.item[row]!]!;
    if (scale < 0) continue;
    rows[scale]! += 1;
    raters[scale]!.add(table.rater[row]!);
  }
  return calibration.scales.map(({ categories, thresholds }, scale) => {
    const support = { n: rows[scale]!, raters: raters[scale]!.size };
    const named = `${method}, threshold`;
    return {
      item: model === 'PARTIAL_CREDIT' ? table.items[calibration.scaleOf.indexOf(scale)]! : null,
      categories,
      thresholds: thresholds.map((value, k) => {
        const error = thresholdErrors[scale]![k]!;
        if (Number.isNaN(value)) return missing(status === 'OK' ? 'INSUFFICIENT_DATA' : status, named, support);
        return found({ value, standardError: error, interval: [value - half * error, value + half * error] }, named, support, status);
      }),
    };
  });
}

function categoryCounts(table: RatingTable): RaschAnalysis['categoryCounts'] {
  const counts = new Map<number, number>((wholeNumbers(table) ?? []).map((score) => [score, 0]));
  for (const score of table.score) counts.set(score, (counts.get(score) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b).map(([score, count]) => ({ score, count }));
}

/** Said for the scales together: a score that no scale has as a category. */
function unusedCategories(table: RatingTable, { scales }: Calibration): readonly number[] {
  if (scales.length === 0) return [];
  const used = new Set(scales.flatMap(({ categories }) => categories));
  return (wholeNumbers(table) ?? []).filter((score) => !used.has(score));
}
