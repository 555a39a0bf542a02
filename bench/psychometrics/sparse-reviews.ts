import { seededRandom } from '@touchstone/kernel';
import type { Rating } from '@touchstone/psychometrics';
import { normal, onScale } from './sparse-panel';

export interface ReviewsSize {
  readonly ratings: number;
  readonly candidates: number;
  readonly raters: number;
}

/**
 * Many who are rated by many, in pairs drawn at random, some raters far busier than others: the shape and the variances of InstEval, the
 * evaluations of lecturers by students that come with lme4.
 */
export function* sparseReviews({ ratings, candidates, raters }: ReviewsSize, seed = 1): Generator<Rating> {
  const random = seededRandom(seed);
  const ability = Array.from({ length: candidates }, () => 0.33 * normal(random));
  const severity = Array.from({ length: raters }, () => 0.52 * normal(random));
  const seen = new Set<number>();
  while (seen.size < ratings) {
    const candidate = Math.floor(random.next() * candidates);
    const rater = Math.floor(raters * random.next() ** 1.5);
    const pair = candidate * raters + rater;
    if (seen.has(pair)) continue;
    seen.add(pair);
    const score = onScale(3.2 + (ability[candidate] ?? 0) + (severity[rater] ?? 0) + 1.18 * normal(random));
    yield { candidate: `c${candidate}`, rater: `r${rater}`, item: 'overall', score };
  }
}
