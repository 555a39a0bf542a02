import type { RaschAnalysis, RaschElement } from './analysis';
import type { Rating } from '../ratings/rating';
import type { RatingTable } from '../ratings/rating-table';
import { tabulate } from '../ratings/tabulate';
import { seededRandom } from '@touchstone/kernel';
import { simulatedRatings } from './simulated-ratings';

/*
 * What the tests of this chapter share.
 */

export const row = (candidate: string, rater: string, item: string, score: number): Rating => ({ candidate, rater, item, score });

export function tableOf(ratings: readonly Rating[], min = 1, max = 5): RatingTable {
  const read = tabulate(ratings, { scale: { min, max } });
  if (!read.ok) throw new RangeError(read.error.map(({ message }) => message).join(' '));
  return read.value;
}

/** Twelve candidates, each rated by three of four raters on five items, all connected. */
export const PANEL: readonly Rating[] = simulatedRatings({ candidates: 12, raters: 4, items: 5, each: 3, seed: 1 });

/** The panel, and the same again with other candidates and other raters: two panels that share items alone. */
export const TWO_PANELS: readonly Rating[] = [
  ...PANEL,
  ...PANEL.map(({ candidate, rater, item, score }) => row(`${candidate}x`, `${rater}x`, item, score)),
];

export const values = (elements: readonly RaschElement[]): (number | null)[] => elements.map(({ measure }) => measure.value);

export const thresholds = ({ scales }: RaschAnalysis): (number | null)[] =>
  scales.flatMap((scale) => scale.thresholds.map(({ value }) => value));

/** The largest difference between two rows of numbers; infinite where one is missing or they differ in length. */
export function apart(found: readonly (number | null)[], wanted: readonly (number | null)[]): number {
  if (found.length !== wanted.length) return Infinity;
  return found.reduce<number>((most, value, k) => {
    const other = wanted[k];
    return typeof value === 'number' && typeof other === 'number' ? Math.max(most, Math.abs(value - other)) : Infinity;
  }, 0);
}

/** Whether a NaN or an infinity stands anywhere inside. */
export const isDirty = (value: unknown): boolean =>
  typeof value === 'number' ? !Number.isFinite(value) : typeof value === 'object' && value !== null && Object.values(value).some(isDirty);

/** Some cells of six candidates, four raters and four items with scores from 1 to 5, likely or not: whatever may happen on small panels. */
export function randomRatings(seed: number): readonly Rating[] {
  const random = seededRandom(seed);
  const upTo = (most: number): number => 1 + Math.floor(random.next() * most);
  const [candidates, raters, items, highest, share] = [upTo(6), upTo(4), upTo(4), upTo(5), random.next()];
  const ratings: Rating[] = [];
  for (let c = 1; c <= candidates; c += 1) {
    for (let r = 1; r <= raters; r += 1) {
      for (let i = 1; i <= items; i += 1) if (random.next() <= share) ratings.push(row(`c${c}`, `r${r}`, `i${i}`, upTo(highest)));
    }
  }
  return ratings.length > 0 ? ratings : [row('c1', 'r1', 'i1', upTo(5))];
}
