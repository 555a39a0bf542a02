import type { Highs } from 'highs';

import { dealOut } from './deal-out';
import { hasWholeObjective, type PackedProgram, packedWorth } from './packed-program';
import { partOfProgram, wholeValues } from './part-of-program';
import { LARGE, type RunAnswer, runHighs, type RunOptions } from './run-highs';
import { solveByCore } from './solve-by-core';
import { sumCopies } from './sum-copies';

type Found = Extract<RunAnswer, { status: 'optimal' | 'feasible' }>;

/**
 * Solves a program with copies. Branching on it as it stands would look at the same kits again and again under other names. So:
 * first all copies are summed up (`sumCopies`), which gives a bound; then what was chosen is dealt out (`dealOut`, or a program on
 * the chosen columns alone). Where that is worth the bound, it is proven best. Where not, the whole program is solved with
 * the bound as a row and the copies in order.
 */
export function solveCopies(highs: Highs, whole: PackedProgram, options: RunOptions, secondsLeft: () => number): RunAnswer {
  if (whole.cost.length < (options.large ?? LARGE)) return solveByCore(highs, whole, options, secondsLeft);
  const summed = sumCopies(whole);
  const together = solveByCore(highs, summed.program, { ...options, gap: 0 }, secondsLeft);
  if (together.status === 'infeasible') return together;
  const isWhole = hasWholeObjective(whole);
  const bound = isWhole ? Math.floor(together.bound + 1e-6) : together.bound;
  const isGood = (found: Found): boolean => bound - found.worth <= Math.max(1e-6, options.gap * Math.max(1, Math.abs(found.worth)));

  let best: Found | null = null;
  if (together.status !== 'timeLimit') {
    best = dealtOut(whole, summed.standIn, together.values, options.seed, secondsLeft);
    if (best !== null && isGood(best)) return { ...best, status: 'optimal', bound };
    best = better(best, splitExactly(highs, whole, summed.standIn, together.values, bound, options, secondsLeft));
    if (best !== null && isGood(best)) return { ...best, status: 'optimal', bound };
  }
  const answer = solveByCore(highs, withBound(whole, bound), { ...options, ...(best === null ? {} : { start: best.values }) }, secondsLeft);
  if (answer.status === 'infeasible') return answer;
  if (answer.status === 'timeLimit') return best === null ? { status: 'timeLimit', bound } : { ...best, status: 'feasible', bound };
  const found = better(best, answer);
  const proven = Math.min(bound, answer.bound);
  return { ...(found ?? answer), bound: proven, status: answer.status };
}

const better = (one: Found | null, other: Found | null): Found | null =>
  one === null || (other !== null && other.worth > one.worth) ? other : one;

/** Only where every column of a copy is a plain choice: what else there is (a slack, a distance) has to be computed. */
function dealtOut(whole: PackedProgram, standIn: Int32Array, summed: Float64Array, seed: number, secondsLeft: () => number): Found | null {
  const isPlain = whole.copies.every(({ columns }) =>
    columns[0]!.every((column) => whole.integer[column] === 1 && whole.lower[column] === 0 && whole.upper[column]! <= 1),
  );
  if (!isPlain) return null;
  const values = Float64Array.from(standIn, (column) => summed[column]!);
  const patience = secondsLeft() * 0.7;
  for (const group of whole.copies) {
    const counts = Float64Array.from(group.columns[0]!, (column) => summed[standIn[column]!]!);
    const timeLeft = (): boolean => secondsLeft() > patience;
    if (!dealOut(whole, group, counts, values, { seed, timeLeft })) return null;
  }
  const worth = packedWorth(whole, values);
  return { status: 'feasible', values, worth, bound: worth };
}

/** The best of the whole program within what was chosen for all copies together. */
function splitExactly(
  highs: Highs,
  whole: PackedProgram,
  standIn: Int32Array,
  summed: Float64Array,
  bound: number,
  options: RunOptions,
  secondsLeft: () => number,
): Found | null {
  const free = Uint8Array.from(standIn, (column, index) =>
    Number(summed[column]! > 0 || whole.upper[index]! > 1 || whole.integer[index] === 0),
  );
  const fixed = Float64Array.from(whole.lower, (lower) => (Number.isFinite(lower) ? lower : 0));
  const part = partOfProgram(withBound(whole, bound), free, fixed);
  if (part.broken) return null;
  const answer = runHighs(highs, part.program, { ...options, gap: 0, timeLimitSeconds: secondsLeft() * 0.3 });
  if (answer.status === 'infeasible' || answer.status === 'timeLimit') return null;
  const values = wholeValues(part, answer.values, fixed);
  return { status: 'feasible', values, worth: packedWorth(whole, values), bound };
}

/**
 * The same program, in which no answer may be worth more than the bound: it lets the solver stop as soon as that is reached.
 * Where all worth lies in one column (the smallest worth of a copy), that is a bound of the column; else it is a row.
 */
function withBound(program: PackedProgram, bound: number): PackedProgram {
  const priced = Int32Array.from([...program.cost.keys()].filter((column) => program.cost[column] !== 0));
  const [only] = priced;
  if (only === undefined) return program;
  if (priced.length === 1 && program.cost[only] === 1) {
    const upper = Float64Array.from(program.upper);
    upper[only] = Math.min(upper[only]!, bound);
    return { ...program, upper };
  }
  return withRow(
    program,
    priced,
    priced.map((column) => program.cost[column]!),
    bound,
  );
}

function withRow(program: PackedProgram, columns: Int32Array, coefficients: ArrayLike<number>, upper: number): PackedProgram {
  const joined = <A extends Int32Array | Float64Array>(whole: A, numbers: ArrayLike<number>): A => {
    const longer = new (whole.constructor as new (length: number) => A)(whole.length + numbers.length);
    longer.set(whole);
    longer.set(numbers, whole.length);
    return longer;
  };
  return {
    ...program,
    rowLower: joined(program.rowLower, [-Infinity]),
    rowUpper: joined(program.rowUpper, [upper]),
    starts: joined(program.starts, [program.starts[program.starts.length - 1]! + columns.length]),
    indices: joined(program.indices, columns),
    values: joined(program.values, coefficients),
  };
}
