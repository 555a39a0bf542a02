import type { PackedProgram } from './packed-program';

export interface LagrangianBound {
  /** No values that keep the rows are worth more. */
  readonly bound: number;
  /** What a unit of each column brings beyond what it costs in the rows. */
  readonly reducedCosts: Float64Array;
}

/**
 * How much can this program be worth at most, when keeping the rows is priced instead of forced? Any prices give a bound, so
 * this needs no trust in whoever found them: prices of a good linear relaxation give a good one. A price on a side of a row
 * that has no limit is taken as 0. Moving one column by a whole unit from its better end lowers the bound by its reduced cost:
 * that is what lets columns be left out with proof.
 *
 * Source: A. M. Geoffrion, Lagrangean relaxation for integer programming, Math. Prog. Study 2 (1974); E. Balas and E. Zemel,
 * An algorithm for large zero-one knapsack problems, Oper. Res. 28 (1980), for the core.
 */
export function lagrangianBound(program: PackedProgram, prices: ArrayLike<number>): LagrangianBound {
  const { cost, lower, upper, rowLower, rowUpper, starts, indices, values } = program;
  const reducedCosts = Float64Array.from(cost);
  let bound = 0;
  for (let row = 0; row < rowLower.length; row += 1) {
    const price = prices[row]!;
    const limit = price > 0 ? rowUpper[row]! : rowLower[row]!;
    if (price === 0 || !Number.isFinite(limit)) continue;
    bound += price * limit;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) reducedCosts[indices[at]!]! -= price * values[at]!;
  }
  for (let column = 0; column < cost.length; column += 1) {
    const reduced = reducedCosts[column]!;
    if (reduced !== 0) bound += reduced * (reduced > 0 ? upper[column]! : lower[column]!);
  }
  return { bound, reducedCosts };
}
