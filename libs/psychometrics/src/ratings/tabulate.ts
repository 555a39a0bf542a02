import { type Result, err, ok } from '@touchstone/kernel';
import type { Rating, Scale } from './rating';
import type { RatingFault } from './rating-fault';
import type { RatingTable } from './rating-table';

// Looked up once: in a sandbox, as tests run in, each look at a global costs more than the arithmetic.
const { isFinite } = Number;

export interface TabulateOptions {
  readonly scale?: Scale | undefined;
  /** Where the panel is known: a rating by anybody else is a fault. */
  readonly knownRaters?: readonly string[] | undefined;
  /** How messages name the place of a rating (the first being 1), within a sentence; `row 7` unless said. */
  readonly placeOf?: ((rating: number) => string) | undefined;
}

/** Faults listed before the reading stops: enough to see the pattern, few enough to read. */
const MOST_FAULTS = 20;

/**
 * Are these ratings fit to be analysed, and if so, in which fixed order?
 *
 * Takes the rows one at a time (a million need no array of their own) and answers a `RatingTable`, or the first 20 faults, each naming its
 * row: a name that is empty, a rater who is not known, a score that is no finite number or not on the scale, a cell rated twice, no
 * ratings at all. Nothing is repaired or left out silently.
 *
 * `scale.min` must be below `scale.max`, both finite; throws RangeError otherwise. Cost O(n log n).
 *
 * Source: the definition of a table of ratings.
 */
export function tabulate(
  ratings: Iterable<Rating>,
  { scale, knownRaters, placeOf = (rating) => `row ${rating}` }: TabulateOptions = {},
): Result<RatingTable, readonly RatingFault[]> {
  if (scale !== undefined && !(isFinite(scale.min) && isFinite(scale.max) && scale.min < scale.max)) {
    throw new RangeError('a scale runs from a finite number to a greater one');
  }
  const known = knownRaters === undefined ? null : new Set(knownRaters);
  const candidates = new Names();
  const raters = new Names();
  const items = new Names();
  const scores: number[] = [];
  const faults: RatingFault[] = [];
  let row = 0;
  for (const rating of ratings) {
    row += 1;
    const fault = faultOf(rating, row, scale, known, placeOf);
    if (fault !== null) {
      faults.push(fault);
      if (faults.length === MOST_FAULTS) return err(faults);
    }
    candidates.add(rating.candidate);
    raters.add(rating.rater);
    items.add(rating.item);
    scores.push(rating.score);
  }
  if (row === 0)
    return err([
      { row: 0, code: 'NO_RATINGS', message: 'There are no ratings. Give at least one row with candidate, rater, item and score.' },
    ]);
  if (faults.length > 0) return err(faults);
  return ordered(candidates, raters, items, scores, scale ?? null, placeOf);
}

type PlaceOf = (rating: number) => string;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function faultOf(
  { candidate, rater, item, score }: Rating,
  row: number,
  scale: Scale | undefined,
  known: ReadonlySet<string> | null,
  placeOf: PlaceOf,
): RatingFault | null {
  const told = (code: RatingFault['code'], what: string): RatingFault => ({ row, code, message: `${capital(placeOf(row))}${what}` });
  for (const [what, name] of Object.entries({ candidate, rater, item })) {
    if (typeof name !== 'string' || name.trim() === '') return told('MISSING_NAME', ` names no ${what}.`);
  }
  if (known !== null && !known.has(rater)) return told('UNKNOWN_RATER', `: “${rater}” is not a rater of this panel.`);
  if (typeof score !== 'number' || !isFinite(score)) {
    return told('NOT_A_NUMBER', ': the score is not a number. Leave out the row where nothing was rated.');
  }
  if (scale !== undefined && (score < scale.min || score > scale.max)) {
    return told('OUT_OF_SCALE', `: the score ${score} is not on the scale from ${scale.min} to ${scale.max}.`);
  }
  return null;
}

function ordered(
  candidates: Names,
  raters: Names,
  items: Names,
  scores: readonly number[],
  scale: Scale | null,
  placeOf: PlaceOf,
): Result<RatingTable, readonly RatingFault[]> {
  const candidate = candidates.sorted();
  const rater = raters.sorted();
  const item = items.sorted();
  const order = Uint32Array.from(scores, (_, index) => index).sort(
    (a, b) => candidate.at[a]! - candidate.at[b]! || item.at[a]! - item.at[b]! || rater.at[a]! - rater.at[b]! || a - b,
  );
  const faults: RatingFault[] = [];
  for (let k = 1; k < order.length && faults.length < MOST_FAULTS; k += 1) {
    const [before, here] = [order[k - 1]!, order[k]!];
    if (candidate.at[before] !== candidate.at[here] || item.at[before] !== item.at[here] || rater.at[before] !== rater.at[here]) continue;
    const [who, what, by] = [candidate.names[candidate.at[here]!], item.names[item.at[here]!], rater.names[rater.at[here]!]];
    faults.push({
      row: here + 1,
      code: 'DUPLICATE',
      message: `${capital(placeOf(here + 1))} rates what ${placeOf(before + 1)} has rated: “${who}”, “${what}”, by “${by}”. Keep one of them.`,
    });
  }
  if (faults.length > 0) return err(faults.sort((a, b) => a.row - b.row));
  return ok({
    candidates: candidate.names,
    raters: rater.names,
    items: item.names,
    candidate: Int32Array.from(order, (row) => candidate.at[row]!),
    rater: Int32Array.from(order, (row) => rater.at[row]!),
    item: Int32Array.from(order, (row) => item.at[row]!),
    score: Float64Array.from(order, (row) => scores[row]!),
    scale,
  });
}

/** Names in the order of their coming, and for each row which one it was. */
class Names {
  private readonly seen = new Map<string, number>();
  private readonly rows: number[] = [];

  add(name: string): void {
    let index = this.seen.get(name);
    if (index === undefined) this.seen.set(name, (index = this.seen.size));
    this.rows.push(index);
  }

  sorted(): { readonly names: readonly string[]; readonly at: Int32Array } {
    const names = [...this.seen.keys()].sort((a, b) => (a < b ? -1 : 1));
    const place = new Int32Array(names.length);
    names.forEach((name, index) => (place[this.seen.get(name)!] = index));
    return { names, at: Int32Array.from(this.rows, (first) => place[first]!) };
  }
}
