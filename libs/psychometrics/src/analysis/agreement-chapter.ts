import type { Estimate } from '@touchstone/kernel';
import { averageOverItems } from '../agreement/average-over-items';
import { cohenKappas } from '../agreement/cohen-kappas';
import { fleissKappaGeneralised } from '../agreement/fleiss-kappa-generalised';
import { gwetCoefficient } from '../agreement/gwet-coefficient';
import { krippendorffAlpha } from '../agreement/krippendorff-alpha';
import { percentAgreement } from '../agreement/percent-agreement';
import type { RatingTable } from '../ratings/rating-table';
import { LIMITS } from './limits';

/** How far two raters agree on the answers that both have rated. */
export interface AgreementOfPair {
  readonly raters: readonly [string, string];
  /** Answers (a candidate on an item) that both have rated. */
  readonly answers: number;
  /** Cohen's kappa; with quadratic weights where a scale of whole numbers is stated, else unweighted. */
  readonly kappa: Estimate;
}

export interface AgreementChapter {
  /** Of pairs of ratings of one answer, the share that are equal, and the share that are at most one point apart. */
  readonly equal: Estimate;
  readonly withinOne: Estimate;
  readonly alphaOrdinal: Estimate;
  readonly alphaInterval: Estimate;
  /** Of the averages over the items, one for each rater and candidate: do raters agree on people, rather than on single answers? */
  readonly alphaOfAverages: Estimate;
  /** Gwet's AC2 with quadratic weights. */
  readonly gwet: Estimate;
  readonly fleiss: Estimate;
  /** Every two raters with an answer in common; null where there are too many raters for a table of pairs. */
  readonly pairs: readonly AgreementOfPair[] | null;
}

/** Do the raters say the same? Cost that of the coefficients; the bootstrap draws as often as `LIMITS.bootstrapWork` allows. */
export function agreementChapter(table: RatingTable, seed: number): AgreementChapter {
  const resamples = Math.max(100, Math.min(2000, Math.floor(LIMITS.bootstrapWork / table.score.length)));
  const bootstrap = { seed, resamples };
  return {
    equal: percentAgreement(table),
    withinOne: percentAgreement(table, { tolerance: 1 }),
    alphaOrdinal: krippendorffAlpha(table, 'ordinal', { bootstrap }).alpha,
    alphaInterval: krippendorffAlpha(table, 'interval', { bootstrap }).alpha,
    alphaOfAverages: krippendorffAlpha(averageOverItems(table), 'interval', { bootstrap }).alpha,
    gwet: gwetCoefficient(table, 'quadratic').coefficient,
    fleiss: fleissKappaGeneralised(table).coefficient,
    pairs: table.raters.length > LIMITS.ratersInPairs ? null : pairsOf(table),
  };
}

function pairsOf(table: RatingTable): readonly AgreementOfPair[] {
  return cohenKappas(table, table.scale === null ? 'unweighted' : 'quadratic').map(({ raters, units, kappa }) => ({
    raters,
    answers: units,
    kappa,
  }));
}
