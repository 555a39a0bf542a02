import * as fc from 'fast-check';
import {
  type AgreementWeights,
  type AlphaMetric,
  type Rating,
  type RatingTable,
  cohenKappa,
  cohenKappas,
  fleissKappa,
  fleissKappaGeneralised,
  gwetCoefficient,
  krippendorffAlpha,
  percentAgreement,
  tabulate,
} from '..';

const scale = { min: 1, max: 5 };
const WEIGHTS: readonly AgreementWeights[] = ['unweighted', 'linear', 'quadratic', 'ordinal'];
const METRICS: readonly AlphaMetric[] = ['nominal', 'ordinal', 'interval', 'ratio'];

const read = (ratings: readonly Rating[], on: { min: number; max: number } = scale): RatingTable => {
  const table = tabulate(ratings, { scale: on });
  if (!table.ok) throw new Error(table.error[0]?.message);
  return table.value;
};

/** Panels with holes: up to seven candidates, four raters, two items, scores from 1 to 5. */
const panels: fc.Arbitrary<readonly Rating[]> = fc
  .uniqueArray(fc.tuple(fc.nat(6), fc.nat(3), fc.nat(1)), { minLength: 1, maxLength: 40, selector: String })
  .chain((cells) =>
    fc
      .array(fc.integer({ min: 1, max: 5 }), { minLength: cells.length, maxLength: cells.length })
      .map((scores) => cells.map(([c, r, i], at) => ({ candidate: `c${c}`, rater: `r${r}`, item: `i${i}`, score: scores[at]! }))),
  );

/** Every figure of the chapter about one panel, that of pairs for raters r0 and r1. `ratio` stands apart: it knows where 0 is. */
function figures(table: RatingTable, metrics: readonly AlphaMetric[] = METRICS): readonly (number | null)[] {
  const pair = ['r0', 'r1'] as const;
  const paired = pair.every((name) => table.raters.includes(name));
  return [
    percentAgreement(table).value,
    percentAgreement(table, { tolerance: 1 }).value,
    percentAgreement(table).standardError,
    fleissKappa(table).kappa.value,
    fleissKappa(table).nullStandardError,
    ...WEIGHTS.flatMap((weights) => [
      fleissKappaGeneralised(table, weights).coefficient.value,
      fleissKappaGeneralised(table, weights).coefficient.standardError,
      gwetCoefficient(table, weights).coefficient.value,
      gwetCoefficient(table, weights).coefficient.standardError,
      ...(paired ? [cohenKappa(table, pair, weights).kappa.value, cohenKappa(table, pair, weights).kappa.standardError] : []),
    ]),
    ...metrics.map((metric) => krippendorffAlpha(table, metric).alpha.value),
  ];
}

function expectSame(ours: readonly (number | null)[], theirs: readonly (number | null)[]): void {
  expect(ours.map((figure) => figure === null)).toEqual(theirs.map((figure) => figure === null));
  ours.forEach((figure, at) => {
    // The standard error is the root of a difference: where it is 0, rounding shows as 1e-8.
    if (figure !== null) expect(Math.abs(figure - (theirs[at] ?? NaN))).toBeLessThan(1e-7);
  });
}

