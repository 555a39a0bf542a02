import type { RatingTable } from '../ratings/rating-table';
import { confoundingOf } from './confounding';
import { momentsOf } from './moments';
import { RANDOM_TERMS, type RandomTerm } from './random-term';

export interface ReplicatedComponent {
  readonly term: RandomTerm;
  /** Distinct levels that were rated. */
  readonly levels: number;
  readonly estimable: boolean;
  /** For a person: why not. null where it is estimable. */
  readonly reason: string | null;
}

/**
 * Which sources of variation can these ratings tell apart at all?
 *
 * To say how much of the difference between ratings belongs to the pair of candidate and rater (she is kinder to him than to others), some
 * pair must have been rated more than once, on several items; else that and chance are the same thing. Likewise for every other component:
 * the design must replicate it. Answers for all six, in the order of `RANDOM_TERMS`; where two can only be told apart from the rest but not
 * from each other, the first is kept. What is estimable may still be estimated badly: look at the number of levels. With three raters the
 * variance between raters is known to an order of magnitude.
 *
 * Needs nothing of the scores. Cost O(n).
 *
 * Source: the condition that the matrices of the components be linearly independent, S. R. Searle, G. Casella & C. E. McCulloch (1992),
 * Variance Components, Wiley, chapter 11, doi:10.1002/9780470316856.
 */
export function replicatedComponents(table: RatingTable): readonly ReplicatedComponent[] {
  const moments = momentsOf(table, RANDOM_TERMS);
  const reasons = confoundingOf(moments, RANDOM_TERMS);
  return RANDOM_TERMS.map((term, t) => ({ term, levels: moments.levels[t]!.count, estimable: reasons[t] === null, reason: reasons[t]! }));
}
