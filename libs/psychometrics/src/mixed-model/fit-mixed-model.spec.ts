import { seededRandom } from '@touchstone/kernel';
import { type MixedModelFit, RANDOM_TERMS, type RandomTerm, type Rating, type RatingTable, fitMixedModel, tabulate } from '..';

const tableOf = (ratings: readonly Rating[]): RatingTable => {
  const table = tabulate(ratings);
  if (!table.ok) throw new Error(table.error[0]!.message);
  return table.value;
};

const variancesOf = (fit: MixedModelFit): number[] =>
  [...fit.terms, 'residual' as const].map((component) => fit.components[component]!.value!);

/** Every facet and every pair of facets has effects of a like size. */
function completeWithAllEffects(candidates: number, raters: number, items: number, seed: number): Rating[] {
  const random = seededRandom(seed);
  const effects = new Map<string, number>();
  const effect = (key: string): number => {
    const known = effects.get(key) ?? 3 * (random.next() - 0.5);
    effects.set(key, known);
    return known;
  };
  return Array.from({ length: candidates * raters * items }, (_, cell) => {
    const [c, r, i] = [
      `c${cell % candidates}`,
      `r${Math.floor(cell / candidates) % raters}`,
      `i${Math.floor(cell / (candidates * raters))}`,
    ];
    const score = [c, r, i, c + r, c + i, r + i].reduce((sum, key) => sum + effect(key), 1.2 * (random.next() - 0.5));
    return { candidate: c, rater: r, item: i, score };
  });
}

