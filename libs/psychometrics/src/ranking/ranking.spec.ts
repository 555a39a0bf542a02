import { type Estimate, seededRandom } from '@touchstone/kernel';
import * as fc from 'fast-check';
import { probabilityAbove, rankCandidates, type Standing } from '..';
import { indistinctGroups } from './indistinct-groups';
import { rootOfCovariance } from './root-of-covariance';
import { standardNormals } from '../distributions/standard-normals';

const estimate = (value: number | null, standardError: number | null): Estimate => ({
  value,
  standardError,
  interval: null,
  n: 12,
  raters: 3,
  method: 'made up',
  status: value === null ? 'DISCONNECTED' : 'OK',
});
const standing = (candidate: string, value: number | null, standardError: number | null): Standing => ({
  candidate,
  estimate: estimate(value, standardError),
});

const standings = fc
  .array(fc.tuple(fc.double({ min: 1, max: 5, noNaN: true }), fc.double({ min: 0.01, max: 2, noNaN: true })), {
    minLength: 2,
    maxLength: 9,
  })
  .map((scores) => scores.map(([value, error], index) => standing(`c${index}`, value, error)));

/** A covariance is whatever B Bᵀ is. */
const withCovariance = standings.chain((field) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: field.length ** 2, maxLength: field.length ** 2 }).map((b) => {
    const n = field.length;
    const dot = (i: number, j: number): number =>
      Array.from({ length: n }, (_, k) => b[i * n + k]! * b[j * n + k]!).reduce((s, x) => s + x, 0);
    return { field, covariance: Float64Array.from({ length: n * n }, (_, at) => dot(Math.floor(at / n), at % n)) };
  }),
);

describe('the probability that one is above the other', () => {
  it.each([
    // Tables of the normal distribution.
    [0, 1, 0.5],
    [1, 1, 0.8413447460685429],
    [1.959963984540054, 1, 0.975],
    [-1.6448536269514722, 1, 0.05],
    [0.6, 0.3, 0.9772498680518208],
    [0, 0, 0.5],
    [0.1, 0, 1],
    [-0.1, 0, 0],
  ])('of a difference of %d with a standard error of %d is %d', (difference, error, wanted) => {
    expect(probabilityAbove(difference, error)).toBeCloseTo(wanted, 12);
  });

  it('refuses what is no difference', () => {
    for (const [difference, error] of [
      [NaN, 1],
      [1, -1],
      [1, NaN],
      [1, Infinity],
    ] as const) {
      expect(() => probabilityAbove(difference, error)).toThrow(RangeError);
    }
  });
});

