import { averageOverItems } from '../agreement/average-over-items';
import type { RatingTable } from '../ratings/rating-table';
import type { RatedUnit } from './complete-matrix';

/**
 * The ratings as one of units by raters, without items: each answer to an item a unit of its own, or each candidate with the mean of a rater's
 * ratings. Gaps stay gaps.
 */
export function tableOfUnits(table: RatingTable, unit: RatedUnit): RatingTable {
  if (table.items.length === 1) return table;
  return unit === 'CANDIDATE' ? averageOverItems(table) : answersAsUnits(table);
}

/** Rows stand by candidate and item, so that the units come numbered in order. */
function answersAsUnits(table: RatingTable): RatingTable {
  const units: string[] = [];
  const unitOf = new Int32Array(table.score.length);
  for (let row = 0; row < unitOf.length; row += 1) {
    const [candidate, item] = [table.candidate[row]!, table.item[row]!];
    if (row === 0 || candidate !== table.candidate[row - 1] || item !== table.item[row - 1]) {
      units.push(`${table.candidates[candidate]}, ${table.items[item]}`);
    }
    unitOf[row] = units.length - 1;
  }
  return { ...table, candidates: units, candidate: unitOf, items: ['answer'], item: new Int32Array(unitOf.length) };
}
