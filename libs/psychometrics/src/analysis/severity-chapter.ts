import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import type { MixedModelFit } from '../mixed-model/mixed-model-fit';
import type { ReplicatedComponent } from '../mixed-model/replicated-components';
import {
  type AdjustedScore,
  type ScoreAgreement,
  type SeverityAdjustedScores,
  severityAdjustedScores,
} from '../mixed-model/severity-adjusted-scores';
import { rankCandidates, type Ranking } from '../ranking/rank-candidates';
import type { RatingTable } from '../ratings/rating-table';
import { LIMITS } from './limits';

/** By how much one rater or item stands off the average one, in points of the scale; below 0: a strict rater, a hard item. */
export interface LevelEffect {
  readonly name: string;
  readonly effect: Estimate;
}

export interface SeverityChapter {
  readonly status: EstimateStatus;
  readonly reason: string | null;
  readonly candidates: readonly AdjustedScore[];
  readonly raters: readonly LevelEffect[];
  readonly items: readonly LevelEffect[];
  /** Whether the adjusted scores must say the same as the means, and why. */
  readonly agreement: ScoreAgreement;
  readonly mean: Estimate;
  readonly components: MixedModelFit['components'];
  readonly replicated: readonly ReplicatedComponent[];
}

/** What would each candidate have got from the average rater on the average item? The second answer is for the ranking, and no plain data. */
export function severityChapter(table: RatingTable): readonly [SeverityChapter, SeverityAdjustedScores] {
  const scores = severityAdjustedScores(table, { covariance: table.candidates.length <= LIMITS.candidatesInRanking });
  const { model } = scores;
  const named = (names: readonly string[], effects: readonly Estimate[]): readonly LevelEffect[] =>
    effects.map((effect, index) => ({ name: names[index]!, effect }));
  const chapter = {
    status: scores.status,
    reason: scores.reason,
    candidates: scores.candidates,
    raters: named(table.raters, model.effects.rater),
    items: named(table.items, model.effects.item),
    agreement: scores.agreement,
    mean: model.mean,
    components: model.components,
    replicated: scores.components,
  };
  return [chapter, scores];
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
