import * as fc from 'fast-check';
import { seededRandom } from '@touchstone/kernel';
import { choleskyFactor, factorInPlace } from './cholesky-factor';
import { choleskyInverse } from './cholesky-inverse';
import { choleskyLogDeterminant } from './cholesky-log-determinant';
import { choleskySolve, solveBackwards, solveForwards } from './cholesky-solve';
import { symmetricRank } from './symmetric-rank';

const square = (order: number, entry: (row: number, column: number) => number): Float64Array =>
  Float64Array.from({ length: order * order }, (_, k) => entry(Math.floor(k / order), k % order));

function times(a: Float64Array, b: Float64Array, order: number): Float64Array {
  return square(order, (row, column) => {
    let sum = 0;
    for (let k = 0; k < order; k += 1) sum += a[row * order + k]! * b[k * order + column]!;
    return sum;
  });
}

const transpose = (a: Float64Array, order: number): Float64Array => square(order, (row, column) => a[column * order + row]!);

const largestDifference = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, k) => Math.max(most, Math.abs(value - b[k]!)), 0);

/** Products of random columns, plus something on the diagonal: positive definite. */
function randomPositive(order: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const x = square(order, () => random.next() - 0.5);
  const product = times(x, transpose(x, order), order);
  for (let k = 0; k < order; k += 1) product[k * order + k] = product[k * order + k]! + 0.1;
  return product;
}

const binomial = (n: number, k: number): number => (k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k);

describe('the Cholesky factor', () => {
  it('of the symmetric Pascal matrix is the Pascal triangle, and its determinant 1', () => {
    for (const order of [1, 2, 3, 4, 5, 6, 8, 9]) {
      const factor = choleskyFactor(
        square(order, (row, column) => binomial(row + column, row)),
        order,
      )!;
      expect(Array.from(factor)).toEqual(Array.from(square(order, (row, column) => (column > row ? 0 : binomial(row, column)))));
      expect(choleskyLogDeterminant(factor, order)).toBe(0);
    }
  });

  it('inverts the Hilbert matrix of order 4 into the whole numbers that are known', () => {
    const hilbert = square(4, (row, column) => 1 / (row + column + 1));
    const inverse = choleskyInverse(choleskyFactor(hilbert, 4)!, 4);
    const known = [16, -120, 240, -140, -120, 1200, -2700, 1680, 240, -2700, 6480, -4200, -140, 1680, -4200, 2800];
    inverse.forEach((value, k) => expect(value / known[k]!).toBeCloseTo(1, 10));
  });

  it('multiplies back to the matrix, solves and inverts, whatever the order leaves over after fours and twos', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 23 }), fc.integer(), (order, seed) => {
        const matrix = randomPositive(order, seed);
        const before = matrix.slice();
        const factor = choleskyFactor(matrix, order)!;
        expect(matrix).toEqual(before);
        expect(largestDifference(times(factor, transpose(factor, order), order), matrix)).toBeLessThan(1e-13 * order);
        const inverse = choleskyInverse(factor, order);
        const identity = square(order, (row, column) => (row === column ? 1 : 0));
        expect(largestDifference(times(matrix, inverse, order), identity)).toBeLessThan(1e-11);
        expect(inverse).toEqual(transpose(inverse, order));
        const column = matrix.slice(0, order);
        const solution = choleskySolve(factor, order, column);
        expect(largestDifference(solution, identity.slice(0, order))).toBeLessThan(1e-11);
      }),
      { numRuns: 60 },
    );
  });

  it('works in the corner of a wider matrix', () => {
    const matrix = randomPositive(7, 1);
    const corner = square(6, (row, column) => matrix[row * 7 + column]!);
    const factor = choleskyFactor(corner, 6)!;
    expect(factorInPlace(matrix, 6, 7)).toBe(true);
    expect(choleskyLogDeterminant(matrix, 6, 7)).toBe(choleskyLogDeterminant(factor, 6));
    const x = Float64Array.from({ length: 6 }, (_, k) => k);
    const expected = choleskySolve(factor, 6, x);
    solveForwards(matrix, 6, x, 7);
    solveBackwards(matrix, 6, x, 7);
    expect(x).toEqual(expected);
  });

  it('is null where there is none', () => {
    expect(choleskyFactor(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
    expect(choleskyFactor(Float64Array.of(0), 1)).toBeNull();
    expect(choleskyFactor(Float64Array.of(NaN), 1)).toBeNull();
    expect(
      choleskyFactor(
        square(8, () => 1),
        8,
      ),
    ).toBeNull();
    expect(choleskyFactor(new Float64Array(0), 0)).toEqual(new Float64Array(0));
  });

  it('refuses lengths that do not belong together', () => {
    expect(() => choleskyFactor(new Float64Array(3), 2)).toThrow(RangeError);
    expect(() => choleskySolve(new Float64Array(4), 2, new Float64Array(3))).toThrow(RangeError);
    expect(() => choleskyInverse(new Float64Array(3), 2)).toThrow(RangeError);
    expect(() => symmetricRank(new Float64Array(3), 2)).toThrow(RangeError);
  });
});

describe('the rank', () => {
  it('of the products of k random columns is k', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }), fc.integer(), (order, columns, seed) => {
        const random = seededRandom(seed);
        const x = Array.from({ length: columns }, () => Array.from({ length: order }, () => random.next() - 0.5));
        const products = square(order, (row, column) => x.reduce((sum, values) => sum + values[row]! * values[column]!, 0));
        expect(symmetricRank(products, order)).toBe(Math.min(order, columns));
      }),
      { numRuns: 60 },
    );
  });

  it('of a two-way table of counts is rows plus columns less the parts that no cell joins', () => {
    // Two rows and two columns joined, one row and one column apart from them: rank 3 + 3 - 2.
    const cells = [
      [0, 3],
      [0, 4],
      [1, 4],
      [2, 5],
    ];
    const products = square(6, (row, column) => cells.filter((cell) => cell.includes(row) && cell.includes(column)).length);
    expect(symmetricRank(products, 6)).toBe(4);
  });

  it('holds on a chain of a thousand links', () => {
    const order = 500;
    const products = square(order, (row, column) => (row === column ? 2 : Math.abs(row - column) === 1 ? 1 : 0));
    products[0] = 1;
    // x_k + x_(k+1) for k < 499, and x_499: order columns, so full; without the last, one direction is free.
    expect(symmetricRank(products, order)).toBe(order);
    products[order * order - 1] = 1;
    expect(symmetricRank(products, order)).toBe(order - 1);
  });
});
