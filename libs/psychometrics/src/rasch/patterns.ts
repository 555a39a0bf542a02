import type { Design } from './design';

/** The pairs of a rater and an item that occur, numbered in the order of their coming. */
export interface Patterns {
  /** For each row its pair. */
  readonly of: Int32Array;
  readonly rater: Int32Array;
  readonly item: Int32Array;
}

export function patternsOf(design: Design): Patterns {
  const number = new Map<number, number>();
  const of = Int32Array.from(design.step, (_, row) => {
    const cell = design.rater[row]! * design.items + design.item[row]!;
    let pair = number.get(cell);
    if (pair === undefined) number.set(cell, (pair = number.size));
    return pair;
  });
  const cells = Float64Array.from(number.keys());
  return {
    of,
    rater: Int32Array.from(cells, (cell) => Math.floor(cell / design.items)),
    item: Int32Array.from(cells, (cell) => cell % design.items),
  };
}
