import { levelsOf } from '../mixed-model/levels';
import { supportByLevel } from '../mixed-model/support';
import type { Scale } from '../ratings/rating';
import type { RatingTable } from '../ratings/rating-table';

// Looked up once: in a sandbox, as tests run in, each look at a global costs more than the arithmetic.
const { min, max } = Math;

/** From the least to the greatest. */
export interface Span {
  readonly least: number;
  readonly greatest: number;
}

export interface PanelCounts {
  readonly ratings: number;
  readonly candidates: number;
  readonly raters: number;
  readonly items: number;
  readonly scale: Scale | null;
  readonly scores: Span;
  readonly ratingsOfCandidate: Span;
  readonly ratersOfCandidate: Span;
  readonly ratingsByRater: Span;
  /** Candidates rated on an item, by how many raters: the greatest number. 1 means that nobody hears the same answer as another. */
  readonly ratersOfAnswer: number;
  /** Answers (a candidate on an item) that two raters or more have rated, of all that were rated at all. */
  readonly answers: number;
  readonly answersRatedTwice: number;
  /** Pairs of ratings of one answer by different raters. */
  readonly pairs: number;
  /** Ratings there are, as a share of all that everybody rating everybody on everything would give. */
  readonly shareOfCells: number;
}

/** What is there: how many of everything, and how evenly. Cost O(ratings). */
export function countPanel(table: RatingTable): PanelCounts {
  const { score, candidates, raters, items, scale } = table;
  const byCandidate = supportByLevel(table, 'candidate');
  const answers = sizesOf(table);
  return {
    ratings: score.length,
    candidates: candidates.length,
    raters: raters.length,
    items: items.length,
    scale,
    scores: spanOf(score),
    ratingsOfCandidate: spanOf(byCandidate.map(({ n }) => n)),
    ratersOfCandidate: spanOf(byCandidate.map((support) => support.raters)),
    ratingsByRater: spanOf(supportByLevel(table, 'rater').map(({ n }) => n)),
    ratersOfAnswer: spanOf(answers).greatest,
    answers: answers.length,
    answersRatedTwice: answers.filter((size) => size > 1).length,
    pairs: answers.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
    shareOfCells: score.length / (candidates.length * raters.length * items.length),
  };
}

function sizesOf(table: RatingTable): Int32Array {
  const { of, count } = levelsOf(table, 'candidate:item');
  const sizes = new Int32Array(count);
  for (const unit of of) sizes[unit]! += 1;
  return sizes;
}

function spanOf(values: ArrayLike<number>): Span {
  let least = Infinity;
  let greatest = -Infinity;
  for (let k = 0; k < values.length; k += 1) {
    least = min(least, values[k]!);
    greatest = max(greatest, values[k]!);
  }
  return { least, greatest };
}
