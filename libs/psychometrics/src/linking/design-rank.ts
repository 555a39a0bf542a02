import type { RatingTable } from '../ratings/rating-table';
import { CANDIDATE, type Incidence, incidenceOf, ITEM, RATER } from './incidence';
import { PRIMES, type ReducedDesign, reduceDesign } from './reduced-design';

export interface DesignRank {
  /** Columns of the design with sum contrasts: candidates + (raters - 1) + (items - 1). */
  readonly columns: number;
  readonly rank: number;
  /** `columns - rank`: so many differences that the ratings cannot tell, and so many further ratings that would repair it. */
  readonly deficiency: number;
}

/**
 * Can ability, severity and difficulty be told apart at all?
 *
 * Writes each rating as candidate - rater - item and asks for the rank of that design. Deficiency 0: every candidate can be
 * compared with every other whoever rated them on whatever question. Above 0: some differences rest on no data. One cause are panels that have no
 * candidate in common (`connectedSubsets`); another, which the graph of candidates and raters does not show, are raters who each rate
 * questions of their own, so that a hard question and a harsh rater look the same. `missingLinks` names the causes in words.
 *
 * Exact, not numerical: whole-number elimination modulo a prime, on the cycles of the design alone. A deficiency of 0 is thereby proven; one
 * above 0 is found with two primes near 2^20, and could be too large only where both divide every minor of the true rank.
 *
 * Needs nothing of the scores. Cost about O(ratings): 73,000 ratings of 3,000 candidates by 1,100 raters take some tens of milliseconds. Only where hardly any two
 * levels ever meet twice does it cost O(k³), with k the levels of the smallest facet: a second or two for k = 1,100.
 *
 * Source: D. L. Weeks & D. R. Williams (1964), A note on the determination of connectedness in an N-way cross classification,
 * Technometrics 6(3), 319-324, doi:10.1080/00401706.1964.10490188 (whose condition, for more than two facets, suffices but is not needed).
 */
export function designRank(table: RatingTable): DesignRank {
  const incidence = incidenceOf(table);
  return rankOfDesign(incidence, soundReduction(incidence));
}

export function rankOfDesign({ levels }: Incidence, { deficiency }: ReducedDesign): DesignRank {
  const columns = levels[CANDIDATE] + levels[RATER] + levels[ITEM] - 2;
  return { columns, rank: columns - deficiency, deficiency };
}

/** The reduction with the greater rank of two primes; one prime suffices where nothing is missing. */
export function soundReduction(incidence: Incidence): ReducedDesign {
  const first = reduceDesign(incidence, PRIMES[0]);
  if (first.deficiency === 0) return first;
  const second = reduceDesign(incidence, PRIMES[1]);
  return second.deficiency < first.deficiency ? second : first;
}
