import type { RatingTable } from '../ratings/rating-table';
import type { ExtremeKind, RaschFacet, RaschModel } from './analysis';

export interface Extreme {
  readonly facet: RaschFacet;
  readonly index: number;
  readonly kind: ExtremeKind;
}

/** What is left when nothing is extreme any more, and what went, in its order. */
export interface WithoutExtremes {
  /** For each row 1 where it stays. */
  readonly kept: Uint8Array;
  readonly extremes: readonly Extreme[];
}

/**
 * Takes out extreme scores: candidates, raters or items whose every rating stands at the same end of its scale, for whom the likelihood rises
 * without end. What is left may be extreme in turn, so candidates, raters and items are gone through again until nothing is; the ends of the scale are those
 * that occur in what is left. A scale of which a single category is left cannot tell anything: its item, or everything, is then `CONSTANT`
 * unless that score is an end of what the table holds. `facets` says who is looked at, and in which order.
 *
 * Cost O(rows) for each round.
 */
export function withoutExtremes(
  table: RatingTable,
  model: RaschModel,
  facets: readonly RaschFacet[] = ['candidate', 'rater', 'item'],
): WithoutExtremes {
  const rows = table.score.length;
  const kept = new Uint8Array(rows).fill(1);
  const extremes: Extreme[] = [];
  const scales = model === 'PARTIAL_CREDIT' ? table.items.length : 1;
  const whole = endsOf(table, kept, 1);
  for (let changed = true; changed;) {
    changed = false;
    for (const facet of facets) {
      const elements = table[`${facet}s`].length;
      const ends = endsOf(table, kept, scales);
      const count = new Int32Array(elements);
      const atLow = new Int32Array(elements);
      const atHigh = new Int32Array(elements);
      for (let row = 0; row < rows; row += 1) {
        if (kept[row] === 0) continue;
        const scale = scales === 1 ? 0 : table.item[row]!;
        const element = table[facet][row]!;
        count[element]! += 1;
        if (table.score[row] === ends.low[scale]) atLow[element]! += 1;
        if (table.score[row] === ends.high[scale]) atHigh[element]! += 1;
      }
      const gone = new Uint8Array(elements);
      for (let element = 0; element < elements; element += 1) {
        const n = count[element]!;
        if (n === 0 || (atLow[element] !== n && atHigh[element] !== n)) continue;
        gone[element] = 1;
        changed = true;
        extremes.push({
          facet,
          index: element,
          kind: kindOf(table, facet, element, kept, atLow[element] === n, atHigh[element] === n, whole),
        });
      }
      for (let row = 0; row < rows; row += 1) if (gone[table[facet][row]!] === 1) kept[row] = 0;
    }
  }
  return { kept, extremes };
}

interface Ends {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

function endsOf(table: RatingTable, kept: Uint8Array, scales: number): Ends {
  const low = new Float64Array(scales).fill(Infinity);
  const high = new Float64Array(scales).fill(-Infinity);
  for (let row = 0; row < kept.length; row += 1) {
    if (kept[row] === 0) continue;
    const scale = scales === 1 ? 0 : table.item[row]!;
    low[scale] = Math.min(low[scale]!, table.score[row]!);
    high[scale] = Math.max(high[scale]!, table.score[row]!);
  }
  return { low, high };
}

function kindOf(
  table: RatingTable,
  facet: RaschFacet,
  element: number,
  kept: Uint8Array,
  lowest: boolean,
  highest: boolean,
  whole: Ends,
): ExtremeKind {
  if (lowest !== highest) return lowest ? 'MINIMUM' : 'MAXIMUM';
  const row = table[facet].findIndex((at, index) => at === element && kept[index] === 1);
  if (whole.low[0] === whole.high[0]) return 'CONSTANT';
  if (table.score[row] === whole.low[0]) return 'MINIMUM';
  return table.score[row] === whole.high[0] ? 'MAXIMUM' : 'CONSTANT';
}
