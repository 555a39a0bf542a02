import type { Estimate } from '@touchstone/kernel';
import { averageAbsoluteDeviation } from '@touchstone/psychometrics';
import { type CountedRating, type ItemFact, type RatingFact, byText, countedRatings, groupedBy, keyOf } from './rating-facts';

export const DISAGREEMENT_METHOD = 'average absolute deviation of the raters from their mean (Burke, Finkelstein & Dusig 1999)';

/** Two raters who heard the same answer and differ by more than this many levels have something to talk about (authoring guide, anchors, 7). */
export const LEVELS_TO_DISCUSS = 1;

/** How far the raters of one criterion of one item are apart, in levels. */
export interface Disagreement {
  readonly itemId: string;
  readonly criterionId: string;
  readonly competency: string;
  /** Highest less lowest level; null below two raters. */
  readonly range: number | null;
  /** CONSTANT with value 0 where all gave the same level, INSUFFICIENT_DATA with null below two raters. */
  readonly deviation: Estimate;
  readonly levels: readonly { readonly raterId: string; readonly level: number }[];
  /** The range is more than one level. */
  readonly toDiscuss: boolean;
}

/**
 * What should the panel talk about first? Every rated criterion of every item, widest range first; then by average absolute deviation,
 * then by the weight of the criterion in its item, then by id. The range leads because one person who heard something that nobody
 * else heard is what a debrief is for, and an average over many raters hides her. Criteria with fewer than two raters come last.
 * Shadows and NOT_OBSERVED do not count. Throws as `countedRatings` does.
 */
export function disagreements(ratings: readonly RatingFact[], items: readonly ItemFact[]): readonly Disagreement[] {
  return groupedBy(countedRatings(ratings, items), ({ itemId, criterionId }) => keyOf(itemId, criterionId))
    .flatMap(([, cell]) => {
      const [first] = cell;
      return first === undefined ? [] : [{ share: first.share, disagreement: disagreementOf(first, cell) }];
    })
    .sort(
      (a, b) =>
        (b.disagreement.range ?? -1) - (a.disagreement.range ?? -1) ||
        (b.disagreement.deviation.value ?? -1) - (a.disagreement.deviation.value ?? -1) ||
        b.share - a.share ||
        byText(a.disagreement.itemId, b.disagreement.itemId) ||
        byText(a.disagreement.criterionId, b.disagreement.criterionId),
    )
    .map(({ disagreement }) => disagreement);
}

function disagreementOf({ itemId, criterionId, competency }: CountedRating, cell: readonly CountedRating[]): Disagreement {
  const levels = cell.map(({ level }) => level);
  const value = averageAbsoluteDeviation(levels);
  const range = value === null ? null : Math.max(...levels) - Math.min(...levels);
  return {
    itemId,
    criterionId,
    competency,
    range,
    deviation: {
      value,
      standardError: null,
      interval: null,
      n: cell.length,
      raters: cell.length,
      method: DISAGREEMENT_METHOD,
      status: range === null ? 'INSUFFICIENT_DATA' : range === 0 ? 'CONSTANT' : 'OK',
    },
    levels: cell.map(({ raterId, level }) => ({ raterId, level })),
    toDiscuss: range !== null && range > LEVELS_TO_DISCUSS,
  };
}
