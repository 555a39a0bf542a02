import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import type { ItemWeights } from '../aggregation/item-weights';
import type { MixedModelFit } from '../mixed-model/mixed-model-fit';
import type { ReplicatedComponent } from '../mixed-model/replicated-components';
import {
  type AdjustedScore,
  type ScoreAgreement,
  type SeverityAdjustedScores,
  severityAdjustedScores,
} from '../mixed-model/severity-adjusted-scores';
import { weightedAdjustedScores } from '../mixed-model/weighted-adjusted-scores';
import { rankCandidates, type Ranking } from '../ranking/rank-candidates';
import type { RatingTable } from '../ratings/rating-table';
import { LIMITS } from './limits';
import { severitySpread, type SeveritySpread } from './severity-spread';

/** By how much one rater or item stands off the average one, in points of the scale; below 0: a strict rater, a hard item. */
export interface LevelEffect {
  readonly name: string;
  /** The mean of its ratings as they are: also depends on whom, or by whom, it met. */
  readonly average: number;
  readonly effect: Estimate;
}

export interface SeverityChapter {
  readonly status: EstimateStatus;
  readonly reason: string | null;
  readonly candidates: readonly AdjustedScore[];
  readonly raters: readonly LevelEffect[];
  readonly items: readonly LevelEffect[];
  /** The two raters farthest apart; null where there are no effects of raters. */
  readonly spread: SeveritySpread | null;
  /** Whether the adjusted scores must say the same as the means, and why. */
  readonly agreement: ScoreAgreement;
  readonly mean: Estimate;
  readonly components: MixedModelFit['components'];
  readonly replicated: readonly ReplicatedComponent[];
}

/** What would each candidate have got from the average rater on the average item, items counting by their weights? The second answer is for the ranking, and no plain data. */
export function severityChapter(table: RatingTable, weights: ItemWeights | undefined): readonly [SeverityChapter, SeverityAdjustedScores] {
  const alike = severityAdjustedScores(table, { covariance: table.candidates.length <= LIMITS.candidatesInRanking });
  const scores = weights === undefined ? alike : weightedAdjustedScores(table, weights, alike);
  const { model } = scores;
  const named = (facet: 'rater' | 'item'): readonly LevelEffect[] => {
    const averages = averagesOf(table, facet);
    return model.effects[facet].map((effect, level) => ({ name: table[`${facet}s`][level]!, average: averages[level]!, effect }));
  };
  const chapter = {
    status: scores.status,
    reason: scores.reason,
    candidates: scores.candidates,
    raters: named('rater'),
    items: named('item'),
    spread: severitySpread(table, model),
    agreement: scores.agreement,
    mean: model.mean,
    components: model.components,
    replicated: scores.components,
  };
  return [chapter, scores];
}

function averagesOf(table: RatingTable, facet: 'rater' | 'item'): Float64Array {
  const sums = new Float64Array(table[`${facet}s`].length);
  const counts = new Float64Array(sums.length);
  table[facet].forEach((level, row) => {
    sums[level] = sums[level]! + table.score[row]!;
    counts[level] = counts[level]! + 1;
  });
  return sums.map((sum, level) => sum / counts[level]!);
}

export interface RankingChapter extends Omit<Ranking, 'probabilityAbove'> {
  /** null for more candidates than `LIMITS.candidatesInPairs`. */
  readonly probabilityAbove: Ranking['probabilityAbove'] | null;
  /** A pair is told apart from this chance on. */
  readonly certainty: number;
  /** How many can be taken: `chanceOfPlace` is for the best so many. */
  readonly places: number;
}

/** Who is ahead of whom, and who cannot be told apart? By the adjusted scores, with what their errors have in common cancelled. */
export function rankingChapter({ candidates, covariance }: SeverityAdjustedScores, places: number, seed: number): RankingChapter {
  const certainty = 0.95;
  const size = candidates.length;
  const draws = Math.max(500, Math.min(10_000, Math.floor(LIMITS.rankingWork / size ** 2)));
  const standings = candidates.map(({ candidate, adjusted }) => ({ candidate, estimate: adjusted }));
  const ranking = rankCandidates(standings, { covariance: covariance ?? undefined, certainty, places, draws, seed });
  return {
    ...ranking,
    probabilityAbove: size <= LIMITS.candidatesInPairs ? ranking.probabilityAbove : null,
    certainty,
    places,
  };
}
