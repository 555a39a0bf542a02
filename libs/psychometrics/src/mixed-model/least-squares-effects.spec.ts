import * as fc from 'fast-check';
import { seededRandom } from '@touchstone/kernel';
import { type Rating, type RatingTable, designRank, leastSquaresEffects, tabulate } from '..';
import { choleskyFactor } from '../matrices/cholesky-factor';
import { choleskyInverse } from '../matrices/cholesky-inverse';

const tableOf = (ratings: readonly Rating[]): RatingTable => {
  const table = tabulate(ratings);
  if (!table.ok) throw new Error(table.error[0]!.message);
  return table.value;
};

const rating = (candidate: string, rater: string, item: string, score: number): Rating => ({ candidate, rater, item, score });

const design = fc.record({
  candidates: fc.integer({ min: 1, max: 6 }),
  raters: fc.integer({ min: 1, max: 4 }),
  items: fc.integer({ min: 1, max: 4 }),
  rated: fc.double({ min: 0.2, max: 1, noNaN: true }),
  seed: fc.integer(),
});

function ratingsOf({
  candidates,
  raters,
  items,
  rated,
  seed,
}: {
  candidates: number;
  raters: number;
  items: number;
  rated: number;
  seed: number;
}): Rating[] {
  const random = seededRandom(seed);
  const ratings: Rating[] = [];
  for (let c = 0; c < candidates; c += 1) {
    for (let r = 0; r < raters; r += 1) {
      for (let i = 0; i < items; i += 1) {
        const score = 1 + Math.floor(7 * random.next());
        if (random.next() < rated) ratings.push(rating(`c${c}`, `r${r}`, `i${i}`, score));
      }
    }
  }
  return ratings;
}

const tables = design
  .map(ratingsOf)
  .filter((ratings) => ratings.length > 1)
  .map(tableOf);

/** Regression on sum contrasts, all unknowns at once: candidates, raters but the last, items but the last. */
function regression(table: RatingTable) {
  const [p, r, t] = [table.candidates.length, table.raters.length, table.items.length];
  const order = p + r - 1 + t - 1;
  const rows = Array.from(table.score, (_, row) => {
    const x = new Float64Array(order);
    x[table.candidate[row]!] = 1;
    contrast(x, p, r, table.rater[row]!);
    contrast(x, p + r - 1, t, table.item[row]!);
    return x;
  });
  const products = new Float64Array(order * order);
  const right = new Float64Array(order);
  rows.forEach((x, row) => {
    for (let i = 0; i < order; i += 1) {
      right[i]! += x[i]! * table.score[row]!;
      for (let j = 0; j < order; j += 1) products[i * order + j]! += x[i]! * x[j]!;
    }
  });
  const inverse = choleskyInverse(choleskyFactor(products, order)!, order);
  const of = (i: number): number => right.reduce((sum, value, j) => sum + value * inverse[i * order + j]!, 0);
  const solution = Float64Array.from(right, (_, i) => of(i));
  const squares = rows.reduce(
    (sum, x, row) => sum + (table.score[row]! - x.reduce((fit, value, i) => fit + value * solution[i]!, 0)) ** 2,
    0,
  );
  return { solution, squares, variance: (i: number): number => inverse[i * order + i]!, order };
}

function contrast(x: Float64Array, from: number, levels: number, level: number): void {
  if (level < levels - 1) x[from + level] = 1;
  else x.fill(-1, from, from + levels - 1);
}

