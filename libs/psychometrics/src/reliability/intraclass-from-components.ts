import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import { missing } from '../estimates/estimates';
import { decisionStudy } from '../generalizability/decision-study';
import { generalizabilityByReml } from '../generalizability/generalizability-by-reml';
import type { RatingTable } from '../ratings/rating-table';
import type { RatedUnit } from './complete-matrix';
import { tableOfUnits } from './table-of-units';

export interface IntraclassFromComponentsOptions {
  /** As for `intraclassCorrelations`. */
  readonly unit?: RatedUnit | undefined;
  /** How many raters the average is taken over; all raters of the table unless said. */
  readonly raters?: number | undefined;
  readonly level?: number | undefined;
  /** Of the simulation behind the intervals. */
  readonly seed?: number | undefined;
}

export interface IntraclassFromComponents {
  readonly status: EstimateStatus;
  /** For a person: why there are no figures. */
  readonly reason: string | null;
  readonly units: number;
  /** The number of raters behind `2,k` and `3,k`. */
  readonly k: number;
  readonly components: { readonly unit: Estimate; readonly rater: Estimate; readonly residual: Estimate };
  readonly forms: { readonly [form in '2,1' | '3,1' | '2,k' | '3,k']: Estimate };
}

/**
 * How much of the difference between ratings is a difference between the people rated, when panels rotate?
 *
 * The intraclass correlations for raters who are a sample (2) and for consistency (3), from the variance components of `score ~ unit + rater` by restricted
 * maximum likelihood. Every rating counts, none is deleted; for a complete matrix without negative components the values are those of
 * `intraclassCorrelations`. ICC(1,·) has no place here: it is for raters who are never told apart.
 *
 * Components are never negative, so that these are not either. Intervals as in `decisionStudy`: simulated, seeded, and rougher than the exact ones
 * of complete data. INSUFFICIENT_DATA for one rater, one unit, or raters and units that cannot be told apart; CONSTANT where all ratings are equal.
 *
 * `raters` finite and above 0; throws RangeError otherwise. Cost: that of `fitMixedModel`.
 *
 * Source: K. O. McGraw & S. P. Wong (1996), Forming inferences about some intraclass correlation coefficients, Psychological Methods 1(1), 30-46,
 * doi:10.1037/1082-989X.1.1.30; R. L. Brennan (2001), Generalizability Theory, Springer, section 7.3, doi:10.1007/978-1-4757-3456-0.
 */
export function intraclassFromComponents(
  table: RatingTable,
  { unit = 'CANDIDATE_ITEM', raters, level, seed }: IntraclassFromComponentsOptions = {},
): IntraclassFromComponents {
  const units = tableOfUnits(table, unit);
  const k = raters ?? units.raters.length;
  if (!(k > 0 && Number.isFinite(k))) throw new RangeError('an average is taken over a finite number of raters above 0');
  const study = generalizabilityByReml(units);
  const status = study.status === 'OK' && study.design !== 'p×r' ? 'INSUFFICIENT_DATA' : study.status;
  const support = { n: units.score.length, raters: units.raters.length };
  const [single, average] =
    study.design === 'p×r' ? [1, k].map((size) => decisionStudy(study, { interviewers: [size], level, seed })[0]) : [];
  const named = (form: string, estimate: Estimate | undefined): Estimate => {
    const method = `ICC(${form}) from variance components by restricted maximum likelihood; ${intervalOf(estimate)}`;
    if (estimate === undefined) return missing(status === 'OK' ? 'INSUFFICIENT_DATA' : status, method, support);
    return { ...estimate, method };
  };
  const component = (index: number): Estimate =>
    study.components[index]?.estimate ?? missing('INSUFFICIENT_DATA', 'variance component by restricted maximum likelihood', support);
  return {
    status,
    reason: status === 'OK' ? null : (study.reason ?? 'There is only one rater.'),
    units: units.candidates.length,
    k,
    components: { unit: component(0), rater: component(1), residual: component(2) },
    forms: {
      '2,1': named('2,1', single?.phi),
      '3,1': named('3,1', single?.g),
      '2,k': named('2,k', average?.phi),
      '3,k': named('3,k', average?.g),
    },
  };
}

function intervalOf(estimate: Estimate | undefined): string {
  if (estimate === undefined || estimate.value === null || estimate.interval !== null) return 'simulated interval';
  return estimate.value === 0 ? 'no interval: the component of the units is at 0' : 'no interval: the components have no errors';
}