describe('agreement', () => {
  it('does not depend on the order of the ratings, bit for bit, and is never NaN or infinite', () => {
    fc.assert(
      fc.property(
        panels.chain((ratings) => fc.tuple(fc.constant(ratings), fc.shuffledSubarray([...ratings], { minLength: ratings.length }))),
        ([ratings, shuffled]) => {
          const ours = figures(read(ratings));
          expect(figures(read(shuffled))).toEqual(ours);
          for (const figure of ours) if (figure !== null) expect(Number.isFinite(figure)).toBe(true);
        },
      ),
    );
  });

  it('does not depend on who is called what', () => {
    const renamed = (names: string, order: readonly number[]) => (name: string) => names + String(order[Number(name.slice(1))]);
    fc.assert(
      fc.property(panels, (ratings) => {
        const candidate = renamed('k', [3, 0, 6, 2, 5, 1, 4]);
        // r0 and r1 change places, so that their pair stays the pair.
        const rater = renamed('r', [1, 0, 3, 2]);
        const item = renamed('i', [1, 0]);
        const others = ratings.map((row) => ({
          ...row,
          candidate: candidate(row.candidate),
          rater: rater(row.rater),
          item: item(row.item),
        }));
        expectSame(figures(read(others)), figures(read(ratings)));
      }),
    );
  });

  it('is the same on the scale turned around, but for ratio', () => {
    const metrics = ['nominal', 'ordinal', 'interval'] as const;
    fc.assert(
      fc.property(panels, (ratings) => {
        const turned = ratings.map((row) => ({ ...row, score: 6 - row.score }));
        expectSame(figures(read(turned), metrics), figures(read(ratings), metrics));
      }),
    );
  });

  it('of categories does not change when all move up, and alpha keeps to the law of its metric', () => {
    fc.assert(
      fc.property(panels, fc.integer({ min: -20, max: 20 }), fc.double({ min: 0.1, max: 50, noNaN: true }), (ratings, shift, factor) => {
        const metrics = ['nominal', 'ordinal', 'interval'] as const;
        const moved = ratings.map((row) => ({ ...row, score: row.score + shift }));
        expectSame(figures(read(moved, { min: 1 + shift, max: 5 + shift }), metrics), figures(read(ratings), metrics));
        const stretched = read(
          ratings.map((row) => ({ ...row, score: row.score * factor })),
          { min: 0, max: 500 },
        );
        for (const metric of ['interval', 'ratio'] as const) {
          expectSame([krippendorffAlpha(stretched, metric).alpha.value], [krippendorffAlpha(read(ratings), metric).alpha.value]);
        }
        const bent = read(
          ratings.map((row) => ({ ...row, score: row.score ** 3 })),
          { min: 0, max: 500 },
        );
        expectSame([krippendorffAlpha(bent, 'ordinal').alpha.value], [krippendorffAlpha(read(ratings), 'ordinal').alpha.value]);
      }),
    );
  });

  it('is exactly 1 where all agree and more than one score is given, never above 1 elsewhere', () => {
    fc.assert(
      fc.property(panels, (ratings) => {
        const agreed = ratings.map((row) => ({ ...row, score: (row.candidate.charCodeAt(1) % 5) + 1 }));
        const table = read(agreed);
        const alpha = krippendorffAlpha(table, 'ordinal').alpha;
        if (alpha.status === 'OK') {
          for (const metric of METRICS) expect(krippendorffAlpha(table, metric).alpha.value).toBe(1);
          for (const weights of WEIGHTS) {
            expect(fleissKappaGeneralised(table, weights).coefficient.value).toBe(1);
            expect(gwetCoefficient(table, weights).coefficient.value).toBe(1);
          }
          expect(percentAgreement(table).value).toBe(1);
          for (const { kappa } of cohenKappas(table, 'linear')) expect(kappa.status === 'CONSTANT' ? 1 : kappa.value).toBe(1);
        }
        const given = read(ratings);
        const coefficients = [
          ...METRICS.map((metric) => krippendorffAlpha(given, metric).alpha),
          ...WEIGHTS.map((weights) => gwetCoefficient(given, weights).coefficient),
          ...WEIGHTS.map((weights) => fleissKappaGeneralised(given, weights).coefficient),
          ...cohenKappas(given, 'quadratic').map(({ kappa }) => kappa),
          fleissKappa(given).kappa,
          percentAgreement(given),
        ];
        for (const { value, interval } of coefficients) {
          expect(value ?? 0).toBeLessThanOrEqual(1 + 1e-12);
          expect(interval?.upper ?? 0).toBeLessThanOrEqual(1);
          if (interval !== null) expect(interval.lower).toBeLessThanOrEqual(interval.upper);
        }
      }),
    );
  });
});

