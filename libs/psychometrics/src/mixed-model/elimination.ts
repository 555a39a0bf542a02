import type { RatingTable } from '../ratings/rating-table';
import { rowsByLevel } from '../linking/rows-by-level';
import type { Levels } from './levels';
import { type Facet, type RandomTerm, facetsOf } from './random-term';

/**
 * In which order are the unknowns of a model eliminated, so that as little as possible is filled in?
 *
 * Terms that contain one facet, say the candidate (`candidate`, `candidate:rater`), never join two candidates: their unknowns fall into one
 * small dense block per candidate, and each block meets only those raters and items that the candidate has met. So the blocks go first
 * (`inner` terms), one after the other; what is left is one dense system of the other terms (`outer`) and the intercept. Of the three
 * facets that one is taken whose elimination costs the fewest multiplications.
 */
export interface Elimination {
  /** The facet whose blocks go first. */
  readonly facet: Facet;
  readonly inner: readonly number[];
  readonly outer: readonly number[];
  /** Rows of the table, block after block. The columns by row below follow this order. */
  readonly rows: Int32Array;
  readonly blockStart: Int32Array;
  /** For each term and row its unknown: those of the blocks come first, in their order, then the outer ones, then the intercept. */
  readonly unknown: readonly Int32Array[];
  /** The unknowns of block b run from `unknownStart[b]` to before `unknownStart[b + 1]`. */
  readonly unknownStart: Int32Array;
  readonly innerCount: number;
  readonly outerCount: number;
  /** For each unknown but the intercept its term and the level of it. */
  readonly termOf: Uint8Array;
  readonly levelOf: Int32Array;
  /** For each term and row, which of the unknowns met by the block it is; empty for inner terms. */
  readonly metAt: readonly Int32Array[];
  /** The outer unknowns that each block meets, ascending, counted from 0; the intercept, number `outerCount`, is the last of each block. */
  readonly met: Int32Array;
  readonly metStart: Int32Array;
}

const FACETS: readonly Facet[] = ['candidate', 'rater', 'item'];

export function eliminationOf(table: RatingTable, terms: readonly RandomTerm[], levels: readonly Levels[]): Elimination {
  const ways = FACETS.map((facet) => eliminationBy(facet, table, terms, levels));
  const costs = ways.map(costOf);
  return ways[costs.indexOf(Math.min(...costs))]!;
}

/**
 * Multiplications of one round: factor and inverse of the dense rest, and for each block its factor, its coupling and its share in the
 * traces.
 */
function costOf({ outerCount, unknownStart, metStart }: Elimination): number {
  let cost = outerCount ** 3 / 2;
  for (let block = 0; block + 1 < unknownStart.length; block += 1) {
    const own = unknownStart[block + 1]! - unknownStart[block]!;
    const met = metStart[block + 1]! - metStart[block]!;
    cost += own ** 3 / 3 + own * own * met + 1.5 * own * met * met;
  }
  return cost;
}

function eliminationBy(facet: Facet, table: RatingTable, terms: readonly RandomTerm[], levels: readonly Levels[]): Elimination {
  const indices = terms.map((_, t) => t);
  const inner = indices.filter((t) => facetsOf(terms[t]!).includes(facet));
  const outer = indices.filter((t) => !inner.includes(t));
  const { rows, start: blockStart } = rowsByLevel(table[facet], table[`${facet}s`].length);
  const unknowns = levels.reduce((sum, { count }) => sum + count, 0);
  const termOf = new Uint8Array(unknowns);
  const levelOf = new Int32Array(unknowns);
  const unknown = terms.map(() => new Int32Array(rows.length));
  const { unknownStart, innerCount } = numberBlocks(inner, levels, rows, blockStart, { termOf, levelOf, unknown });
  let next = innerCount;
  for (const t of outer) {
    const { of, count } = levels[t]!;
    for (let k = 0; k < rows.length; k += 1) unknown[t]![k] = next + of[rows[k]!]!;
    for (let level = 0; level < count; level += 1) {
      termOf[next + level] = t;
      levelOf[next + level] = level;
    }
    next += count;
  }
  const outerCount = unknowns - innerCount;
  const meetings = meetingsOf(outer, unknown, blockStart, innerCount, outerCount);
  return { facet, inner, outer, rows, blockStart, unknown, unknownStart, innerCount, outerCount, termOf, levelOf, ...meetings };
}

/** Gives the levels of the inner terms their numbers: block after block, within a block as they are met. */
function numberBlocks(
  inner: readonly number[],
  levels: readonly Levels[],
  rows: Int32Array,
  blockStart: Int32Array,
  { termOf, levelOf, unknown }: { termOf: Uint8Array; levelOf: Int32Array; unknown: readonly Int32Array[] },
): { unknownStart: Int32Array; innerCount: number } {
  const numberOf = levels.map(({ count }) => new Int32Array(count).fill(-1));
  const unknownStart = new Int32Array(blockStart.length);
  let next = 0;
  for (let block = 0; block + 1 < blockStart.length; block += 1) {
    for (const t of inner) {
      for (let k = blockStart[block]!; k < blockStart[block + 1]!; k += 1) {
        const level = levels[t]!.of[rows[k]!]!;
        if (numberOf[t]![level] === -1) {
          numberOf[t]![level] = next;
          termOf[next] = t;
          levelOf[next] = level;
          next += 1;
        }
        unknown[t]![k] = numberOf[t]![level]!;
      }
    }
    unknownStart[block + 1] = next;
  }
  return { unknownStart, innerCount: next };
}

/** Which outer unknowns each block meets. */
function meetingsOf(
  outer: readonly number[],
  unknown: readonly Int32Array[],
  blockStart: Int32Array,
  innerCount: number,
  outerCount: number,
): Pick<Elimination, 'met' | 'metAt' | 'metStart'> {
  const blocks = blockStart.length - 1;
  const metAt = unknown.map((column, t) => new Int32Array(outer.includes(t) ? column.length : 0));
  const metStart = new Int32Array(blocks + 1);
  const placeOf = new Int32Array(outerCount);
  const lastSeen = new Int32Array(outerCount).fill(-1);
  let met = new Int32Array(1024);
  let next = 0;
  for (let block = 0; block < blocks; block += 1) {
    const from = blockStart[block]!;
    const to = blockStart[block + 1]!;
    const room = next + Math.min(outerCount, outer.length * (to - from)) + 1;
    if (room > met.length) {
      const larger = new Int32Array(2 * room);
      larger.set(met);
      met = larger;
    }
    const first = next;
    for (const t of outer) {
      for (let k = from; k < to; k += 1) {
        const at = unknown[t]![k]! - innerCount;
        if (lastSeen[at] === block) continue;
        lastSeen[at] = block;
        met[next] = at;
        next += 1;
      }
    }
    met.subarray(first, next).sort();
    for (let place = first; place < next; place += 1) placeOf[met[place]!] = place - first;
    for (const t of outer) for (let k = from; k < to; k += 1) metAt[t]![k] = placeOf[unknown[t]![k]! - innerCount]!;
    met[next] = outerCount;
    next += 1;
    metStart[block + 1] = next;
  }
  return { met: met.slice(0, next), metAt, metStart };
}