describe('a ranking', () => {
  it('orders by score, then by name, and keeps apart whom it cannot rank', () => {
    const { order, unranked, groups } = rankCandidates([
      standing('Bo', 3, 0.2),
      standing('Al', 3, 0.2),
      standing('Cy', 5, 0.2),
      standing('Di', null, null),
      standing('Ed', 4, null),
    ]);
    expect(order.map(({ candidate }) => candidate)).toEqual(['Cy', 'Al', 'Bo']);
    expect(unranked.map(({ candidate, estimate: { status } }) => [candidate, status])).toEqual([
      ['Di', 'DISCONNECTED'],
      ['Ed', 'OK'],
    ]);
    expect(groups).toEqual([['Cy'], ['Al', 'Bo']]);
  });

  it('gives two candidates the ranks that the normal distribution gives them', () => {
    // A difference of 0.5 with a standard error of 0.5: P = .8413, expected ranks 1.1587 and 1.8413.
    const { order, probabilityAbove: above } = rankCandidates([standing('A', 3.5, 0.3), standing('B', 3, 0.4)], { draws: 40_000 });
    expect(above[0]![1]).toBeCloseTo(0.8413447460685429, 12);
    expect(above[1]![0]).toBeCloseTo(0.15865525393145707, 12);
    expect(above[0]![0]).toBeNull();
    expect(order[0]!.rank.value).toBeCloseTo(1.1586552539314571, 12);
    expect(order[0]!.rank.interval).toEqual({ lower: 1, upper: 2, level: 0.95 });
    expect(Math.abs(order[0]!.chanceOfPlace! - 0.8413)).toBeLessThan(0.008); // 4 standard errors of 40,000 draws
    expect([order[0]!.rank.n, order[0]!.rank.raters]).toEqual([12, 3]);
  });

  it('uses what errors have in common: raters who were hard on both do not blur their difference', () => {
    const covariance = Float64Array.of(1, 0.98, 0.98, 1);
    const both = [standing('A', 3.5, 1), standing('B', 3, 1)];
    // The standard error of the difference is sqrt(2 - 1.96) = 0.2.
    expect(rankCandidates(both, { covariance }).probabilityAbove[0]![1]).toBeCloseTo(0.9937903346742238, 12);
    expect(rankCandidates(both, { covariance }).groups).toEqual([['A'], ['B']]);
    expect(rankCandidates(both).groups).toEqual([['A', 'B']]);
  });

  it('lets groups overlap where being close does not carry over', () => {
    const { groups, order } = rankCandidates([standing('A', 3.4, 0.1), standing('B', 3.2, 0.1), standing('C', 3, 0.1)]);
    expect(groups).toEqual([
      ['A', 'B'],
      ['B', 'C'],
    ]);
    expect(order.map((candidate) => candidate.groups)).toEqual([[0], [0, 1], [1]]);
  });

  it('gives everybody the same where nothing is known, and the order itself where all is', () => {
    const names = ['A', 'B', 'C', 'D'];
    const same = rankCandidates(names.map((name) => standing(name, 3, 1)));
    for (const { rank } of same.order) expect([rank.value, rank.interval]).toEqual([2.5, { lower: 1, upper: 4, level: 0.95 }]);
    expect(same.groups).toEqual([names]);
    const exact = rankCandidates(
      names.map((name, k) => standing(name, 4 - k, 0)),
      { places: 2 },
    );
    expect(exact.order.map(({ rank }) => rank.interval)).toEqual([1, 2, 3, 4].map((rank) => ({ lower: rank, upper: rank, level: 0.95 })));
    expect(exact.order.map(({ chanceOfPlace }) => chanceOfPlace)).toEqual([1, 1, 0, 0]);
    const tied = rankCandidates(
      names.map((name) => standing(name, 3, 0)),
      { places: 3 },
    );
    expect(tied.order.map(({ chanceOfPlace }) => chanceOfPlace)).toEqual([0.75, 0.75, 0.75, 0.75]);
    expect(tied.order[0]!.rank.interval).toEqual({ lower: 2.5, upper: 2.5, level: 0.95 });
  });

  it('ranks nobody against nobody', () => {
    expect(rankCandidates([])).toEqual({ order: [], probabilityAbove: [], groups: [], unranked: [] });
    const [alone] = rankCandidates([standing('A', 3, 1)]).order;
    expect([alone!.rank.value, alone!.rank.status, alone!.chanceOfPlace]).toEqual([null, 'INSUFFICIENT_DATA', null]);
  });

  it('is the same for the same seed, and for any order of the candidates', () => {
    fc.assert(
      fc.property(
        standings.chain((field) => fc.tuple(fc.constant(field), fc.shuffledSubarray(field, { minLength: field.length }))),
        ([field, shuffled]) => {
          expect(rankCandidates(shuffled, { draws: 100, seed: 7 })).toEqual(rankCandidates(field, { draws: 100, seed: 7 }));
        },
      ),
    );
  });

  it('carries the covariance along when it orders', () => {
    fc.assert(
      fc.property(withCovariance, ({ field, covariance }) => {
        const n = field.length;
        const reversed = Float64Array.from({ length: n * n }, (_, at) => covariance[n * n - 1 - at]!);
        const one = rankCandidates(field, { covariance, draws: 100 });
        expect(rankCandidates([...field].reverse(), { covariance: reversed, draws: 100 })).toEqual(one);
      }),
    );
  });

  it('has expected ranks that sum to n (n + 1) / 2, and does not change with the unit of the scores', () => {
    fc.assert(
      fc.property(withCovariance, fc.double({ min: 0.1, max: 10, noNaN: true }), ({ field, covariance: shared }, unit) => {
        const n = field.length;
        const covariance = shared.map((entry, at) => entry + (at % (n + 1) === 0 ? 0.01 : 0));
        const { order } = rankCandidates(field, { covariance, draws: 1000 });
        const ranks = order.map(({ rank }) => rank.value!);
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo((n * (n + 1)) / 2, 9);
        for (const { rank } of order) {
          expect(rank.interval!.lower).toBeGreaterThanOrEqual(1);
          expect(rank.interval!.upper).toBeLessThanOrEqual(n);
        }
        expect(order.reduce((sum, { chanceOfPlace }) => sum + chanceOfPlace!, 0)).toBeCloseTo(1, 9);
        const scaled = field.map(({ candidate, estimate: { value, standardError } }) =>
          standing(candidate, unit * value! + 1, unit * standardError!),
        );
        const again = rankCandidates(scaled, { covariance: covariance.map((entry) => unit * unit * entry), draws: 100 }).order;
        for (const { candidate, rank } of again)
          expect(rank.value).toBeCloseTo(order.find((one) => one.candidate === candidate)!.rank.value!, 6);
      }),
    );
  });

  it('never runs in a circle: told apart carries over', () => {
    fc.assert(
      fc.property(withCovariance, ({ field, covariance }) => {
        const { probabilityAbove: above, groups, order } = rankCandidates(field, { covariance, draws: 100, certainty: 0.8 });
        const apart = (a: number, b: number): boolean => a !== b && above[a]![b]! >= 0.8;
        order.forEach((_, a) =>
          order.forEach((__, b) => {
            if (apart(a, b)) expect(a).toBeLessThan(b);
            order.forEach((___, c) => {
              if (apart(a, b) && apart(b, c)) expect(above[a]![c]).toBeGreaterThanOrEqual(0.8 - 1e-9);
            });
            const together = groups.some((group) => group.includes(order[a]!.candidate) && group.includes(order[b]!.candidate));
            expect(together).toBe(!apart(a, b) && !apart(b, a));
          }),
        );
      }),
    );
  });

  it('refuses what is no ranking', () => {
    const two = [standing('A', 3, 1), standing('B', 4, 1)];
    for (const options of [{ certainty: 0.5 }, { certainty: 1 }, { level: 1 }, { places: 0 }, { draws: 99 }, { draws: 100.5 }]) {
      expect(() => rankCandidates(two, options)).toThrow(RangeError);
    }
    expect(() => rankCandidates([two[0]!, two[0]!])).toThrow(RangeError);
    expect(() => rankCandidates([standing('A', NaN, 1)])).toThrow(RangeError);
    expect(() => rankCandidates([standing('A', 3, -1)])).toThrow(RangeError);
    for (const entries of [
      [1, 0, 0],
      [1, 0.5, 0.4, 1],
      [1, NaN, NaN, 1],
      [-1, 0, 0, 1],
      [1, 2, 2, 1],
    ]) {
      expect(() => rankCandidates(two, { covariance: Float64Array.from(entries) })).toThrow(RangeError);
    }
  });
});

