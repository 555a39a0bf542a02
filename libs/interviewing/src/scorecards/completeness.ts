import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';
import { checkReason } from '../lifecycle';
import { NOT_OBSERVED, type RatingValue } from './rating-rules';

/** What a panelist recommends on her scorecard. */
export const PANELIST_RECOMMENDATIONS = ['STRONG_HIRE', 'HIRE', 'NO_HIRE', 'STRONG_NO_HIRE'] as const;
export type PanelistRecommendation = (typeof PANELIST_RECOMMENDATIONS)[number];

/** An item of the interview, as asked: added ones included, skipped ones named in `skippedItemIds`. */
export interface ScoredItem {
  readonly itemId: string;
  readonly criterionIds: readonly string[];
}

export interface ScoredRating {
  readonly itemId: string;
  readonly criterionId: string;
  readonly value: RatingValue | null;
  readonly notObservedReason: string | null;
  readonly evidence: string;
}

export interface ScorecardContent {
  readonly recommendation: PanelistRecommendation | null;
  readonly ratings: readonly ScoredRating[];
}

/** One thing that is missing. `itemId` and `criterionId` are null where it is the recommendation. */
export interface MissingPart {
  readonly part: 'RATING' | 'REASON' | 'EVIDENCE' | 'RECOMMENDATION';
  readonly itemId: string | null;
  readonly criterionId: string | null;
}

/**
 * What is missing before this scorecard can be submitted? In the order of the items, the recommendation last; empty when complete.
 *
 * Each criterion of each item that no recorded deviation skips needs a level with evidence (a letter, a digit, anything but space), or
 * NOT_OBSERVED with a reason. A scorecard on which nothing was observed is complete once each criterion says why.
 */
export function missingBeforeSubmit(
  card: ScorecardContent,
  items: readonly ScoredItem[],
  skippedItemIds: ReadonlySet<string>,
): readonly MissingPart[] {
  const ratings = new Map(card.ratings.map((rating) => [key(rating.itemId, rating.criterionId), rating]));
  const parts = items
    .filter(({ itemId }) => !skippedItemIds.has(itemId))
    .flatMap(({ itemId, criterionIds }) =>
      criterionIds.flatMap((criterionId): readonly MissingPart[] => {
        const part = missingOf(ratings.get(key(itemId, criterionId)));
        return part === null ? [] : [{ part, itemId, criterionId }];
      }),
    );
  return card.recommendation === null ? [...parts, { part: 'RECOMMENDATION', itemId: null, criterionId: null }] : parts;
}

/** May it be submitted? A `ValidationError` that counts what is missing, its path at the first. */
export function checkComplete(
  card: ScorecardContent,
  items: readonly ScoredItem[],
  skippedItemIds: ReadonlySet<string>,
): Result<true, ValidationError> {
  const missing = missingBeforeSubmit(card, items, skippedItemIds);
  const [first] = missing;
  if (first === undefined) return ok(true);
  const path = first.itemId === null ? ['input', 'recommendation'] : ['input', 'ratings', first.itemId, first.criterionId ?? ''];
  const things = missing.length === 1 ? '1 thing is' : `${missing.length} things are`;
  return err(
    invalid(
      `${things} missing: every criterion needs a level with evidence or a reason why it was not observed, and the card a recommendation.`,
      path,
    ),
  );
}

function missingOf(rating: ScoredRating | undefined): 'RATING' | 'REASON' | 'EVIDENCE' | null {
  if (rating === undefined || rating.value === null) return 'RATING';
  if (rating.value === NOT_OBSERVED) return checkReason(rating.notObservedReason ?? '', []).ok ? null : 'REASON';
  return rating.evidence.trim() === '' ? 'EVIDENCE' : null;
}

const key = (itemId: string, criterionId: string): string => JSON.stringify([itemId, criterionId]);
