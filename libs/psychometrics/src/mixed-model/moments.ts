import type { RatingTable } from '../ratings/rating-table';
import { type Levels, levelsOf, sizesOf } from './levels';
import { type RandomTerm, facetsOf } from './random-term';

/**
 * Sums of squares and products of a design, and what they amount to on average: the equations of quadratic unbiased estimation.
 *
 * With V_t the matrix that is 1 where two ratings share a level of term t, V_e the identity, and P taking off the grand mean, the
 * expectation of y'PV_sPy is the sum over t of tr(PV_sPV_t) times the component of t. `products` holds tr(PV_sPV_t) (terms in the order
 * given, the residual last), `squares` holds y'PV_sPy. All of it follows from counts of rows, without a matrix of the ratings: the product
 * of two terms needs how many rows share a level of both.
 *
 * Two uses. The rank of `products` says which components the design can tell apart at all: the V are linearly independent after P exactly
 * where it is full. And its solution is where the maximisation of the likelihood starts, near the end already when the sample is large.
 *
 * Source: C. R. Rao (1971), Estimation of variance and covariance components: MINQUE theory, Journal of Multivariate Analysis 1(3), 257-275,
 * doi:10.1016/0047-259X(71)90001-7 (with prior weights of 0 for all components but the residual).
 */
export interface Moments {
  /** Symmetric, (terms + 1) squared. */
  readonly products: Float64Array;
  readonly squares: Float64Array;
  readonly levels: readonly Levels[];
}

export function momentsOf(table: RatingTable, terms: readonly RandomTerm[]): Moments {
  const n = table.score.length;
  const order = terms.length + 1;
  const known = new Map<string, Levels>();
  const levelsFor = (term: RandomTerm): Levels => {
    const found = known.get(term) ?? levelsOf(table, term);
    known.set(term, found);
    return found;
  };
  const levels = terms.map(levelsFor);
  const sizes = levels.map((level) => sizesOf(level));
  const totals = levels.map((level, t) => sumOverRows(level, sizes[t]!));
  const products = new Float64Array(order * order);
  const put = (row: number, column: number, value: number): void => {
    products[row * order + column] = products[column * order + row] = value;
  };
  for (let s = 0; s < terms.length; s += 1) {
    for (let t = 0; t <= s; t += 1) {
      const both = sharedPairs(table, terms[s]!, terms[t]!, levelsFor);
      const crossed = crossedSizes(levels[s]!, sizes[s]!, levels[t]!, sizes[t]!);
      put(s, t, both - (2 * crossed) / n + (totals[s]! / n) * (totals[t]! / n));
    }
    put(order - 1, s, n - totals[s]! / n);
  }
  put(order - 1, order - 1, n - 1);
  return { products, squares: squaresOf(table.score, levels), levels };
}

/** Over all rows the size of the row's level: the number of pairs of rows that share one. */
function sumOverRows({ of }: Levels, sizes: Int32Array): number {
  let sum = 0;
  for (const level of of) sum += sizes[level]!;
  return sum;
}

/** The number of ordered pairs of rows that share a level of both terms, which is to say every facet that either of them has. */
function sharedPairs(table: RatingTable, one: RandomTerm, other: RandomTerm, levelsFor: (term: RandomTerm) => Levels): number {
  const facets = (['candidate', 'rater', 'item'] as const).filter(
    (facet) => facetsOf(one).includes(facet) || facetsOf(other).includes(facet),
  );
  if (facets.length === 3) return table.score.length;
  const union = levelsFor(facets.join(':') as RandomTerm);
  return sumOverRows(union, sizesOf(union));
}

function crossedSizes(one: Levels, oneSizes: Int32Array, other: Levels, otherSizes: Int32Array): number {
  let sum = 0;
  for (let row = 0; row < one.of.length; row += 1) sum += oneSizes[one.of[row]!]! * otherSizes[other.of[row]!]!;
  return sum;
}

/** y'PV_sPy of each term, and of the residual. */
function squaresOf(score: Float64Array, levels: readonly Levels[]): Float64Array {
  const squares = new Float64Array(levels.length + 1);
  const centred = centredOf(score);
  levels.forEach(({ of, count }, t) => {
    const sums = new Float64Array(count);
    for (let row = 0; row < of.length; row += 1) sums[of[row]!] = sums[of[row]!]! + centred[row]!;
    squares[t] = sumOfSquares(sums);
  });
  squares[levels.length] = sumOfSquares(centred);
  return squares;
}

export function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** Scores less their mean, in two passes, so that a large common part costs no digits. */
export function centredOf(score: Float64Array): Float64Array {
  const centre = meanOf(score);
  const rest = score.map((value) => value - centre);
  const drift = meanOf(rest);
  return rest.map((value) => value - drift);
}

export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value / values.length;
  return sum;
}