describe('the groups', () => {
  it('are the largest sets without a pair told apart, as going through all sets finds them', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 8 })
          .chain((n) => fc.tuple(fc.constant(n), fc.array(fc.boolean(), { minLength: n * n, maxLength: n * n }))),
        ([n, told]) => {
          const apart = (a: number, b: number): boolean => told[Math.min(a, b) * n + Math.max(a, b)]!;
          const sets = Array.from({ length: 2 ** n - 1 }, (_, bits) =>
            Array.from({ length: n }, (__, k) => k).filter((k) => ((bits + 1) >> k) & 1),
          );
          const close = sets.filter((set) => set.every((a) => set.every((b) => a === b || !apart(a, b))));
          const largest = close.filter((set) => !close.some((other) => other.length > set.length && set.every((k) => other.includes(k))));
          expect(indistinctGroups(n, apart).map(String).sort()).toEqual(largest.map(String).sort());
        },
      ),
    );
  });

  it('of 500 candidates are found at once', () => {
    const field = Array.from({ length: 500 }, (_, k) => standing(`c${k}`, 1 + (4 * ((k * 37) % 500)) / 500, 0.1 + (k % 7) / 20));
    const { groups } = rankCandidates(field, { draws: 100 });
    expect(groups.length).toBeGreaterThan(100);
  });
});

describe('the root of a covariance', () => {
  it('squares to it, singular or not', () => {
    // Of three scores that sum to 0.
    const singular = Float64Array.of(2, -1, -1, -1, 2, -1, -1, -1, 2);
    const root = rootOfCovariance(singular, 3);
    for (let row = 0; row < 3; row += 1) {
      for (let column = 0; column < 3; column += 1) {
        const product = [0, 1, 2].reduce((sum, k) => sum + root[row * 3 + k]! * root[column * 3 + k]!, 0);
        expect(product).toBeCloseTo(singular[row * 3 + column]!, 12);
      }
    }
    expect(rootOfCovariance(Float64Array.of(0, 0, 0, 0), 2)).toEqual(new Float64Array(4));
  });
});

describe('standard normal numbers', () => {
  it('are those that the same two algorithms give elsewhere', () => {
    // xoshiro128** and the polar method, written anew in Python 3.11.
    const normal = standardNormals(seededRandom(11));
    const wanted = [-2.2478049519734666, 0.017243354388662684, -0.1408945114149245, -0.3928035972678308];
    for (const value of wanted) expect(normal()).toBeCloseTo(value, 14);
  });

  it('have the moments and the shares of the normal distribution', () => {
    const normal = standardNormals(seededRandom(11));
    const drawn = Array.from({ length: 100_000 }, normal);
    const mean = (of: (x: number) => number): number => drawn.reduce((sum, x) => sum + of(x), 0) / drawn.length;
    // Each within four standard errors of 100,000 draws.
    expect(Math.abs(mean((x) => x))).toBeLessThan(4 / 316);
    expect(Math.abs(mean((x) => x * x) - 1)).toBeLessThan((4 * Math.SQRT2) / 316);
    expect(Math.abs(mean((x) => Number(x < 1.6448536269514722)) - 0.95)).toBeLessThan((4 * 0.218) / 316);
    expect(Math.abs(mean((x) => Number(x < -1)) - 0.15865525393145707)).toBeLessThan((4 * 0.366) / 316);
  });
});
