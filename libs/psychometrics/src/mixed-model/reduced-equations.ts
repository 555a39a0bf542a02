import { choleskyFactor } from '../matrices/cholesky-factor';
import { choleskyInverse } from '../matrices/cholesky-inverse';
import type { RatingTable } from '../ratings/rating-table';

/** Least squares over raters and items, the candidates eliminated: an inverse (of what can be inverted) and a solution. */
export interface ReducedEquations {
  /** Raters, then items. */
  readonly order: number;
  readonly ratings: Int32Array;
  /** Mean rating of each candidate. */
  readonly means: Float64Array;
  /** A generalised inverse of the reduced matrix. */
  readonly inverse: Float64Array;
  readonly solution: Float64Array;
  /** Whether a combination of raters and items, candidates' means allowed for, rests on data; always, with full rank. */
  readonly isEstimable: (weights: Float64Array) => boolean;
}

/** A column is dependent where less than this share of it is left. */
const NEGLIGIBLE = 1e-9;

/**
 * `deficiency` as `designRank` gives it. With none, the solution is the one whose raters, and whose items, sum to 0: their sums of squares
 * are added to the matrix, which makes it positive definite and changes nothing else. With some, columns that depend on those before them
 * get 0.
 */
export function reducedEquations(table: RatingTable, scores: Float64Array, deficiency: number): ReducedEquations {
  const raters = table.raters.length;
  const order = raters + table.items.length;
  const { matrix, right, ratings, means } = reduce(table, scores);
  if (deficiency === 0) {
    const bordered = matrix.slice();
    for (let i = 0; i < order; i += 1) {
      for (let j = 0; j < order; j += 1) if (i < raters === j < raters) bordered[i * order + j] = bordered[i * order + j]! + 1;
    }
    const factor = choleskyFactor(bordered, order);
    if (factor !== null) {
      const inverse = choleskyInverse(factor, order);
      return { order, ratings, means, inverse, solution: times(inverse, right), isEstimable: () => true };
    }
  }
  const inverse = inverseOfIndependent(matrix, order);
  const isEstimable = (weights: Float64Array): boolean => {
    const back = times(matrix, times(inverse, weights));
    return weights.every((weight, k) => Math.abs(weight - back[k]!) < 1e-7);
  };
  return { order, ratings, means, inverse, solution: times(inverse, right), isEstimable };
}

/** S = N_oo - N_oc D⁻¹ N_co and its right-hand side. */
function reduce(table: RatingTable, scores: Float64Array) {
  const raters = table.raters.length;
  const order = raters + table.items.length;
  const candidates = table.candidates.length;
  const matrix = new Float64Array(order * order);
  const right = new Float64Array(order);
  const ratings = new Int32Array(candidates);
  const means = new Float64Array(candidates);
  const counts = new Float64Array(order);
  for (let from = 0; from < scores.length;) {
    const candidate = table.candidate[from]!;
    let to = from;
    let sum = 0;
    for (; to < scores.length && table.candidate[to] === candidate; to += 1) sum += scores[to]!;
    const size = to - from;
    ratings[candidate] = size;
    means[candidate] = sum / size;
    const met = new Set<number>();
    for (let row = from; row < to; row += 1) {
      const rater = table.rater[row]!;
      const item = raters + table.item[row]!;
      for (const at of [rater, item]) {
        met.add(at);
        counts[at] = counts[at]! + 1;
        right[at] = right[at]! + scores[row]! - means[candidate]!;
        matrix[at * order + at] = matrix[at * order + at]! + 1;
      }
      matrix[rater * order + item] = matrix[rater * order + item]! + 1;
      matrix[item * order + rater] = matrix[item * order + rater]! + 1;
    }
    for (const i of met) for (const j of met) matrix[i * order + j] = matrix[i * order + j]! - (counts[i]! * counts[j]!) / size;
    for (const at of met) counts[at] = 0;
    from = to;
  }
  return { matrix, right, ratings, means };
}

/** The inverse over the columns that do not depend on earlier ones; zeros elsewhere. */
function inverseOfIndependent(matrix: Float64Array, order: number): Float64Array {
  const chosen = independentColumns(matrix, order);
  const part = new Float64Array(chosen.length ** 2);
  chosen.forEach((i, row) => chosen.forEach((j, column) => (part[row * chosen.length + column] = matrix[i * order + j]!)));
  const factor = choleskyFactor(part, chosen.length);
  const inverse = new Float64Array(order * order);
  if (factor === null) return inverse;
  const whole = choleskyInverse(factor, chosen.length);
  chosen.forEach((i, row) => chosen.forEach((j, column) => (inverse[i * order + j] = whole[row * chosen.length + column]!)));
  return inverse;
}

/** Cholesky column by column, leaving out each of which nothing is left. */
function independentColumns(matrix: Float64Array, order: number): readonly number[] {
  const left = matrix.slice();
  const chosen: number[] = [];
  for (let k = 0; k < order; k += 1) {
    const pivot = left[k * order + k]!;
    if (!(pivot > NEGLIGIBLE * matrix[k * order + k]!) || matrix[k * order + k]! <= NEGLIGIBLE) continue;
    chosen.push(k);
    for (let i = k + 1; i < order; i += 1) {
      const factor = left[i * order + k]! / pivot;
      if (factor === 0) continue;
      for (let j = k + 1; j < order; j += 1) left[i * order + j] = left[i * order + j]! - factor * left[k * order + j]!;
    }
  }
  return chosen;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const order = vector.length;
  const product = new Float64Array(order);
  for (let row = 0; row < order; row += 1) {
    let sum = 0;
    for (let k = 0; k < order; k += 1) sum += matrix[row * order + k]! * vector[k]!;
    product[row] = sum;
  }
  return product;
}

/** h'Gh over the entries of h that are not 0. */
export function quadraticForm(inverse: Float64Array, order: number, at: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < at.length; i += 1)
    for (let j = 0; j < at.length; j += 1) sum += weights[i]! * weights[j]! * inverse[at[i]! * order + at[j]!]!;
  return sum;
}
