import type { Estimate } from '@touchstone/kernel';
import { found, missing } from '../estimates/estimates';
import { type Field, fieldOf, spreadOfDifference } from './field';
import { indistinctGroups } from './indistinct-groups';
import { probabilityAbove } from './probability-above';
import { type SimulatedRanks, simulatedRanks } from './simulated-ranks';
import type { Standing } from './standing';

export interface RankOptions {
  /** Of the scores' errors, row by row in the order of the standings; left out, the errors are independent. */
  readonly covariance?: Float64Array | undefined;
  /** A is told apart from B where P(A above B) is at least this; 0.95 unless said. */
  readonly certainty?: number | undefined;
  /** Confidence of the rank intervals; 0.95 unless said. */
  readonly level?: number | undefined;
  /** How many can be taken: `chanceOfPlace` is for the best so many; 1 unless said. */
  readonly places?: number | undefined;
  /** Draws of the simulation of ranks; 10,000 unless said. */
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
}

export interface RankedCandidate extends Standing {
  /** Expected rank with an interval for the true one. */
  readonly rank: Estimate;
  /** Share of the draws in which the candidate is among the best `places`; null for one alone. */
  readonly chanceOfPlace: number | null;
  /** The places in `groups`, from 0, of the groups that the candidate is in. */
  readonly groups: readonly number[];
}

export interface Ranking {
  /** Best first; ties by name. */
  readonly order: readonly RankedCandidate[];
  /** `[a][b]` is P(a above b), a and b by their places in `order`; null for a candidate against himself. */
  readonly probabilityAbove: readonly (readonly (number | null)[])[];
  /** Who cannot be told apart, best first: groups overlap, see `rankCandidates`. */
  readonly groups: readonly (readonly string[])[];
  /** Candidates whose score or standard error is not to be had; their estimates say why. */
  readonly unranked: readonly Standing[];
}

const METHOD = 'rank among candidates, normal errors; expected rank in closed form, interval by simulation';

/**
 * Who is ahead of whom, how surely, and who cannot be told apart?
 *
 * A list in the order of the scores hides that most neighbours differ by less than the error. So each candidate is given an expected rank with an interval for the true one ("3,
 * between 1 and 6"), each pair the probability that the first is truly above the second, and those who cannot be told apart stand together in a group. A decision
 * between members of one group rests on something other than these scores.
 *
 * The rule for groups: A is told apart from B where P(A above B) >= `certainty`. This never runs in a circle and never skips: where A is told apart from B, and B from C, A
 * is told apart from C, because the standard error of a difference obeys the triangle inequality. "Cannot be told apart" does not carry over in
 * that way (A and B may be close, B and C too, A and C not), so the groups overlap; two candidates share a group exactly if they are not told apart. The
 * certainty holds for each pair by itself: among many pairs, some will be told apart by chance.
 *
 * The rank interval holds the middle `level` of the ranks in `draws` draws of the true scores; the expected rank is exact. With the same seed the
 * answer is the same, and it does not depend on the order of the standings. One candidate alone has no rank (`INSUFFICIENT_DATA`). Rank only
 * candidates that can be compared (`comparableGroups`). Throws RangeError for options out of range and whatever `fieldOf` refuses.
 *
 * Cost O(n²) for the pairs and, times the number of groups, for the groups, O(draws x n log n) for the ranks; with a covariance O(n³ + draws x n²).
 *
 * Source: H. Goldstein & D. J. Spiegelhalter (1996), League tables and their limitations, Journal of the Royal Statistical Society A 159(3), 385-443,
 * doi:10.2307/2983325; H.-P. Piepho (2004), An algorithm for a letter-based representation of all-pairwise comparisons, Journal of Computational and
 * Graphical Statistics 13(2), 456-466, doi:10.1198/1061860043515.
 */
export function rankCandidates(
  standings: readonly Standing[],
  { covariance, certainty = 0.95, level = 0.95, places = 1, draws = 10_000, seed = 1 }: RankOptions = {},
): Ranking {
  if (!(certainty > 0.5 && certainty < 1)) throw new RangeError('a certainty lies between 0.5 and 1, exclusively');
  if (!(level > 0 && level < 1)) throw new RangeError('a level lies between 0 and 1, exclusively');
  if (!Number.isInteger(places) || places < 1) throw new RangeError('places are a whole number of at least 1');
  if (!Number.isInteger(draws) || draws < 100) throw new RangeError('draws are a whole number of at least 100');
  const field = fieldOf(standings, covariance ?? null);
  const above = chancesAbove(field);
  const groups = indistinctGroups(field.standings.length, (one, other) => above[one]![other]! >= certainty);
  const ofCandidate: number[][] = field.standings.map(() => []);
  groups.forEach((members, group) => members.forEach((member) => ofCandidate[member]!.push(group)));
  const ranks = field.standings.length < 2 ? null : simulatedRanks(field, places, draws, seed);
  return {
    order: field.standings.map((standing, index) => ({
      ...standing,
      rank: rankOf(standing, index, above, ranks, level),
      chanceOfPlace: ranks && ranks.placed[index]!,
      groups: ofCandidate[index]!,
    })),
    probabilityAbove: above,
    groups: groups.map((members) => members.map((member) => field.standings[member]!.candidate)),
    unranked: field.unranked,
  };
}

/** The smaller of the two chances of a pair is computed, so that neither loses digits: the lower stands second in the order. */
function chancesAbove(field: Field): readonly (readonly (number | null)[])[] {
  const above = field.standings.map(() => new Array<number | null>(field.standings.length).fill(null));
  for (let upper = 0; upper < above.length; upper += 1) {
    for (let lower = upper + 1; lower < above.length; lower += 1) {
      const chance = probabilityAbove(field.values[lower]! - field.values[upper]!, spreadOfDifference(field, upper, lower));
      above[lower]![upper] = chance;
      above[upper]![lower] = 1 - chance;
    }
  }
  return above;
}

function rankOf(
  { estimate }: Standing,
  index: number,
  above: Ranking['probabilityAbove'],
  ranks: SimulatedRanks | null,
  level: number,
): Estimate {
  if (ranks === null) return missing('INSUFFICIENT_DATA', METHOD, estimate);
  const expected = above[index]!.reduce<number>((sum, chance) => sum + (chance === null ? 0 : 1 - chance), 1);
  const tail = (1 - level) / 2;
  const interval = [rankAt(ranks, index, tail), rankAt(ranks, index, 1 - tail)] as const;
  return found({ value: expected, interval, level }, METHOD, estimate);
}

/** The rank that this share of the draws does not exceed. */
function rankAt({ counts, width, draws }: SimulatedRanks, index: number, share: number): number {
  let seen = 0;
  for (let at = 0; at < width; at += 1) {
    seen += counts[index * width + at]!;
    if (seen >= share * draws && seen > 0) return 1 + at / 2;
  }
  return (width + 1) / 2;
}
