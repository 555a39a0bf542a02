import type { RatingTable } from '../ratings/rating-table';

export interface KeptRows {
  readonly table: RatingTable;
  /** For each candidate, rater and item of the part its index in the whole. */
  readonly candidate: Int32Array;
  readonly rater: Int32Array;
  readonly item: Int32Array;
}

/** The part of a table that stands in some of its rows, names without rows left out, order as it was. */
export function keptRows(table: RatingTable, kept: Uint8Array): KeptRows {
  let count = 0;
  for (const keep of kept) count += keep;
  const rows = new Int32Array(count);
  for (let row = 0, at = 0; row < kept.length; row += 1) if (kept[row] === 1) rows[at++] = row;
  const candidate = renumbered(table.candidate, rows, table.candidates);
  const rater = renumbered(table.rater, rows, table.raters);
  const item = renumbered(table.item, rows, table.items);
  return {
    table: {
      candidates: candidate.names,
      raters: rater.names,
      items: item.names,
      candidate: candidate.column,
      rater: rater.column,
      item: item.column,
      score: new Float64Array(count).map((_, at) => table.score[rows[at]!]!),
      scale: table.scale,
    },
    candidate: candidate.from,
    rater: rater.from,
    item: item.from,
  };
}

function renumbered(column: Int32Array, rows: Int32Array, names: readonly string[]) {
  const place = new Int32Array(names.length).fill(-1);
  for (const row of rows) place[column[row]!] = 0;
  let used = 0;
  for (let index = 0; index < place.length; index += 1) if (place[index] === 0) place[index] = used++;
  const from = new Int32Array(used);
  place.forEach((at, index) => {
    if (at >= 0) from[at] = index;
  });
  return { names: Array.from(from, (index) => names[index]!), column: rows.map((row) => place[column[row]!]!), from };
}
