import { neumaierSum } from '@touchstone/psychometrics';
import { type RatingSeatKind, weighs } from '../interviews';

/** A first, submitted rating of one loop. `level` null: NOT_OBSERVED. Second ratings of a debrief do not belong here. */
export interface RatingFact {
  readonly raterId: string;
  readonly seat: RatingSeatKind;
  readonly itemId: string;
  readonly criterionId: string;
  readonly level: number | null;
}

/** An item that was to be rated, and its rubric's criteria. Weights above 0; only their ratios within the item matter. */
export interface ItemFact {
  readonly itemId: string;
  readonly criteria: readonly CriterionFact[];
}

export interface CriterionFact {
  readonly criterionId: string;
  readonly competency: string;
  readonly weight: number;
}

/** A rating that counts, beside what its criterion says. */
export interface CountedRating {
  readonly raterId: string;
  readonly itemId: string;
  readonly criterionId: string;
  readonly competency: string;
  /** The criterion's share of its item, 0 to 1. */
  readonly share: number;
  readonly level: number;
}

/**
 * Which ratings count? Those of LEAD and INTERVIEWER seats that are levels: shadows weigh nothing, NOT_OBSERVED is no number.
 * In a fixed order (item, criterion, rater, by code units), so that the order of the input changes nothing further on.
 *
 * Throws RangeError on what only a programmer can get wrong: an unknown item or criterion, a rater who rates the same criterion of
 * the same item twice, an item or criterion named twice, a weight that is not above 0, a level that is not finite.
 */
export function countedRatings(ratings: readonly RatingFact[], items: readonly ItemFact[]): readonly CountedRating[] {
  const criteria = criteriaByKey(items);
  const seen = new Set<string>();
  const counted: CountedRating[] = [];
  for (const { raterId, seat, itemId, criterionId, level } of ratings) {
    const criterion = criteria.get(keyOf(itemId, criterionId));
    if (criterion === undefined) throw new RangeError(`no criterion ${criterionId} in item ${itemId}`);
    const cell = keyOf(itemId, criterionId, raterId);
    if (seen.has(cell)) throw new RangeError(`two ratings of criterion ${criterionId} in item ${itemId} by one rater`);
    seen.add(cell);
    if (level === null || !weighs(seat)) continue;
    if (!Number.isFinite(level)) throw new RangeError('a level is a finite number');
    counted.push({ raterId, itemId, criterionId, ...criterion, level });
  }
  return counted.sort((a, b) => byText(a.itemId, b.itemId) || byText(a.criterionId, b.criterionId) || byText(a.raterId, b.raterId));
}

/** Groups rows by a text, groups in the order of their texts, rows in the order given. */
export function groupedBy<Row>(rows: readonly Row[], textOf: (row: Row) => string): readonly (readonly [string, readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const text = textOf(row);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [row]);
    else group.push(row);
  }
  return [...groups].sort(([a], [b]) => byText(a, b));
}

/** By UTF-16 code units: the same on every machine, whatever its language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One text for several ids, which no other ids give. */
export const keyOf = (...ids: readonly string[]): string => JSON.stringify(ids);

function criteriaByKey(items: readonly ItemFact[]): ReadonlyMap<string, { readonly competency: string; readonly share: number }> {
  const criteria = new Map<string, { readonly competency: string; readonly share: number }>();
  for (const item of items) {
    for (const { criterionId, weight } of item.criteria) {
      if (!(weight > 0 && Number.isFinite(weight))) throw new RangeError(`criterion ${criterionId} needs a weight above 0`);
    }
    const total = neumaierSum(item.criteria.map(({ weight }) => weight).sort((a, b) => a - b));
    for (const { criterionId, competency, weight } of item.criteria) {
      const key = keyOf(item.itemId, criterionId);
      if (criteria.has(key)) throw new RangeError(`criterion ${criterionId} of item ${item.itemId} is named twice`);
      criteria.set(key, { competency, share: weight / total });
    }
  }
  return criteria;
}