describe('the mixed model of a complete design', () => {
  it('equals the analysis of variance where the design is complete and no estimate is negative', () => {
    let compared = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const table = tableOf(completeWithAllEffects(3 + (seed % 6), 3 + (seed % 4), 3 + (seed % 5), seed));
      const anova = componentsByMeanSquares(table);
      if (anova.some((value) => value < 1e-3)) continue;
      compared += 1;
      const values = variancesOf(fitMixedModel(table, RANDOM_TERMS));
      anova.forEach((value, t) => expect(values[t]! / value).toBeCloseTo(1, 7));
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('pools a facet whose estimate would be negative with the residual', () => {
    // Two-way, complete: with no variance between raters, REML is the one-way analysis by candidates.
    let pooled = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const random = seededRandom(seed);
      const ratings = Array.from({ length: 24 }, (_, cell) => ({
        candidate: `c${cell % 6}`,
        rater: `r${Math.floor(cell / 6)}`,
        item: 'q',
      }));
      const table = tableOf(ratings.map((cell) => ({ ...cell, score: Number(cell.candidate[1]) / 3 + 3 * random.next() })));
      const { candidate, rater, residual } = meanSquaresOfTwoWay(table);
      const within = (rater * 3 + residual * 15) / 18;
      if (rater >= residual || candidate <= within) continue;
      pooled += 1;
      const fit = fitMixedModel(table, ['candidate', 'rater']);
      expect(fit.components.rater!.value).toBe(0);
      expect(fit.components.residual!.value).toBeCloseTo(within, 8);
      expect(fit.components.candidate!.value).toBeCloseTo((candidate - within) / 4, 8);
    }
    expect(pooled).toBeGreaterThan(3);
  });
});

/** Cornfield and Tukey's rules for the complete three-way design with one rating in each cell. */
function componentsByMeanSquares(table: RatingTable): number[] {
  const levels = { candidate: table.candidates.length, rater: table.raters.length, item: table.items.length };
  const n = table.score.length;
  const uncorrected = (facets: readonly string[]): number => {
    const sums = new Map<string, number>();
    for (let row = 0; row < n; row += 1) {
      const key = facets.map((facet) => table[facet as 'candidate'][row]).join('/');
      sums.set(key, (sums.get(key) ?? 0) + table.score[row]!);
    }
    return [...sums.values()].reduce((sum, value) => sum + (value * value) / (n / sums.size), 0);
  };
  const square = (...facets: readonly string[]): number => {
    if (facets.length === 0) return uncorrected([]);
    const below = subsets(facets).filter((subset) => subset.length < facets.length);
    return uncorrected(facets) - below.reduce((sum, subset) => sum + square(...subset), 0);
  };
  const mean = (...facets: readonly ('candidate' | 'rater' | 'item')[]): number =>
    square(...facets) / facets.reduce((product, facet) => product * (levels[facet] - 1), 1);
  const { candidate: c, rater: r, item: i } = levels;
  const e = mean('candidate', 'rater', 'item');
  const [cr, ci, ri] = [mean('candidate', 'rater'), mean('candidate', 'item'), mean('rater', 'item')];
  return [
    (mean('candidate') - cr - ci + e) / (r * i),
    (mean('rater') - cr - ri + e) / (c * i),
    (mean('item') - ci - ri + e) / (c * r),
    (cr - e) / i,
    (ci - e) / r,
    (ri - e) / c,
    e,
  ];
}

const subsets = (of: readonly string[]): string[][] =>
  of.reduce<string[][]>((all, member) => [...all, ...all.map((subset) => [...subset, member])], [[]]);

function meanSquaresOfTwoWay(table: RatingTable): { candidate: number; rater: number; residual: number } {
  const [p, r] = [table.candidates.length, table.raters.length];
  const mean = (rows: readonly number[]): number => rows.reduce((sum, value) => sum + value, 0) / rows.length;
  const of = (facet: 'candidate' | 'rater', level: number): number =>
    mean(Array.from(table.score).filter((_, row) => table[facet][row] === level));
  const grand = mean(Array.from(table.score));
  const between = (facet: 'candidate' | 'rater', count: number): number =>
    Array.from({ length: count }, (_, level) => (of(facet, level) - grand) ** 2).reduce((sum, value) => sum + value, 0);
  const total = Array.from(table.score).reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const [a, b] = [r * between('candidate', p), p * between('rater', r)];
  return { candidate: a / (p - 1), rater: b / (r - 1), residual: (total - a - b) / ((p - 1) * (r - 1)) };
}

describe('the mixed model at the edges', () => {
  const rating = (candidate: string, rater: string, item: string, score: number): Rating => ({ candidate, rater, item, score });
  const crossed = (score: (candidate: number, rater: number) => number): RatingTable =>
    tableOf([0, 1, 2, 3].flatMap((c) => [0, 1, 2].map((r) => rating(`c${c}`, `r${r}`, 'q', score(c, r)))));
  const anyNumber = (fit: MixedModelFit): boolean =>
    [...Object.values(fit.components), fit.mean, ...fit.effects.candidate, ...fit.effects.rater, ...fit.candidateScores].some(
      ({ value, standardError, interval }) => value !== null || standardError !== null || interval !== null,
    );

  it.each<[string, RatingTable, readonly RandomTerm[], string, RegExp]>([
    ['one rating', tableOf([rating('a', 'r', 'q', 3)]), ['candidate'], 'INSUFFICIENT_DATA', /only one rating/],
    ['equal scores', crossed(() => 4), ['candidate', 'rater'], 'CONSTANT', /equal/],
    [
      'one candidate',
      tableOf([rating('a', 'r', 'q', 3), rating('a', 's', 'q', 4)]),
      ['candidate'],
      'INSUFFICIENT_DATA',
      /only one candidate/,
    ],
    ['one rater', tableOf([rating('a', 'r', 'q', 3), rating('b', 'r', 'q', 4)]), ['rater'], 'INSUFFICIENT_DATA', /only one rater/],
    [
      'nobody rated twice',
      tableOf([rating('a', 'r', 'q', 3), rating('b', 's', 'q', 4)]),
      ['candidate'],
      'INSUFFICIENT_DATA',
      /more than one rating/,
    ],
    ['a pair rated once', crossed((c, r) => c * r), ['candidate', 'rater', 'candidate:rater'], 'INSUFFICIENT_DATA', /No pair/],
    ['a pair that is the facet', crossed((c, r) => c * r), ['candidate', 'candidate:item'], 'INSUFFICIENT_DATA', /just as “candidate”/],
  ])('refuses %s', (_what, table, terms, status, reason) => {
    const fit = fitMixedModel(table, terms);
    expect(fit.status).toBe(status);
    expect(fit.reason).toMatch(reason);
    expect(anyNumber(fit)).toBe(false);
    expect(fit.mean.status).toBe(status);
    expect(fit.effects.candidate).toHaveLength(terms.includes('candidate') ? table.candidates.length : 0);
  });

  it('gives raters who agree perfectly a residual of 0 and the variance of the candidates', () => {
    const fit = fitMixedModel(
      crossed((c) => c + 1),
      ['candidate', 'rater'],
      { covariance: true },
    );
    expect(fit.status).toBe('OK');
    expect(fit.reason).toMatch(/explain every score/);
    expect(fit.components.candidate!.value).toBeCloseTo(5 / 3, 6);
    expect(fit.components.rater!.value).toBe(0);
    expect(fit.components.residual!.value).toBe(0);
    expect(fit.logLikelihood).toBeNull();
    expect(fit.candidateCovariance).toBeNull();
    fit.candidateScores.forEach(({ value, standardError, interval }, c) => {
      expect(value).toBeCloseTo(c + 1, 6);
      expect([standardError, interval]).toEqual([null, null]);
    });
  });

  it('takes effects that add up exactly apart', () => {
    const fit = fitMixedModel(
      crossed((c, r) => 10 * c + r),
      ['candidate', 'rater'],
    );
    expect(fit.components.candidate!.value! / (500 / 3)).toBeCloseTo(1, 5);
    expect(fit.components.rater!.value).toBeCloseTo(1, 4);
    expect(fit.components.residual!.value).toBe(0);
  });

  it('without random terms is the sample mean and variance', () => {
    const fit = fitMixedModel(tableOf([rating('a', 'r', 'q', 1), rating('b', 'r', 'q', 2), rating('c', 'r', 'q', 6)]), []);
    expect(fit.mean.value).toBeCloseTo(3, 12);
    expect(fit.components.residual!.value).toBeCloseTo(7, 12);
    expect(fit.mean.standardError).toBeCloseTo(Math.sqrt(7 / 3), 12);
    expect(fit.components.residual!.standardError).toBeCloseTo(7, 10); // variance times sqrt(2 / (n - 1))
    expect(fit.candidateScores).toEqual([]);
  });

  it('throws where the programmer asks for what there is not', () => {
    const table = crossed((c, r) => c * r);
    expect(() => fitMixedModel(table, ['candidate', 'candidate'])).toThrow(RangeError);
    expect(() => fitMixedModel(table, ['panel' as 'rater'])).toThrow(RangeError);
  });

  it('says so where a system would be too large to solve', () => {
    const random = seededRandom(3);
    const any = (): number => Math.floor(9_000 * random.next());
    const ratings = Array.from({ length: 40_000 }, (_, k) => rating(`c${k % 9_000}`, `r${any()}`, `i${k}`, any() % 5));
    const fit = fitMixedModel(tableOf(ratings), ['candidate', 'rater']);
    expect(fit.status).toBe('NOT_CONVERGED');
    expect(fit.reason).toMatch(/Too many levels/);
    expect(anyNumber(fit)).toBe(false);
  });

  it('takes a hundred thousand ratings', () => {
    const random = seededRandom(5);
    const ratings: Rating[] = [];
    for (let c = 0; c < 10_000; c += 1) {
      const ability = random.next();
      for (let k = 0; k < 10; k += 1) {
        const rater = (c + k * k) % 40;
        ratings.push(rating(`c${c}`, `r${rater}`, `i${k}`, Math.round(4 * (ability + random.next()) + rater / 40)));
      }
    }
    const fit = fitMixedModel(tableOf(ratings), ['candidate', 'rater', 'item']);
    expect(fit.status).toBe('OK');
    expect(fit.components.candidate!.value! / (16 / 12)).toBeCloseTo(1, 1);
  });
});
