import type { EstimateStatus } from '@touchstone/kernel';
import { designRank } from '../linking/design-rank';
import type { RatingTable } from '../ratings/rating-table';
import type { ExtremeKind, RaschAnalysis, RaschFacet, RaschModel } from './analysis';
import { assembleAnalysis, withoutFindings } from './assemble-analysis';
import type { Calibration } from './calibration';
import { designOf } from './design';
import type { FacetFindings } from './elements';
import { type Extreme, withoutExtremes } from './extreme-scores';
import { FEWEST_FOR_Z } from './fit-statistics';
import { jointErrors } from './joint-errors';
import { keptRows } from './kept-rows';
import { maximise } from './maximise';
import { type PlacedRating, placeExtreme } from './place-extreme';
import { ratingScales, wholeNumbers } from './rating-scales';
import { rowExpectations, runningSums } from './row-expectations';
import { thresholdsOf } from './thresholds-of';

export interface RaschJmlOptions {
  readonly model?: RaschModel;
  /**
   * Categories that nobody used have no threshold. `RENUMBER` counts the others without gaps, as Facets does unless told to keep them;
   * `REFUSE` answers INSUFFICIENT_DATA. Either way `unusedCategories` names them.
   */
  readonly unusedCategories?: 'RENUMBER' | 'REFUSE';
  /** An extreme score is placed where the expected total is so far inside the possible ones, in rating points. */
  readonly extremeAdjustment?: number;
  /** Fewer ratings than this have no standardised fit. */
  readonly fewestForZ?: number;
}

/**
 * How able is each candidate, how strict each rater, how hard each item, as the program Facets would have it?
 *
 * The same question as `raschMap`, answered by joint maximum likelihood, without priors.
 *
 * For comparison with published analyses. On small panels it breaks: measures are stretched (by 10 to 40 % with three to five raters; the
 * textbook factor (L - 1) / L corrects that for two facets and right-or-wrong answers alone and is not applied), there is no maximum for extreme scores,
 * for unused categories and for some patterns.
 *
 * Extreme scores (every rating at the same end) are taken out, candidates, raters, items, until none is left, and then placed where the
 * expected total is 0.3 points inside, all else fixed: status `EXTREME`, standard error conditional, no fit. `DISCONNECTED`: the ratings
 * do not join all measures, so that there are no figures; see `connectedSubsets` and `designRank`, and analyse the parts. `NOT_CONVERGED`: the likelihood
 * has no finite maximum. `CONSTANT`: nothing is left that varies. `INSUFFICIENT_DATA`: more than 32 categories, or unused ones that are refused; for one
 * element: all its ratings went with extreme scores of others. `extremeAdjustment` lies between 0 and 0.5; throws RangeError otherwise.
 *
 * Cost as `raschMap`, plus O(rows) for each round of extreme scores.
 *
 * Source: J. M. Linacre (1989), Many-Facet Rasch Measurement, MESA Press; B. D. Wright & G. N. Masters (1982), Rating Scale Analysis, MESA Press; for
 * the bias E. B. Andersen (1980), Discrete Statistical Models with Social Science Applications, North-Holland. Facets manual, 'Xtreme='.
 */
