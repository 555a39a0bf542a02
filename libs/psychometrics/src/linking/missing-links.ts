import type { RatingTable } from '../ratings/rating-table';
import { comparableLevels } from './comparable-levels';
import { subsetNumbers } from './connected-subsets';
import { soundReduction } from './design-rank';
import { CANDIDATE, type Incidence, incidenceOf, ITEM, RATER, withRatings } from './incidence';
import { type MissingLink, linkOfItems, linkOfPanels } from './missing-link';
import { BusiestLevels } from './busiest-levels';
import type { ReducedDesign } from './reduced-design';
import { repairOfItems } from './repair-of-items';

/**
 * What is missing for everybody to be comparable, and which ratings would supply it?
 *
 * The answer is as short as can be: as many links as the rank of the design falls short (`designRank`), since one rating cannot mend more than one. Each
 * names what is apart in words and one rating that would join it; with all of these given, the rank is full. One rating is the
 * least that connects, and a comparison that hangs on it is as uncertain as that rating: two or three are better.
 *
 * First the panels without a common candidate, each tied to the panel with most ratings, by its busiest rater rating that panel's most rated
 * candidate. Then questions that cannot be told from raters or candidates, each tied to the most rated question.
 *
 * Empty where nothing is missing. Cost that of `designRank`, and once more for each link between questions that no other rating ties.
 *
 * Source: S. R. Searle (1971), Linear Models, Wiley, section 5.4 (estimable functions); the choice of the ratings is our own.
 */
export function missingLinks(table: RatingTable): readonly MissingLink[] {
  const incidence = incidenceOf(table);
  return linksOfDesign(table, incidence, soundReduction(incidence));
}

export function linksOfDesign(table: RatingTable, incidence: Incidence, design: ReducedDesign): readonly MissingLink[] {
  if (design.deficiency === 0) return [];
  const panels = linksOfPanels(table, new BusiestLevels(incidence));
  const links = panels.map(({ link }) => link);
  if (links.length === design.deficiency) return links;
  const joined =
    links.length === 0
      ? incidence
      : withRatings(
          incidence,
          panels.map(({ rating }) => rating),
        );
  return [...links, ...linksOfItems(table, joined, links.length === 0 ? design : soundReduction(joined))];
}

type Numbered = readonly [candidate: number, rater: number, item: number];

function linksOfPanels(table: RatingTable, busiest: BusiestLevels): { readonly link: MissingLink; readonly rating: Numbered }[] {
  const { of, count } = subsetNumbers(table);
  if (count === 1) return [];
  const size = new Int32Array(count);
  for (const candidate of table.candidate) size[of[candidate]!]! += 1;
  const hub = size.reduce((best, ratings, subset) => (ratings > size[best]! ? subset : best), 0);
  const candidate = busiest.level(CANDIDATE, (level) => of[level] === hub);
  const { item, rater: before } = busiest.rowOf(candidate);
  return busiest
    .levelsOfGroups(RATER, count, (level) => of[table.candidates.length + level]!)
    .flatMap((rater, subset) => {
      if (subset === hub) return [];
      const names = { candidate: table.candidates[candidate]!, rater: table.raters[rater]!, item: table.items[item]! };
      return [{ link: linkOfPanels([table.raters[before]!, names.rater], names), rating: [candidate, rater, item] as const }];
    });
}

function linksOfItems(table: RatingTable, incidence: Incidence, design: ReducedDesign): MissingLink[] {
  const links: MissingLink[] = [];
  let [joined, left] = [incidence, design];
  while (left.deficiency > 0) {
    const groupOf = comparableLevels(joined, left)[ITEM];
    const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
    const busiest = new BusiestLevels(joined);
    const hub = busiest.level(ITEM, () => true);
    const apart = busiest.levelsOfGroups(ITEM, groups, (level) => groupOf[level]!).filter((item) => groupOf[item] !== groupOf[hub]);
    // As many groups as missing ranks: joining each to the hub cannot do the same twice, and does all. Else one at a time.
    const all = apart.length === left.deficiency;
    const repairs = (all ? apart : apart.slice(0, 1)).map((item) => ({ item, ...repairOfItems(joined, hub, item) }));
    for (const { kind, candidate, rater, item } of repairs) {
      const names = { candidate: table.candidates[candidate]!, rater: table.raters[rater]!, item: table.items[item]! };
      links.push(linkOfItems(kind, [table.items[hub]!, names.item], names));
    }
    if (all) break;
    joined = withRatings(
      joined,
      repairs.map(({ candidate, rater, item }) => [candidate, rater, item]),
    );
    left = soundReduction(joined);
  }
  return links;
}
