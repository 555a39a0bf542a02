import { CANDIDATE, type Facet, type Incidence, ITEM, RATER } from './incidence';

/** Who has most ratings: the best anchors for a link. Ties go to the lower level, that is, by name. */
export class BusiestLevels {
  private readonly counts: readonly [Int32Array, Int32Array, Int32Array];

  constructor(private readonly incidence: Incidence) {
    const counted = (facet: Facet): Int32Array => {
      const counts = new Int32Array(incidence.levels[facet]);
      for (const level of incidence.columns[facet]) counts[level]! += 1;
      return counts;
    };
    this.counts = [counted(CANDIDATE), counted(RATER), counted(ITEM)];
  }

  /** The level with most ratings among those asked for, of which there is at least one. */
  level(facet: Facet, among: (level: number) => boolean): number {
    return this.levelsOfGroups(facet, 1, (level) => (among(level) ? 0 : -1))[0]!;
  }

  /** The level with most ratings of each group; `groupOf` gives -1 for levels that belong to none. */
  levelsOfGroups(facet: Facet, groups: number, groupOf: (level: number) => number): number[] {
    const counts = this.counts[facet];
    const best = new Array<number>(groups).fill(-1);
    counts.forEach((count, level) => {
      const group = groupOf(level);
      if (group === -1) return;
      if (best[group] === -1 || count > counts[best[group]!]!) best[group] = level;
    });
    return best;
  }

  /** Of the ratings of a candidate, the item asked most and the busiest of the raters who rated it. */
  rowOf(candidate: number): { readonly item: number; readonly rater: number } {
    const [candidates, raters, items] = this.incidence.columns;
    let best = -1;
    const busier = (row: number): boolean =>
      best === -1 ||
      this.counts[ITEM][items[row]!]! - this.counts[ITEM][items[best]!]! > 0 ||
      (items[row] === items[best] && this.counts[RATER][raters[row]!]! > this.counts[RATER][raters[best]!]!);
    for (let row = 0; row < candidates.length; row += 1) if (candidates[row] === candidate && busier(row)) best = row;
    return { item: items[best]!, rater: raters[best]! };
  }
}
