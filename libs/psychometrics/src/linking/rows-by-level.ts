/** The rows of each level of a facet: those of level k are `rows[start[k]]` up to before `rows[start[k + 1]]`, in their old order. */
export interface RowsByLevel {
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

/** Sorts row numbers by the level they have in `column`, by counting. Cost O(rows + levels). */
export function rowsByLevel(column: Int32Array, levels: number): RowsByLevel {
  const start = new Int32Array(levels + 1);
  for (let row = 0; row < column.length; row += 1) start[column[row]! + 1]! += 1;
  for (let level = 0; level < levels; level += 1) start[level + 1]! += start[level]!;
  const next = start.slice();
  const rows = new Int32Array(column.length);
  for (let row = 0; row < column.length; row += 1) rows[next[column[row]!]!++] = row;
  return { start, rows };
}