describe('least squares', () => {
  it('is the regression on sum contrasts, errors included', () => {
    let compared = 0;
    fc.assert(
      fc.property(tables, (table) => {
        if (designRank(table).deficiency > 0) return;
        compared += 1;
        const { solution, squares, variance, order } = regression(table);
        const found = leastSquaresEffects(table);
        const residual = squares / (table.score.length - order);
        expect(found.degreesOfFreedom).toBe(table.score.length - order);
        found.candidate.forEach((estimate, c) => expect(estimate.value).toBeCloseTo(solution[c]!, 8));
        found.rater.slice(0, -1).forEach((estimate, r) => expect(estimate.value).toBeCloseTo(solution[found.candidate.length + r]!, 8));
        if (found.degreesOfFreedom === 0 || squares < 1e-9) return;
        expect(found.residual).toBeCloseTo(residual, 8);
        found.candidate.forEach((estimate, c) => expect(estimate.standardError).toBeCloseTo(Math.sqrt(residual * variance(c)), 8));
        found.rater.slice(0, -1).forEach((estimate, r) => {
          expect(estimate.standardError).toBeCloseTo(Math.sqrt(residual * variance(found.candidate.length + r)), 8);
        });
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(30);
  });

  it('is the plain mean where everybody rated everybody on everything', () => {
    fc.assert(
      fc.property(design, (given) => {
        const table = tableOf(ratingsOf({ ...given, rated: 1.1 }));
        const each = given.raters * given.items;
        leastSquaresEffects(table).candidate.forEach((estimate, c) => {
          const mean = table.score.subarray(c * each, (c + 1) * each).reduce((sum, score) => sum + score / each, 0);
          expect(estimate.value).toBeCloseTo(mean, 10);
        });
      }),
    );
  });

  it('finds effects that add up exactly, whatever is missing, and states no error', () => {
    fc.assert(
      fc.property(design, (given) => {
        const ratings = ratingsOf(given).map((row) => ({
          ...row,
          score: 3 * Number(row.candidate[1]) + Number(row.rater[1]) - 2 * Number(row.item[1]),
        }));
        fc.pre(ratings.length > 1);
        const table = tableOf(ratings);
        const { candidate, rater } = leastSquaresEffects(table);
        const differences = (names: readonly string[], estimates: typeof candidate, step: number): void => {
          estimates.forEach((estimate, k) => {
            expect(estimate.standardError).toBeNull();
            if (estimate.value === null || estimates[0]!.value === null) return;
            expect(estimate.value - estimates[0]!.value).toBeCloseTo(step * (Number(names[k]![1]) - Number(names[0]![1])), 8);
          });
        };
        differences(table.candidates, candidate, 3);
        differences(table.raters, rater, 1);
      }),
    );
  });

  it('says DISCONNECTED where no data can tell', () => {
    const apart = leastSquaresEffects(
      tableOf([rating('a', 'r', 'x', 1), rating('b', 'r', 'x', 2), rating('c', 's', 'x', 3), rating('d', 's', 'x', 5)]),
    );
    expect(apart.candidate.map(({ value, status }) => [value, status])).toEqual(Array(4).fill([null, 'DISCONNECTED']));
    expect(apart.rater.map(({ status }) => status)).toEqual(['DISCONNECTED', 'DISCONNECTED']);
  });

  it('gives candidates, but not raters, where raters keep to items of their own that all candidates met', () => {
    const ratings = ['a', 'b', 'c'].flatMap((c, k) =>
      ['r x', 's x', 't y', 'u y'].map((cell, j) => rating(c, cell[0]!, cell[2]!, ((k + 1) * (j + 2)) % 5)),
    );
    const table = tableOf(ratings);
    const { candidate, rater, item } = leastSquaresEffects(table);
    candidate.forEach(({ value, status, standardError }, c) => {
      expect(status).toBe('OK');
      expect(value).toBeCloseTo(
        table.score.subarray(4 * c, 4 * c + 4).reduce((sum, score) => sum + score / 4, 0),
        10,
      );
      expect(standardError).toBeGreaterThan(0);
    });
    expect([...rater, ...item].map(({ status }) => status)).toEqual(Array(6).fill('DISCONNECTED'));
  });

  it('shifts and stretches with the scores, and widens its interval as Student has it', () => {
    const scores = [1, 2, 4, 3, 5, 5];
    const cells = ['a r', 'a s', 'b r', 'b s', 'c r', 'c s'];
    const of = (change: (score: number) => number) =>
      leastSquaresEffects(tableOf(cells.map((cell, k) => rating(cell[0]!, cell[2]!, 'x', change(scores[k]!)))));
    const [one, two] = [of((score) => score), of((score) => 10 * score - 7)];
    one.candidate.forEach((estimate, c) => {
      expect(two.candidate[c]!.value).toBeCloseTo(10 * estimate.value! - 7, 9);
      expect(two.candidate[c]!.standardError).toBeCloseTo(10 * estimate.standardError!, 9);
      // Two degrees of freedom: 4.303 (NIST/SEMATECH e-Handbook, 1.3.6.7.2).
      expect((estimate.interval!.upper - estimate.value!) / estimate.standardError!).toBeCloseTo(4.303, 3);
    });
  });

  it('has no error without degrees of freedom, and takes a single rating', () => {
    const found = leastSquaresEffects(tableOf([rating('a', 'r', 'x', 4)]));
    expect(found).toMatchObject({ residual: null, degreesOfFreedom: 0 });
    expect(found.candidate[0]).toMatchObject({ value: 4, standardError: null, interval: null, status: 'OK' });
  });
});
