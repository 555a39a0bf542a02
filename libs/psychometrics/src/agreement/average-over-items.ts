import { mean } from '../aggregation/mean';
import type { RatingTable } from '../ratings/rating-table';

/** What the averages are called where an item has its name. */
const ALL_ITEMS = 'average of the items';

/**
 * What did each interviewer give each candidate, all in all?
 *
 * One score per interviewer and candidate: the mean of what the interviewer gave on the items.
 *
 * For the question whether interviewers agree on candidates rather than on single answers: averages hide disagreement that cancels out. The
 * result is a table like any other, with one item. Its scores are seldom whole, so that only agreement that needs no categories can be had
 * of it: percent agreement, and Krippendorff's alpha on `interval` and `ratio`. An interviewer who rated other items than the rest has
 * another average for that reason alone.
 *
 * Cost O(n log n).
 *
 * Source: the definition.
 */
export function averageOverItems(table: RatingTable): RatingTable {
  const cells = new Map<number, number[]>();
  for (let row = 0; row < table.score.length; row += 1) {
    const cell = table.candidate[row]! * table.raters.length + table.rater[row]!;
    const scores = cells.get(cell);
    if (scores === undefined) cells.set(cell, [table.score[row]!]);
    else scores.push(table.score[row]!);
  }
  const order = Float64Array.from(cells.keys()).sort();
  return {
    ...table,
    items: [ALL_ITEMS],
    candidate: Int32Array.from(order, (cell) => Math.floor(cell / table.raters.length)),
    rater: Int32Array.from(order, (cell) => cell % table.raters.length),
    item: new Int32Array(order.length),
    score: order.map((cell) => mean(cells.get(cell) ?? []) ?? 0),
  };
}
