import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import {
  centralTendency,
  haloEffects,
  raschMap,
  type RatingTable,
  type SeverityAdjustedScores,
  severityAdjustedScores,
} from '@touchstone/psychometrics';

export const SEVERITY_METHOD =
  'severity in levels: by how much less than the average rater she gives for the same answer; REML, 95 % normal interval';

/** Below so many ratings, what is said of a person's habits is chance. */
export const FEWEST_FOR_FIT = 10;

/** How one rater rates, beside the others. */
export interface RaterFigures {
  readonly raterId: string;
  readonly ratings: number;
  readonly candidates: number;
  /** In levels; positive is strict. */
  readonly severity: Estimate;
  /** The same in logits, from the many-facet Rasch model. */
  readonly measure: Estimate;
  /** What the average candidate would get from her on the average question, in levels. */
  readonly fairAverage: Estimate;
  /** Mean squares with expectation 1; null below `FEWEST_FOR_FIT` ratings. */
  readonly infit: number | null;
  readonly outfit: number | null;
  readonly halo: Estimate;
  /** Does one impression colour all of a candidate's ratings? Null where there is too little to say. */
  readonly haloFlagged: boolean | null;
  readonly spread: Estimate;
  readonly centralFlagged: 'CENTRAL' | 'EXTREME' | 'NEITHER' | null;
}

/** All raters on one ruler. */
export interface SeverityRuler {
  readonly status: EstimateStatus;
  /** By id. */
  readonly raters: readonly RaterFigures[];
  /** Are there raters whose severity was told apart from the candidates they met? */
  readonly severityTold: boolean;
  readonly n: number;
}

/**
 * Who rates strictly, who mildly, and who by habit? Severity in levels from the mixed model, which is the figure to read, and the diagnoses of the many-facet Rasch
 * model beside it: fit, halo, central tendency (each function says how to read it). Whoever has fewer than `FEWEST_FOR_FIT` ratings has no fit and no flags.
 */
export function severityRuler(
  table: RatingTable,
  scores: SeverityAdjustedScores = severityAdjustedScores(table, { covariance: false }),
): SeverityRuler {
  const analysis = raschMap(table);
  const halos = new Map(haloEffects(table, analysis).map((one) => [one.rater, one]));
  const centres = new Map(centralTendency(table, analysis).map((one) => [one.rater, one]));
  const met = table.raters.map(() => new Set<number>());
  table.rater.forEach((rater, row) => met[rater]!.add(table.candidate[row]!));
  return {
    status: scores.status,
    severityTold: scores.status === 'OK' && scores.model.effects.rater.length > 0,
    n: table.score.length,
    raters: table.raters.map((raterId, index): RaterFigures => {
      const element = analysis.raters[index]!;
      const shown = element.fit.n >= FEWEST_FOR_FIT;
      const halo = halos.get(raterId)!;
      const centre = centres.get(raterId)!;
      return {
        raterId,
        ratings: element.count,
        candidates: met[index]!.size,
        severity: severityOf(scores, index, element.count),
        measure: element.measure,
        fairAverage: element.fairAverage,
        infit: shown ? element.fit.infit : null,
        outfit: shown ? element.fit.outfit : null,
        halo: halo.correlation,
        haloFlagged: shown ? halo.flagged : null,
        spread: centre.spread,
        centralFlagged: shown ? centre.flagged : null,
      };
    }),
  };
}

/** The effect of the model turned round, so that strict is up. */
function severityOf({ status, model }: SeverityAdjustedScores, rater: number, n: number): Estimate {
  const effect = model.effects.rater[rater];
  const value = effect?.value ?? null;
  if (status !== 'OK' || effect === undefined || value === null) {
    const why = status === 'OK' ? 'INSUFFICIENT_DATA' : status;
    return { value: null, standardError: null, interval: null, n, raters: 1, method: SEVERITY_METHOD, status: why };
  }
  const { interval } = effect;
  return {
    ...effect,
    value: -value,
    interval: interval === null ? null : { lower: -interval.upper, upper: -interval.lower, level: interval.level },
    method: SEVERITY_METHOD,
  };
}
