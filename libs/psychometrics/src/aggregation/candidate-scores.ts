import type { Estimate } from '@touchstone/kernel';
import { found } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import { type ItemWeights, weightsOfItems } from './item-weights';
import { linearScorer } from './linear-score';
import { median } from './median';
import { rowsOfCandidates } from './rows-of-candidates';
import { trimmedMean } from './trimmed-mean';

/** What the ratings of one candidate come to, each way, in units of the scale. */
export interface CandidateScores {
  readonly candidate: string;
  /** Every rating counts once. */
  readonly mean: Estimate;
  readonly median: Estimate;
  readonly trimmedMean: Estimate;
  /** Pooled: every rating counts by the weight of its item. */
  readonly weightedMean: Estimate;
  /** Raters within an item first, then the items, each counting once. */
  readonly twoStageMean: Estimate;
  /** Raters within an item first, then the items by their weight. */
  readonly twoStageWeightedMean: Estimate;
  /** What part of the weight of all items has at least one rating of this candidate, 0 to 1; 0 where nothing has weight. */
  readonly shareOfWeightRated: number;
}

export interface CandidateScoresOptions {
  /** Without them every item of the table weighs 1. An item that is not named weighs nothing; a named one that nobody rated is missed in the share. */
  readonly weights?: ItemWeights | undefined;
  /** The part trimmed at each end, 0.2 unless said. */
  readonly trim?: number | undefined;
}

/**
 * What did the panel give each candidate: mean, median, trimmed mean, weighted mean, pooled and in two stages?
 *
 * Read the two-stage figures first. Pooling lets an item that four people rated count twice as much as one that two people rated; in two stages
 * each item gets the mean of its raters before the items are put together. The two are equal as long as every item has as many raters as any
 * other, and differ as soon as a rating is missing. Median and trimmed mean are there to see whether one odd rating makes the
 * difference. Missing is missing: weights are renormalised over what was rated, and `shareOfWeightRated` says how much that was.
 *
 * Standard errors and 95 % intervals of the means take the raters as the sample (`linearScorer`), since ten scores by one rater are one opinion;
 * one rater gives a value without standard error, raters who do not differ give CONSTANT. Median and trimmed mean have none: the known
 * formulas take every rating as independent of the others. None of these figures takes out severity; where not everybody rated everybody,
 * compare with the mixed model.
 *
 * Candidates in the order of the table. `trim` in [0, 0.5), weights finite and at least 0; throws RangeError otherwise. Cost O(n log n).
 *
 * Source: the definitions; the trimming rule is that of R's mean(x, trim).
 */
export function candidateScores(table: RatingTable, { weights, trim = 0.2 }: CandidateScoresOptions = {}): readonly CandidateScores[] {
  const { of: weightOf, total } = weightsOfItems(table, weights);
  const start = rowsOfCandidates(table);
  const rules: ScoringRules = {
    weightOf,
    total,
    trim,
    score: linearScorer(table.raters.length),
    ratersOf: new Int32Array(table.items.length),
  };
  return table.candidates.map((candidate, c) => scoresOf(candidate, table, start[c]!, start[c + 1]!, rules));
}

interface ScoringRules {
  readonly weightOf: Float64Array;
  /** Of all items that have a weight. */
  readonly total: number;
  readonly trim: number;
  readonly score: ReturnType<typeof linearScorer>;
  /** Room to count the raters of each item. */
  readonly ratersOf: Int32Array;
}

function scoresOf(candidate: string, table: RatingTable, from: number, to: number, rules: ScoringRules): CandidateScores {
  const { weightOf, total, trim, ratersOf } = rules;
  const raters = table.rater.subarray(from, to);
  const items = table.item.subarray(from, to);
  const values = table.score.subarray(from, to);
  for (const item of items) ratersOf[item] = 0;
  let rated = 0;
  for (const item of items) {
    if (ratersOf[item] === 0) rated += weightOf[item]!;
    ratersOf[item]! += 1;
  }
  const weights = new Float64Array(to - from);
  const score = (method: string, weigh: (item: number) => number): Estimate => {
    for (let k = 0; k < weights.length; k += 1) weights[k] = weigh(items[k]!);
    return rules.score({ values, raters, weights }, `${method}; 95 % t interval with raters as the sample`);
  };
  const sorted = Array.from(values.slice().sort());
  const support = { n: sorted.length, raters: new Set(raters).size };
  return {
    candidate,
    mean: score('mean of all ratings', () => 1),
    median: found({ value: median(sorted)! }, 'median of all ratings', support),
    trimmedMean: found({ value: trimmedMean(sorted, trim)! }, `mean of all ratings, floor(n * ${trim}) dropped at each end`, support),
    weightedMean: score('mean of all ratings by item weight', (item) => weightOf[item]!),
    twoStageMean: score('mean over items of the mean over raters', (item) => 1 / ratersOf[item]!),
    twoStageWeightedMean: score('mean over items, by weight, of the mean over raters', (item) => weightOf[item]! / ratersOf[item]!),
    shareOfWeightRated: total > 0 ? Math.min(1, rated / total) : 0,
  };
}
