import { choleskyFactor } from '../matrices/cholesky-factor';
import { choleskySolve } from '../matrices/cholesky-solve';
import type { RatingTable } from '../ratings/rating-table';
import { type Elimination, eliminationOf } from './elimination';
import { Equations } from './equations';
import { explainsExactly } from './exact-fit';
import { type Maximum, maximise } from './maximise';
import { type Moments, centredOf } from './moments';
import type { RandomTerm } from './random-term';

/** The maximum of the restricted likelihood over those terms whose variance is not 0 there. */
export interface Solved {
  /** Which of the terms that were asked for are left. The others are exactly 0. */
  readonly kept: readonly number[];
  readonly equations: Equations;
  /** Centred, in the order of the blocks. */
  readonly ratings: Float64Array;
  readonly maximum: Maximum;
  /** Whether the residual variance is 0, `maximum` being the limit towards it. */
  readonly vanished: boolean;
  /** false where the residual vanishes with degrees of freedom left for it: the likelihood then grows without bound. */
  readonly bounded: boolean;
}

/** Numbers in the dense parts: 1.6 GB. */
const MOST_NUMBERS = 2e8;
/**
 * Of a ratio times the mean size of a level: a component a hundred thousand times smaller than what chance does to the mean of a level
 * counts as 0. Far above what rounding makes of a maximum at 0, so that rounding does not decide whether it is one.
 */
const FLOOR = 1e-5;
/** Shares of the variance of the scores: below which the residual is suspected to be 0, and what stands for 0 if it is. */
const SUSPECT = 1e-7;
const LIMIT = 1e-7;
/** The floor in the limit, where ratios are that much larger, and the size below which a component goes to 0 along with the residual. */
const FLOOR_IN_THE_LIMIT = 1e-2;
const VANISHING = 1e3;
/** Ratings up to which every start is tried: with few ratings and many components a likelihood can have several maxima. */
const FEW_RATINGS = 2000;

/**
 * The greatest maximum that is found. With many ratings the search starts from the quadratic unbiased estimates alone, which are near;
 * with few also from equal variances, from small ones and from large ones. Where the residual seems to vanish on the way, the limit towards 0 is another
 * candidate; one in which the likelihood grows without bound is taken only where no start found a maximum. A string where there is no answer.
 */
export function solveModel(table: RatingTable, terms: readonly RandomTerm[], moments: Moments): Solved | 'TOO_LARGE' | 'NOT_CONVERGED' {
  const n = table.score.length;
  const total = moments.squares[terms.length]! / (n - 1);
  const quadratic = quadraticEstimates(moments, terms.length);
  const all = terms.map((_, t) => t);
  const even = (share: number): Float64Array => new Float64Array(terms.length).fill(share);
  const starts = [ratiosTo(Math.max(quadratic[terms.length]!, 0.01 * total), quadratic, all), even(1), even(0.1), even(10)];
  const problem = { table, terms, moments, centred: centredOf(table.score) };
  let best: Solved | null = null;
  let vanishing = false;
  for (const start of starts) {
    if (best !== null && n > FEW_RATINGS) break;
    const solved = search(problem, start, null, SUSPECT * total);
    if (solved === 'TOO_LARGE') return solved;
    if (solved === 'NOT_CONVERGED') vanishing = true;
    else if (isBetter(solved, best)) best = solved;
  }
  if (!vanishing) return best ?? 'NOT_CONVERGED';
  const limit = search(problem, ratiosTo(LIMIT * total, quadratic, all), LIMIT * total, 0);
  if (typeof limit !== 'string' && (limit.bounded || best === null) && isBetter(limit, best)) best = limit;
  return best ?? search(problem, starts[0]!, null, 0);
}

const isBetter = (one: Solved, other: Solved | null): boolean =>
  other === null || one.maximum.point.deviance < other.maximum.point.deviance;

interface ModelProblem {
  readonly table: RatingTable;
  readonly terms: readonly RandomTerm[];
  readonly moments: Moments;
  readonly centred: Float64Array;
}

/** Terms that end at 0 are taken out and the others maximised once more, so that zeros are exact. */
function search(
  { table, terms, moments, centred }: ModelProblem,
  from: Float64Array,
  residual: number | null,
  suspect: number,
): Solved | 'TOO_LARGE' | 'NOT_CONVERGED' {
  const n = centred.length;
  let kept = terms.map((_, t) => t);
  let start = from;
  // In the limit the last terms may be needed after all, to explain the scores exactly.
  let inTheLimit: Solved | null = null;
  for (;;) {
    const levels = kept.map((t) => moments.levels[t]!);
    const names = kept.map((t) => terms[t]!);
    const elimination = eliminationOf(table, names, levels);
    if (numbersIn(elimination) > MOST_NUMBERS) return 'TOO_LARGE';
    const equations = new Equations(elimination);
    const ratings = Float64Array.from(elimination.rows, (row) => centred[row]!);
    const counts = levels.map(({ count }) => count);
    if (residual !== null && !explainsExactly(equations, ratings, counts)) return inTheLimit ?? 'NOT_CONVERGED';
    const [floor, zero] = residual === null ? [FLOOR, FLOOR] : [FLOOR_IN_THE_LIMIT, VANISHING];
    const floors = Float64Array.from(counts, (count) => (floor * count) / n);
    const maximum = maximise({ equations, ratings, floors, residual, suspect }, start);
    if (maximum === null || !maximum.converged) return inTheLimit ?? 'NOT_CONVERGED';
    const { ratios } = maximum.point;
    const left = kept.flatMap((t, place) => (ratios[place]! > (zero / floor) * floors[place]! ? [{ t, ratio: ratios[place]! }] : []));
    const bounded = residual === null || freedomOf(maximum, n) < 0.5;
    const solved = { kept, equations, ratings, maximum, vanished: residual !== null, bounded };
    if (left.length === kept.length) return solved;
    if (residual !== null) inTheLimit = solved;
    kept = left.map(({ t }) => t);
    start = Float64Array.from(left, ({ ratio }) => ratio);
  }
}

/** Degrees of freedom that the effects leave to the residual. */
function freedomOf({ slope }: Maximum, n: number): number {
  const { diagonal } = slope.inverse;
  return diagonal.subarray(0, diagonal.length - 1).reduce((left, share) => left - (1 - share), n - 1);
}

/** The components, the residual last; unbiased, so they may be negative. */
function quadraticEstimates({ products, squares }: Moments, terms: number): Float64Array {
  const order = terms + 1;
  const scale = Float64Array.from({ length: order }, (_, k) => Math.sqrt(products[k * order + k]!));
  const correlations = products.map((value, k) => value / (scale[Math.floor(k / order)]! * scale[k % order]!));
  const factor = choleskyFactor(correlations, order);
  if (factor === null) return squares.map((square, k) => square / products[k * order + k]!);
  const scaled = choleskySolve(
    factor,
    order,
    squares.map((square, k) => square / scale[k]!),
  );
  return scaled.map((value, k) => value / scale[k]!);
}

const ratiosTo = (residual: number, components: Float64Array, kept: readonly number[]): Float64Array =>
  Float64Array.from(kept, (t) => Math.max(0, components[t]!) / residual);

function numbersIn({ outerCount, unknownStart, metStart }: Elimination): number {
  let numbers = 3 * outerCount ** 2;
  for (let block = 0; block + 1 < unknownStart.length; block += 1) {
    const own = unknownStart[block + 1]! - unknownStart[block]!;
    numbers += own * (own + metStart[block + 1]! - metStart[block]!);
  }
  return numbers;
}
