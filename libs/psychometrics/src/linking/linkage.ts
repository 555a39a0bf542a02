import type { RatingTable } from '../ratings/rating-table';
import { type ComparableGroups, groupsOfDesign } from './comparable-groups';
import { type ConnectedSubset, connectedSubsets } from './connected-subsets';
import { type DesignRank, rankOfDesign, soundReduction } from './design-rank';
import { incidenceOf } from './incidence';
import type { MissingLink } from './missing-link';
import { linksOfDesign } from './missing-links';

export interface Linkage {
  /** Every comparison rests on data: one subset, full rank. */
  readonly connected: boolean;
  readonly subsets: readonly ConnectedSubset[];
  readonly design: DesignRank;
  readonly comparable: ComparableGroups;
  readonly missing: readonly MissingLink[];
}

/**
 * Can these candidates be compared at all; if not, who with whom, and what would have to be done?
 *
 * The whole of this chapter in one answer, to be read before any adjusted score: `subsets` (panels without a common candidate), `design` (its rank), `comparable`
 * (who can be compared with whom), `missing` (the links that are not there, in words, with a rating that would supply each).
 *
 * Cost that of `missingLinks`.
 *
 * Source: that of the functions of this chapter.
 */
export function linkage(table: RatingTable): Linkage {
  const incidence = incidenceOf(table);
  const reduced = soundReduction(incidence);
  const design = rankOfDesign(incidence, reduced);
  return {
    connected: design.deficiency === 0,
    subsets: connectedSubsets(table),
    design,
    comparable: groupsOfDesign(table, incidence, reduced),
    missing: linksOfDesign(table, incidence, reduced),
  };
}
