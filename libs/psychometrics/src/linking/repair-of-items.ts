import { DisjointSets } from './disjoint-sets';
import { CANDIDATE, type Facet, type Incidence, ITEM, RATER } from './incidence';
import type { MissingLink } from './missing-link';

export interface RepairOfItems {
  readonly kind: Exclude<MissingLink['kind'], 'PANELS'>;
  readonly candidate: number;
  readonly rater: number;
}

/**
 * Why two questions cannot be compared, and who could be asked to rate `item` beside `hub`.
 *
 * Any rating of the hub can be repeated on the other question: the two then differ in nothing but the question. Preferred is a candidate who was
 * asked the other question already (the answer is there, only the rating is not), then a rater who has rated it.
 */
export function repairOfItems(incidence: Incidence, hub: number, item: number): RepairOfItems {
  const [candidates, raters, items] = incidence.columns;
  const asked = new Uint8Array(incidence.levels[CANDIDATE]);
  const knows = new Uint8Array(incidence.levels[RATER]);
  for (let row = 0; row < items.length; row += 1) {
    if (items[row] !== item) continue;
    asked[candidates[row]!] = 1;
    knows[raters[row]!] = 1;
  }
  const worth = (row: number): number => 2 * asked[candidates[row]!]! + knows[raters[row]!]!;
  let best = -1;
  for (let row = 0; row < items.length; row += 1) {
    if (items[row] === hub && (best === -1 || worth(row) > worth(best))) best = row;
  }
  return { kind: kindOf(incidence, hub, item), candidate: candidates[best]!, rater: raters[best]! };
}

function kindOf(incidence: Incidence, hub: number, item: number): RepairOfItems['kind'] {
  if (!joinedThrough(incidence, RATER, hub, item)) return 'RATERS_OF_ITEMS';
  if (!joinedThrough(incidence, CANDIDATE, hub, item)) return 'CANDIDATES_OF_ITEMS';
  return 'TOO_FEW_TIES';
}

function joinedThrough({ columns, levels }: Incidence, facet: Facet, one: number, other: number): boolean {
  const sets = new DisjointSets(levels[facet] + levels[ITEM]);
  columns[ITEM].forEach((item, row) => sets.join(columns[facet][row]!, levels[facet] + item));
  return sets.find(levels[facet] + one) === sets.find(levels[facet] + other);
}