export function raschJml(table: RatingTable, options: RaschJmlOptions = {}): RaschAnalysis {
  const { model = 'RATING_SCALE', unusedCategories = 'RENUMBER', extremeAdjustment = 0.3, fewestForZ = FEWEST_FOR_Z } = options;
  if (!(extremeAdjustment > 0 && extremeAdjustment <= 0.5)) throw new RangeError('an extreme score is moved by more than 0, at most 0.5');
  const method = `many-facet Rasch model (${model === 'PARTIAL_CREDIT' ? 'partial credit' : 'rating scale'}), joint maximum likelihood`;
  if (table.score.every((score) => score === table.score[0])) return withoutFindings(table, method, model, 'CONSTANT');
  if (ratingScales(table, model, 'OBSERVED') === null) return withoutFindings(table, method, model, 'INSUFFICIENT_DATA');
  const { kept, extremes } = withoutExtremes(table, model);
  const dropped = extremes.map(({ facet, index, kind }) => ({ facet, name: table[`${facet}s`][index]!, kind }));
  const refused = (status: Exclude<EstimateStatus, 'OK'>): RaschAnalysis => withoutFindings(table, method, model, status, dropped);
  if (!kept.includes(1)) return refused('CONSTANT');
  const part = keptRows(table, kept);
  const scales = ratingScales(part.table, model, 'OBSERVED')!;
  if (unusedCategories === 'REFUSE' && !usesAll(table, scales.categories)) return refused('INSUFFICIENT_DATA');
  if (designRank(part.table).deficiency > 0) return refused('DISCONNECTED');
  const design = designOf(part.table, scales);
  const maximum = maximise(design, null);
  if (!maximum.converged) return refused('NOT_CONVERGED');

  const errors = jointErrors(maximum);
  const spread = (facet: RaschFacet, values: Float64Array, first = 0): Float64Array => {
    const whole = new Float64Array(table[`${facet}s`].length).fill(NaN);
    part[facet].forEach((index, at) => (whole[index] = values[first + at]!));
    return whole;
  };
  const scaleOf = new Int32Array(table.items.length).fill(model === 'PARTIAL_CREDIT' ? -1 : 0);
  part.item.forEach((index, at) => (scaleOf[index] = scales.of[at]!));
  const estimated: Calibration = {
    candidate: spread('candidate', maximum.theta),
    rater: spread('rater', maximum.beta),
    item: spread('item', maximum.beta, design.raters),
    scaleOf,
    scales: scales.categories.map((categories, scale) => ({ categories, thresholds: thresholdsOf(design, maximum.beta, scale) })),
  };
  const calibration = extremes.length === 0 ? estimated : placeAll(table, estimated, extremes, extremeAdjustment);
  const errorsOfPlaced = conditionalErrors(table, calibration, extremes.length > 0);
  const findings = (facet: RaschFacet): FacetFindings => {
    const { joint, conditional } = facet === 'candidate' ? errors.candidate : errors.element;
    const first = facet === 'item' ? design.raters : 0;
    const extreme: (ExtremeKind | null)[] = table[`${facet}s`].map(() => null);
    for (const { facet: of, index, kind } of extremes) if (of === facet) extreme[index] = kind;
    const own = { joint: spread(facet, joint, first), conditional: spread(facet, conditional, first) };
    extreme.forEach((kind, index) => {
      if (kind !== null) own.joint[index] = own.conditional[index] = errorsOfPlaced[facet][index]!;
    });
    return {
      facet,
      error: own.joint,
      conditional: own.conditional,
      extreme,
      status: extreme.map((kind) => (kind === null ? 'OK' : kind === 'CONSTANT' ? 'CONSTANT' : 'EXTREME')),
    };
  };
  return assembleAnalysis(
    table,
    {
      method,
      model,
      status: 'OK',
      calibration,
      thresholdErrors: errors.thresholds,
      facets: { candidate: findings('candidate'), rater: findings('rater'), item: findings('item') },
      dropped,
      ratings: part.table.score.length,
      logLikelihood: maximum.logLikelihood,
      residual: maximum.residual,
      iterations: maximum.iterations,
    },
    fewestForZ,
  );
}

function usesAll(table: RatingTable, categories: readonly (readonly number[])[]): boolean {
  const every = wholeNumbers(table);
  return every === null || categories.every((scores) => scores.length === every.length);
}

/** Extreme measures, each from its ratings with estimated measures alone. Those without such ratings stay without a measure. */
function placeAll(table: RatingTable, estimated: Calibration, extremes: readonly Extreme[], adjustment: number): Calibration {
  const placed = { candidate: estimated.candidate.slice(), rater: estimated.rater.slice(), item: estimated.item.slice() };
  const kappas = estimated.scales.map(({ thresholds }) => runningSums(thresholds));
  const rowsOf = { candidate: rowsByElement(table, 'candidate'), rater: rowsByElement(table, 'rater'), item: rowsByElement(table, 'item') };
  for (const { facet, index, kind } of extremes) {
    const ratings: PlacedRating[] = [];
    for (const row of rowsOf[facet][index]!) {
      const scale = estimated.scaleOf[table.item[row]!]!;
      const ability = facet === 'candidate' ? 0 : estimated.candidate[table.candidate[row]!]!;
      const severity = facet === 'rater' ? 0 : estimated.rater[table.rater[row]!]!;
      const difficulty = facet === 'item' ? 0 : estimated.item[table.item[row]!]!;
      const offset = ability - severity - difficulty;
      if (scale >= 0 && !Number.isNaN(offset)) ratings.push({ offset, kappa: kappas[scale]! });
    }
    if (ratings.length === 0 || kind === 'CONSTANT') continue;
    const highest = ratings.reduce((sum, { kappa }) => sum + kappa.length - 1, 0);
    const x = placeExtreme(ratings, kind === 'MINIMUM' ? adjustment : highest - adjustment);
    placed[facet][index] = facet === 'candidate' ? x : -x;
  }
  return { ...estimated, ...placed };
}

/** Conditional standard errors over all ratings that have an expectation, placed measures with the others; nothing where nobody `wants` them. */
function conditionalErrors(
  table: RatingTable,
  calibration: Calibration,
  wanted: boolean,
): { readonly [facet in RaschFacet]: Float64Array } {
  const { variance } = wanted ? rowExpectations(table, calibration) : { variance: new Float64Array(0) };
  const of = (facet: RaschFacet): Float64Array => {
    const information = new Float64Array(table[`${facet}s`].length);
    for (let row = 0; row < variance.length; row += 1) if (variance[row]! > 0) information[table[facet][row]!]! += variance[row]!;
    return information.map((value) => (value > 0 ? 1 / Math.sqrt(value) : NaN));
  };
  return { candidate: of('candidate'), rater: of('rater'), item: of('item') };
}

function rowsByElement(table: RatingTable, facet: RaschFacet): readonly (readonly number[])[] {
  const rows: number[][] = table[`${facet}s`].map(() => []);
  table[facet].forEach((element, row) => rows[element]!.push(row));
  return rows;
}
