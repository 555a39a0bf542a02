import type { RatingTable } from '../ratings/rating-table';
import type { RaschModel } from './analysis';

// Looked up once: in a sandbox, as tests run in, each look at a global costs more than the arithmetic.
const { min, max } = Math;
const { isInteger } = Number;

/** Rating scales as the computations want them: which scale an item has, and which category of it each rating is. */
export interface RatingScales {
  /** For each item the index of its scale: all 0 where they share one. */
  readonly of: Int32Array;
  /** For each scale its scores, lowest first. */
  readonly categories: readonly (readonly number[])[];
  /** For each row its category, counted from 0. */
  readonly step: Int32Array;
}

/** Beyond so many categories a score is a measurement and no rating; thresholds between them say nothing. */
export const MOST_CATEGORIES = 32;

/**
 * The categories of the ratings. `EVERY`: the whole numbers of the stated scale (of the range that occurs, where none was stated), given or
 * not; scores between whole numbers leave only the scores that occur. `OBSERVED`: the scores that occur, numbered without gaps, in the
 * partial credit model for each item on its own. null where there are more than `MOST_CATEGORIES`.
 */
export function ratingScales(table: RatingTable, model: RaschModel, which: 'EVERY' | 'OBSERVED'): RatingScales | null {
  const items = table.items.length;
  const own = model === 'PARTIAL_CREDIT';
  const of = Int32Array.from({ length: items }, (_, item) => (own ? item : 0));
  const scales = own ? items : 1;
  let categories: readonly (readonly number[])[];
  if (which === 'OBSERVED' && own) {
    const seen = Array.from({ length: items }, () => new Set<number>());
    for (let row = 0; row < table.score.length; row += 1) seen[table.item[row]!]!.add(table.score[row]!);
    categories = seen.map(inOrder);
  } else {
    const shared = (which === 'EVERY' ? wholeNumbers(table) : null) ?? inOrder(new Set(table.score));
    categories = Array.from({ length: scales }, () => shared);
  }
  if (categories.some((scores) => scores.length > MOST_CATEGORIES)) return null;
  const place = categories.map((scores) => new Map(scores.map((score, index) => [score, index])));
  const step = new Int32Array(table.score.length);
  for (let row = 0; row < step.length; row += 1) step[row] = place[of[table.item[row]!]!]!.get(table.score[row]!)!;
  return { of, categories, step };
}

const inOrder = (scores: ReadonlySet<number>): number[] => [...scores].sort((a, b) => a - b);

/** null where a score is no whole number, or the range too wide. */
export function wholeNumbers({ score, scale }: RatingTable): readonly number[] | null {
  let low = scale?.min ?? Infinity;
  let high = scale?.max ?? -Infinity;
  for (const value of score) {
    if (!isInteger(value)) return null;
    low = min(low, value);
    high = max(high, value);
  }
  if (!isInteger(low) || !isInteger(high) || high - low >= MOST_CATEGORIES) return null;
  return Array.from({ length: high - low + 1 }, (_, k) => low + k);
}
