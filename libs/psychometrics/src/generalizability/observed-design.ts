import type { RatingTable } from '../ratings/rating-table';
import { type GeneralizabilityDesign } from './generalizability-design';

export interface ObservedDesign {
  /** null where there is neither a second item nor a second rater: then nothing can be generalized over. */
  readonly design: GeneralizabilityDesign | null;
  /** No cell of the design is missing, and nested levels are equally many. */
  readonly balanced: boolean;
}

export interface ObservedDesignOptions {
  /** The names of raters are used anew for each item (first rater, second rater), so that raters are nested although their names recur. */
  readonly ratersWithinItems?: boolean | undefined;
}

/**
 * Which design of generalizability theory do these ratings have?
 *
 * One item: p×r. One rater: p×i. Raters who each belong to one item: p×(r:i). Items that each belong to one rater, as when every interviewer asks
 * questions of their own: p×(i:r). Where each item has one rater and each rater one item the two are one facet: p×i. Everything else is taken
 * as crossed, p×i×r, with or without gaps. `balanced` says whether the classical analysis of variance applies.
 *
 * Cost O(ratings).
 *
 * Source: R. L. Brennan (2001), Generalizability Theory, Springer, chapters 2 and 3, doi:10.1007/978-1-4757-3456-0.
 */
export function observedDesign(table: RatingTable, { ratersWithinItems = false }: ObservedDesignOptions = {}): ObservedDesign {
  const { candidates, raters, items, score } = table;
  const cells = score.length;
  if (raters.length === 1 && items.length === 1) return { design: null, balanced: false };
  if (raters.length === 1) return { design: 'p×i', balanced: cells === candidates.length * items.length };
  if (items.length === 1) return { design: 'p×r', balanced: cells === candidates.length * raters.length };
  const raterPairs = partnersOf(table.rater, raters.length, table.item, items.length);
  const itemPairs = partnersOf(table.item, items.length, table.rater, raters.length);
  const pairs = raterPairs.reduce((sum, count) => sum + count, 0);
  const full = cells === candidates.length * pairs;
  const oneEach = (counts: Int32Array): boolean => counts.every((count) => count === 1);
  const alike = (counts: Int32Array): boolean => counts.every((count) => count === counts[0]);
  if (oneEach(raterPairs) && oneEach(itemPairs)) return { design: 'p×i', balanced: full };
  if (oneEach(raterPairs) || ratersWithinItems) return { design: 'p×(r:i)', balanced: full && alike(itemPairs) };
  if (oneEach(itemPairs)) return { design: 'p×(i:r)', balanced: full && alike(raterPairs) };
  return { design: 'p×i×r', balanced: cells === candidates.length * raters.length * items.length };
}

/** For each level of one facet, with how many levels of the other it occurs. */
function partnersOf(one: Int32Array, levels: number, other: Int32Array, others: number): Int32Array {
  const counts = new Int32Array(levels);
  const seen = new Set<number>();
  for (let row = 0; row < one.length; row += 1) {
    const pair = one[row]! * others + other[row]!;
    if (seen.has(pair)) continue;
    seen.add(pair);
    counts[one[row]!]! += 1;
  }
  return counts;
}