describe('two ways to the same figure', () => {
  it('alpha from all pairs of ratings, as Krippendorff defines it', () => {
    fc.assert(
      fc.property(panels, (ratings) => {
        const table = read(ratings);
        for (const metric of METRICS) {
          const wanted = alphaFromPairs(ratings, metric);
          const { value } = krippendorffAlpha(table, metric).alpha;
          if (wanted === null) expect(value).toBeNull();
          else expect(value).toBeCloseTo(wanted, 11);
        }
      }),
    );
  });

  it('quadratic kappa from moments, Cohen (1968)', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { minLength: 2 }), (pairs) => {
        const table = read(
          pairs.flatMap(([a, b], u) => [
            { candidate: `c${u}`, rater: 'A', item: 'q', score: a },
            { candidate: `c${u}`, rater: 'B', item: 'q', score: b },
          ]),
        );
        const mean = (of: (pair: readonly [number, number]) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
        const [a, b] = [mean((pair) => pair[0]), mean((pair) => pair[1])];
        const spread = mean((pair) => (pair[0] - a) ** 2 + (pair[1] - b) ** 2) + (a - b) ** 2;
        const { value } = cohenKappa(table, ['A', 'B'], 'quadratic').kappa;
        if (spread < 1e-12) expect(value).toBeNull();
        else expect(value).toBeCloseTo((2 * mean((pair) => (pair[0] - a) * (pair[1] - b))) / spread, 11);
      }),
    );
  });

  it('nominal alpha from Fleiss where nothing is missing: alpha = kappa + (1 - kappa) / N', () => {
    const complete = fc.array(fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 4 }))), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(complete, (units) => {
        const table = read(
          units.flatMap((scores, u) => scores.map((score, r) => ({ candidate: `c${u}`, rater: `r${r}`, item: 'q', score }))),
        );
        const kappa = fleissKappa(table).kappa.value;
        const alpha = krippendorffAlpha(table, 'nominal').alpha.value;
        if (kappa === null) expect(alpha).toBeNull();
        else expect(alpha).toBeCloseTo(kappa + (1 - kappa) / table.score.length, 12);
      }),
    );
  });

  it('with two categories all weights are the same', () => {
    fc.assert(
      fc.property(panels, (ratings) => {
        const table = read(
          ratings.map((row) => ({ ...row, score: row.score > 2 ? 2 : 1 })),
          { min: 1, max: 2 },
        );
        for (const weights of WEIGHTS.slice(1)) {
          expectSame(
            [gwetCoefficient(table, weights).coefficient.value, fleissKappaGeneralised(table, weights).coefficient.value],
            [gwetCoefficient(table).coefficient.value, fleissKappaGeneralised(table).coefficient.value],
          );
        }
      }),
    );
  });
});

describe('a million ratings', () => {
  it('are within reach of every coefficient', () => {
    const rater = (unit: number, k: number) => (unit + 7 * k) % 40;
    const ratings = function* (): Generator<Rating> {
      for (let unit = 0; unit < 250_000; unit += 1) {
        for (let k = 0; k < 4; k += 1) {
          const score = ((unit * 7919) % 5) + 1;
          yield {
            candidate: `c${unit >> 3}`,
            item: `i${unit & 7}`,
            rater: `r${rater(unit, k)}`,
            score: k === unit % 4 ? 6 - score : score,
          };
        }
      }
    };
    const tabulated = tabulate(ratings(), { scale });
    if (!tabulated.ok) throw new Error('unreadable');
    const table = tabulated.value;
    // Of the six pairs of a unit three agree, but all six where the score is 3, in one unit of five.
    expect(percentAgreement(table).value).toBeCloseTo(0.8 * 0.5 + 0.2, 6);
    for (const metric of METRICS) expect(krippendorffAlpha(table, metric).alpha.status).toBe('OK');
    expect(gwetCoefficient(table, 'quadratic').coefficient.status).toBe('OK');
    expect(fleissKappaGeneralised(table).coefficient.status).toBe('OK');
    expect(fleissKappa(table).units).toBe(0);
    expect(cohenKappas(table, 'linear').length).toBeGreaterThan(100);
  });
});

/** Do and De summed over all ordered pairs of pairable ratings. null where De is 0 or nothing is pairable. */
function alphaFromPairs(ratings: readonly Rating[], metric: AlphaMetric): number | null {
  const unitOf = ({ candidate, item }: Rating) => `${candidate} ${item}`;
  const size = (row: Rating) => ratings.filter((other) => unitOf(other) === unitOf(row)).length;
  const rows = ratings.filter((row) => size(row) > 1);
  const total = (score: number) => rows.filter((row) => row.score === score).length;
  const distance = (c: number, k: number): number => {
    if (c === k) return 0;
    if (metric === 'nominal') return 1;
    if (metric === 'interval') return (c - k) ** 2;
    if (metric === 'ratio') return ((c - k) / (c + k)) ** 2;
    let between = -(total(c) + total(k)) / 2;
    for (let g = Math.min(c, k); g <= Math.max(c, k); g += 1) between += total(g);
    return between ** 2;
  };
  let observed = 0;
  let expected = 0;
  for (const a of rows) {
    for (const b of rows) {
      if (a === b) continue;
      expected += distance(a.score, b.score) / (rows.length - 1);
      if (unitOf(a) === unitOf(b)) observed += distance(a.score, b.score) / (size(a) - 1);
    }
  }
  return expected === 0 ? null : 1 - observed / expected;
}
