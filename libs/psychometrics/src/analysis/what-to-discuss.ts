import { normalCdf } from '../distributions/normal-cdf';
import { type ItemWeights, weightsOfItems } from '../aggregation/item-weights';
import type { AdjustedScore } from '../mixed-model/severity-adjusted-scores';
import type { RatingTable } from '../ratings/rating-table';

export interface ScoreGiven {
  readonly score: number;
  readonly raters: readonly string[];
}

/** One answer on which the raters are apart. */
export interface Disagreement {
  readonly candidate: string;
  readonly item: string;
  readonly lowest: ScoreGiven;
  readonly highest: ScoreGiven;
  /** By how many points the candidate's total moves from everybody coming round to the lowest score to everybody coming round to the highest. */
  readonly swing: number;
  /** How likely that settles whether the candidate is taken, 0 to 1; null where the score has no error or there is nobody to be preferred to. */
  readonly chanceItDecides: number | null;
}

export interface DiscussOptions {
  readonly weights?: ItemWeights | undefined;
  /** How many can be taken; 1 unless said. */
  readonly places?: number | undefined;
  /** The score from which on a candidate is taken; without it the line lies midway between the last who is taken and the next. */
  readonly cutOff?: number | undefined;
  /** How many disagreements are wanted; 20 unless said. */
  readonly most?: number | undefined;
}

/**
 * Which disagreement should the panel talk about first?
 *
 * Not the widest, but the one that is most likely to change who is taken. An answer on which the scores run from 2 to 5 matters little where its
 * candidate is far ahead, or where it is one of twenty; one point on a weighty question of the candidate on the line matters a lot. For each
 * answer with unequal scores: the share of the item in the candidate's total times the distance of its scores is the swing. Adjusted scores lie nearer to the middle
 * than averages and move less, so the swing is drawn in as they are (by the slope of the adjusted scores on the unshrunk ones); the chance that it decides is the chance that
 * the line falls within that, around the candidate's score, its error being normal.
 *
 * The likeliest first, then the widest swing, then by name. `scores` are the adjusted scores of all candidates in the order of the table; where they are not to
 * be had, the widest swing comes first and there is no chance. Two candidates at least are needed for a line between them.
 *
 * `places` a whole number of at least 1; throws RangeError otherwise. Cost O(n log n).
 *
 * Source: the definitions; the idea is the value of information, R. A. Howard (1966), Information value theory, IEEE Transactions on Systems Science and
 * Cybernetics 2(1), 22-26, doi:10.1109/TSSC.1966.300074.
 */
export function whatToDiscuss(
  table: RatingTable,
  scores: readonly AdjustedScore[] | null,
  { weights, places = 1, cutOff, most = 20 }: DiscussOptions = {},
): readonly Disagreement[] {
  if (!(Number.isInteger(places) && places >= 1)) throw new RangeError('places are a whole number of at least 1');
  const { of: weightOf } = weightsOfItems(table, weights);
  const line = cutOff ?? lineBetween(scores ?? [], places);
  const pull = slopeOf(scores ?? []);
  const rated = weightRatedOf(table, weightOf);
  const found: Disagreement[] = [];
  for (const { from, to } of answersOf(table)) {
    const candidate = table.candidate[from]!;
    const item = table.item[from]!;
    const lowest = scoreGiven(table, from, to, -1);
    const highest = scoreGiven(table, from, to, 1);
    const share = rated[candidate]! > 0 ? weightOf[item]! / rated[candidate]! : 0;
    const swing = share * (highest.score - lowest.score);
    if (!(swing > 0)) continue;
    const chance = chanceOfLine(scores?.[candidate], line, pull * swing);
    found.push({ candidate: table.candidates[candidate]!, item: table.items[item]!, lowest, highest, swing, chanceItDecides: chance });
  }
  return found.sort((a, b) => (b.chanceItDecides ?? 0) - (a.chanceItDecides ?? 0) || b.swing - a.swing).slice(0, most);
}

function chanceOfLine(score: AdjustedScore | undefined, line: number | null, swing: number): number | null {
  const { value, standardError } = score?.adjusted ?? { value: null, standardError: null };
  if (line === null || value === null || standardError === null || standardError === 0 || !(swing > 0)) return null;
  const within = (bound: number): number => normalCdf((value - line + bound) / standardError);
  return within(swing / 2) - within(-swing / 2);
}

/** By how much adjusted scores move where unshrunk ones move by a point: least squares over the candidates, at most 1; 1 where it is not to be had. */
function slopeOf(scores: readonly AdjustedScore[]): number {
  const pairs = scores.flatMap(({ adjusted, leastSquares }) =>
    adjusted.value === null || leastSquares.value === null ? [] : [[leastSquares.value, adjusted.value] as const],
  );
  const [x, y] = [0, 1].map((place) => pairs.reduce((sum, pair) => sum + pair[place]!, 0) / pairs.length) as [number, number];
  const products = pairs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  const squares = pairs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return squares > 0 ? Math.min(1, Math.max(0, products / squares)) : 1;
}

/** Midway between the last who is taken and the next; null where everybody is, or somebody has no score. */
function lineBetween(scores: readonly AdjustedScore[], places: number): number | null {
  const values = scores.map(({ adjusted }) => adjusted.value);
  if (values.length <= places || values.includes(null)) return null;
  const sorted = Float64Array.from(values as number[])
    .sort()
    .reverse();
  return (sorted[places - 1]! + sorted[places]!) / 2;
}

function weightRatedOf(table: RatingTable, weightOf: Float64Array): Float64Array {
  const rated = new Float64Array(table.candidates.length);
  for (const { from } of answersOf(table)) rated[table.candidate[from]!]! += weightOf[table.item[from]!]!;
  return rated;
}

/** The rows of each answer, which stand together. */
function* answersOf({ candidate, item, score }: RatingTable): Generator<{ readonly from: number; readonly to: number }> {
  for (let from = 0, to = 0; from < score.length; from = to) {
    for (to = from + 1; to < score.length && candidate[to] === candidate[from] && item[to] === item[from];) to += 1;
    yield { from, to };
  }
}

function scoreGiven(table: RatingTable, from: number, to: number, sign: 1 | -1): ScoreGiven {
  let score = table.score[from]!;
  for (let row = from; row < to; row += 1) if (sign * (table.score[row]! - score) > 0) score = table.score[row]!;
  const raters: string[] = [];
  for (let row = from; row < to; row += 1) if (table.score[row] === score) raters.push(table.raters[table.rater[row]!]!);
  return { score, raters };
}
