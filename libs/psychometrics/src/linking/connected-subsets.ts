import type { RatingTable } from '../ratings/rating-table';
import { DisjointSets } from './disjoint-sets';

/** Candidates and raters that hang together by ratings. */
export interface ConnectedSubset {
  readonly candidates: readonly string[];
  readonly raters: readonly string[];
  readonly ratings: number;
}

/**
 * Which candidates and raters are joined by chains of ratings?
 *
 * Ana and Bo both rated Cid: then their severities can be compared, and so can everyone they rated. Where a panel falls into two subsets, with
 * no candidate in common, nothing tells whether one subset has the better candidates or the milder raters; any common scale for both
 * rests on an assumption, not on data. Common questions do not help: two panels that ask the same questions stay apart.
 *
 * One subset is what a comparison needs, though it is not enough (`designRank`). The subset with most ratings comes first; ties by the first
 * candidate's name.
 *
 * Cost O(ratings).
 *
 * Source: J. M. Linacre (1994), Many-Facet Rasch Measurement, 2nd edition, MESA Press, on disjoint subsets; D. L. Weeks & D. R. Williams (1964),
 * A note on the determination of connectedness in an N-way cross classification, Technometrics 6(3), 319-324, doi:10.1080/00401706.1964.10490188.
 */
export function connectedSubsets(table: RatingTable): readonly ConnectedSubset[] {
  const { of, count } = subsetNumbers(table);
  const subsets = Array.from({ length: count }, () => ({ candidates: [] as string[], raters: [] as string[], ratings: 0 }));
  table.candidates.forEach((name, candidate) => subsets[of[candidate]!]!.candidates.push(name));
  table.raters.forEach((name, rater) => subsets[of[table.candidates.length + rater]!]!.raters.push(name));
  for (let row = 0; row < table.candidate.length; row += 1) subsets[of[table.candidate[row]!]!]!.ratings += 1;
  return subsets.sort((a, b) => b.ratings - a.ratings);
}

/** For each candidate, then each rater, the number of its subset, in the order of their first candidates. */
export function subsetNumbers(table: RatingTable): { readonly of: Int32Array; readonly count: number } {
  const sets = new DisjointSets(table.candidates.length + table.raters.length);
  for (let row = 0; row < table.candidate.length; row += 1) sets.join(table.candidate[row]!, table.candidates.length + table.rater[row]!);
  return { of: sets.numbered(), count: sets.count };
}
