import type { Highs } from 'highs';

import { absorbBounds } from './absorb-bounds';
import { lagrangianBound } from './lagrangian-bound';
import { hasWholeObjective, type PackedProgram, packedWorth } from './packed-program';
import { partOfProgram, wholeValues } from './part-of-program';
import { relaxLazily } from './relax-lazily';
import { LARGE, type RunAnswer, runHighs, type RunOptions } from './run-highs';

/** Columns of the first core beyond those that the relaxation is undecided about. */
const FIRST_CORE = 120;
const ROUNDING = 1e-6;

/**
 * Solves a large program exactly, by solving a small one. The relaxation prices the rows; columns whose reduced cost says that
 * they cannot be in a better answer than the best known are left out, with proof (`lagrangianBound`). What is left, the core, is
 * a few hundred columns of many thousands. Where the core has no answer, it grows until it is the whole program.
 *
 * `secondsLeft` counts down the caller's time limit.
 */
export function solveByCore(highs: Highs, whole: PackedProgram, options: RunOptions, secondsLeft: () => number): RunAnswer {
  const program = absorbBounds(whole);
  if (program === null) return { status: 'infeasible' };
  if (program.cost.length < (options.large ?? LARGE)) return runHighs(highs, program, { ...options, timeLimitSeconds: secondsLeft() });
  const relaxed = relaxLazily(highs, program, secondsLeft());
  if (relaxed.status === 'infeasible') return { status: 'infeasible' };
  if (relaxed.status === 'unknown') return runHighs(highs, program, { ...options, timeLimitSeconds: secondsLeft() });
  const { bound: exactBound, reducedCosts } = lagrangianBound(program, relaxed.prices);
  const isWhole = hasWholeObjective(program);
  const rounded = (bound: number): number => (isWhole ? Math.floor(bound + ROUNDING) : bound);
  const bound = rounded(exactBound);

  const fixed = betterEnds(program, reducedCosts, relaxed.values);
  const order = byReducedCost(program, reducedCosts, relaxed.values);
  // A program that is no larger than the core it would get is taken apart for tests alone: then the core is small, too.
  let size = Math.min(order.length, Math.ceil(Math.min(FIRST_CORE, order.length / 3)) + order.undecided);
  let known: { values: Float64Array; worth: number } | null = null;
  for (;;) {
    const free = order.take(size);
    const part = partOfProgram(program, free, fixed);
    const { start: given, ...plain } = options;
    const start: ArrayLike<number> | undefined = known?.values ?? given;
    const answer: RunAnswer = part.broken
      ? { status: 'infeasible' }
      : runHighs(highs, part.program, {
          ...plain,
          timeLimitSeconds: secondsLeft(),
          ...(start === undefined ? {} : { start: Float64Array.from(part.columns, (column) => start[column]!) }),
        });
    const isAll = size >= order.length;
    if (answer.status === 'timeLimit') return known === null ? { status: 'timeLimit', bound } : { status: 'feasible', bound, ...known };
    if (answer.status === 'infeasible') {
      if (isAll) return answer;
      size = Math.min(order.length, size * 6);
      continue;
    }
    const values = wholeValues(part, answer.values, fixed);
    const worth = packedWorth(program, values);
    if (known === null || worth > known.worth) known = { values, worth };
    const needed = order.within(exactBound - known.worth - (isWhole ? 1 - ROUNDING : ROUNDING));
    // Outside of such a core nothing beats the best known; inside, nothing beats the bound of the core.
    const holdsAll = isAll || needed <= size;
    const proven = holdsAll ? Math.min(bound, Math.max(known.worth, rounded(answer.bound + part.fixedWorth))) : bound;
    if (answer.status === 'feasible') return { status: 'feasible', ...known, bound: proven };
    const isCloseEnough = proven - known.worth <= Math.max(ROUNDING, options.gap * Math.max(1, Math.abs(known.worth)));
    if (holdsAll || isCloseEnough) return { status: 'optimal', ...known, bound: proven };
    size = needed;
  }
}

/** Where each column stands when it is left out: the end that its reduced cost prefers, else the one the relaxation chose. */
function betterEnds({ lower, upper }: PackedProgram, reducedCosts: Float64Array, relaxed: Float64Array): Float64Array {
  return Float64Array.from(reducedCosts, (reduced, column) => {
    const [low, high] = [lower[column]!, upper[column]!];
    if (Math.abs(reduced) < 1e-12) return high - relaxed[column]! < relaxed[column]! - low ? high : low;
    return reduced > 0 ? high : low;
  });
}

/** The columns from those that must be free to those that can be fixed with least doubt. */
function byReducedCost({ integer, lower, upper }: PackedProgram, reducedCosts: Float64Array, relaxed: Float64Array) {
  const doubt = Float64Array.from(reducedCosts, (reduced, column) => {
    const isAtEnd = relaxed[column]! <= lower[column]! + 1e-9 || relaxed[column]! >= upper[column]! - 1e-9;
    const isBounded = Number.isFinite(lower[column]) && Number.isFinite(upper[column]);
    return integer[column] === 0 || !isAtEnd || !isBounded ? -1 : Math.abs(reduced);
  });
  const columns = Int32Array.from(doubt.keys()).sort((a, b) => doubt[a]! - doubt[b]! || relaxed[b]! - relaxed[a]! || a - b);
  const within = (limit: number): number => {
    let [low, high] = [0, columns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (doubt[columns[middle]!]! <= limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    length: columns.length,
    undecided: within(-0.5),
    within,
    take(size: number): Uint8Array {
      const free = new Uint8Array(columns.length);
      for (const column of columns.subarray(0, size)) free[column] = 1;
      return free;
    },
  };
}
