import { err, ok, type Result } from '@touchstone/kernel';
import type { Rating, Scale } from '../ratings/rating';
import { tabulate } from '../ratings/tabulate';
import { ONLY_ITEM } from './layout';
import type { RatingsRead } from './read-sheet';
import type { SheetFault, SheetFaultCode } from './sheet';

export interface ReadJsonOptions {
  /** Instead of the scale that the file states. */
  readonly scale?: Scale | undefined;
  readonly knownRaters?: readonly string[] | undefined;
}

const MOST_FAULTS = 20;
const SHAPE =
  'Give { "scale": { "min": 1, "max": 5 }, "ratings": [{ "candidate": "…", "rater": "…", "item": "…", "score": 3 }] }, or the list of ratings alone.';

/**
 * Which ratings does this document hold?
 *
 * Ratings from JSON that has been parsed: `{ scale?, ratings: [{ candidate, rater, item, score }] }`, or the list alone. Further members are passed over. A score that is null
 * is not rated and is counted; names may be whole numbers. Where no rating names an item there is one for all (`all`), as in a CSV file without such a column. Faults name the rating by its place in the list, the first being 1.
 *
 * Cost O(ratings log ratings).
 *
 * Source: the shape is told by `faults` that miss it.
 */
export function readJson(document: unknown, options: ReadJsonOptions = {}): Result<RatingsRead, readonly SheetFault[]> {
  const list = Array.isArray(document) ? (document as readonly unknown[]) : memberOf(document, 'ratings');
  if (!Array.isArray(list)) return err([fault(0, 'NO_RATINGS', `There is no list of ratings. ${SHAPE}`)]);
  const scale = options.scale ?? memberOf(document, 'scale');
  if (scale !== undefined && scale !== null && !isScale(scale)) {
    return err([fault(0, 'OUT_OF_SCALE', 'The scale runs from no number to a greater one. Give { "min": 1, "max": 5 }.')]);
  }
  const faults: SheetFault[] = [];
  const places: number[] = [];
  let notRated = 0;
  const withoutItems = !list.some((entry) => memberOf(entry, 'item') !== undefined);
  function* ratings(): Generator<Rating> {
    for (const [index, entry] of (list as readonly unknown[]).entries()) {
      const place = index + 1;
      const score = memberOf(entry, 'score');
      const [candidate, rater, named] = ['candidate', 'rater', 'item'].map((part) => nameOf(memberOf(entry, part)));
      const item = withoutItems ? ONLY_ITEM : named;
      if (faults.length >= MOST_FAULTS) return;
      if (typeof entry !== 'object' || entry === null || score === undefined)
        faults.push(fault(place, 'NOT_A_RATING', `Rating ${place} has no score. Give null where nothing was rated.`));
      else if (score === null) notRated += 1;
      else if (typeof score !== 'number')
        faults.push(fault(place, 'NOT_A_NUMBER', `Rating ${place}: the score ${JSON.stringify(score)} is not a number.`));
      else if (!candidate || !rater || !item) {
        const unnamed = candidate ? (rater ? 'item' : 'rater') : 'candidate';
        faults.push(fault(place, 'MISSING_NAME', `Rating ${place} names no ${unnamed}.`));
      } else {
        places.push(place);
        yield { candidate, rater, item, score };
      }
    }
  }
  const placeOf = (rating: number): string => `rating ${places[rating - 1]}`;
  const table = tabulate(ratings(), { scale: scale ?? undefined, knownRaters: options.knownRaters, placeOf });
  if (faults.length > 0) return err(faults);
  if (table.ok) return ok({ table: table.value, guess: null, notRated });
  return err(table.error.map(({ row, code, message }) => fault(row === 0 ? 0 : (places[row - 1] ?? 0), code, message)));
}

const fault = (row: number, code: SheetFaultCode, message: string): SheetFault => ({ row, column: null, code, message });

const memberOf = (value: unknown, member: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, member)
    ? (value as { readonly [member: string]: unknown })[member]
    : undefined;

const nameOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : Number.isSafeInteger(value) ? String(value) : '');

function isScale(value: unknown): value is Scale {
  const [min, max] = [memberOf(value, 'min'), memberOf(value, 'max')];
  return typeof min === 'number' && typeof max === 'number' && Number.isFinite(min) && Number.isFinite(max) && min < max;
}
