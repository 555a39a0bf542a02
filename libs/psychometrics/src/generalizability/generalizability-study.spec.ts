import * as fc from 'fast-check';
import {
  type Component,
  type GeneralizabilityStudy,
  type Rating,
  type RatingTable,
  generalizabilityByReml,
  generalizabilityStudy,
  observedDesign,
  tabulate,
} from '..';

function tableOf(ratings: readonly Rating[]): RatingTable {
  const table = tabulate(ratings);
  if (!table.ok) throw new Error(table.error[0]?.message);
  return table.value;
}
type Namer = (item: number, rater: number) => readonly [item: string, rater: string];
/** One line per candidate; the blocks are items, the digits in a block raters, named as the design has it. */
const panel = (lines: readonly string[], name: Namer): RatingTable =>
  tableOf(
    lines.flatMap((line, c) =>
      line.split(' ').flatMap((block, i) =>
        [...block].flatMap((digit, r) => {
          const [item, rater] = name(i, r);
          return digit === '.' ? [] : [{ candidate: `p${c}`, item, rater, score: Number(digit) }];
        }),
      ),
    ),
  );
const crossed: Namer = (i, r) => [`i${i}`, `r${r}`];
const ratersNested: Namer = (i, r) => [`i${i}`, `i${i}r${r}`];

/** R. L. Brennan (2001), Generalizability Theory, Springer: synthetic data sets 1 (p × i), 3 (p × i × o) and 4 (p × (r:t)), and chapter 7. */
const SET_1 = ['1 0 1 0 0 0 0 0 0 0 0 0', '1 1 1 0 0 1 0 0 0 0 0 0', '1 1 1 1 1 0 0 0 0 0 0 0', '1 1 0 1 1 0 0 1 0 0 0 0', '1 1 1 1 1 0 1 0 0 0 0 0', '1 1 1 0 1 1 1 0 0 0 0 0', '1 1 1 1 1 1 1 0 0 0 0 0', '1 1 1 1 0 1 1 1 1 1 0 0', '1 1 1 1 1 1 1 1 1 1 1 0', '1 1 1 1 1 1 1 1 1 1 1 1']; // prettier-ignore
const SET_3 = ['22 65 75 55', '46 57 65 77', '55 54 45 65', '55 97 87 66', '44 35 56 64', '46 44 47 78', '22 67 67 55', '36 46 46 54', '05 55 45 53', '66 88 78 66']; // prettier-ignore
const SET_4 = ['5655 5345 6733', '9377 7555 7752', '3433 5335 6516', '7553 3143 5335', '9297 7737 2753', '3435 3363 4512', '7377 7557 5554', '5857 7554 3211', '9988 6665 5811', '4443 3565 5711']; // prettier-ignore
const UNBALANCED = ['45 3354 57', '21 2314 46', '24 4765 87', '13 5455 45', '33 6757 89', '12 5644 56', '35 6867 78', '01 1204 78'];
/** J. P. Guilford (1954), Psychometric Methods, p. 282: seven scientists, five traits, three raters. */
const GUILFORD = ['565 555 345 567 333', '987 777 555 877 525', '343 355 335 765 165', '755 363 143 353 351', '929 747 737 827 537', '343 543 363 545 123', '737 737 557 555 547']; // prettier-ignore

const rounded = (study: GeneralizabilityStudy, digits: number): Record<string, number> =>
  Object.fromEntries(study.components.map(({ label, estimate }) => [label, Number(estimate.value?.toFixed(digits))]));
const figure = (study: GeneralizabilityStudy, name: 'sumOfSquares' | 'meanSquare' | 'degrees', digits: number): readonly number[] =>
  study.components.map((component) => Number(component[name]?.toFixed(digits)));
const valueOf = (study: GeneralizabilityStudy, wanted: Component): number =>
  study.components.find(({ component }) => component === wanted)!.estimate.value!;

describe('published designs', () => {
  it('p × i: Brennan, table 2.2', () => {
    const study = generalizabilityStudy(panel(SET_1, crossed));
    expect([study.design, study.method, study.balanced]).toEqual(['p×i', 'ANOVA', true]);
    expect(figure(study, 'sumOfSquares', 4)).toEqual([7.3417, 9.6917, 12.5583]);
    expect(figure(study, 'degrees', 0)).toEqual([9, 11, 99]);
    expect(rounded(study, 4)).toEqual({ p: 0.0574, i: 0.0754, 'pi,e': 0.1269 });
  });

  it('p × i × r: Brennan, table 3.1', () => {
    const study = generalizabilityStudy(panel(SET_3, crossed));
    expect(study.design).toBe('p×i×r');
    expect(figure(study, 'sumOfSquares', 2)).toEqual([62.2, 37.45, 3.2, 56.3, 12.05, 7.5, 25.25]);
    expect(rounded(study, 4)).toEqual({ p: 0.5528, i: 0.4417, r: 0.0074, pi: 0.575, pr: 0.1009, ir: 0.1565, 'pir,e': 0.9352 });
    expect(study.components.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12);
  });

  it('p × (r:i): Brennan, table 3.2', () => {
    const study = generalizabilityStudy(panel(SET_4, ratersNested));
    expect([study.design, study.balanced]).toEqual(['p×(r:i)', true]);
    expect(figure(study, 'meanSquare', 4)).toEqual([10.2963, 24.1, 8.8556, 4.6185, 2.3802]);
    expect(rounded(study, 4)).toEqual({ p: 0.4731, i: 0.3252, 'r:i': 0.6475, pi: 0.5596, 'pr:i,e': 2.3802 });
  });

  it('p × (r:i) with names of raters that recur, when told so', () => {
    const told = generalizabilityStudy(panel(SET_4, crossed), { ratersWithinItems: true });
    expect(rounded(told, 4)).toEqual(rounded(generalizabilityStudy(panel(SET_4, ratersNested)), 4));
  });

  it('p × (i:r), where every interviewer asks questions of their own: the same figures with the facets exchanged', () => {
    const study = generalizabilityStudy(panel(SET_4, (i, r) => [`i${i}r${r}`, `i${i}`]));
    expect(study.design).toBe('p×(i:r)');
    expect(rounded(study, 4)).toEqual({ p: 0.4731, r: 0.3252, 'i:r': 0.6475, pr: 0.5596, 'pi:r,e': 2.3802 });
  });

  it('p × (i:h) with 2, 4 and 2 of them: Brennan, chapter 7, by the analogous analysis of variance', () => {
    const study = generalizabilityStudy(panel(UNBALANCED, ratersNested));
    expect([study.method, study.balanced, study.contrasts]).toEqual(['ANALOGOUS_ANOVA', false, null]);
    const { pi, ...rest } = rounded(study, 4);
    expect(rest).toEqual({ p: 1.2014, i: 2.9161, 'r:i': 0.2946, 'pr:i,e': 0.8429 });
    expect(pi).toBeCloseTo(0.9913, 3); // printed from rounded mean squares
    expect(study.components.map(({ uncorrected }) => Number(uncorrected?.toFixed(6)))).toEqual([1390, 1424, 1440, 1564.5, 1610]);
    expect(study.uncorrectedMean).toBeCloseTo(1296, 9);
  });

  it('a component below 0 is reported and not used: Guilford’s raters', () => {
    const study = generalizabilityStudy(panel(GUILFORD, crossed));
    const raters = study.components.find(({ component }) => component === 'r')!;
    // From the mean squares: (4.5238 - 8.2238 - 1.6190 + 1.1802) / 35.
    expect(raters.estimate.value).toBeCloseTo((4.523809524 - 8.223809524 - 1.619047619 + 1.18015873) / 35, 8);
    expect([raters.used, raters.share, study.hasNegative]).toEqual([0, 0, true]);
  });
});

/** Any small panel: which cells are there, and a score for each. */
const cells = (candidates: number, items: number, raters: number): readonly (readonly [number, number, number])[] =>
  Array.from({ length: candidates * items * raters }, (_, k) => [
    Math.floor(k / (items * raters)),
    Math.floor(k / raters) % items,
    k % raters,
  ]);
const tableFrom = (kept: readonly (readonly [number, number, number])[], scores: readonly number[]): RatingTable =>
  tableOf(kept.map(([c, i, r], k) => ({ candidate: `p${c}`, item: `i${i}`, rater: `r${r}`, score: scores[k]! })));

describe('the estimators', () => {
  it('are unbiased whatever is missing: on the effects of one component alone they give 1 for it and 0 for the others', () => {
    // An estimator that is quadratic in the scores has, for effects of variance 1 of a component, the sum of its values on the indicators of the levels as expectation.
    const all = cells(4, 3, 3);
    fc.assert(
      fc.property(fc.shuffledSubarray([...all.keys()], { minLength: 26 }), (indices) => {
        const kept = indices.sort((a, b) => a - b).map((index) => all[index]!);
        const study = generalizabilityStudy(tableFrom(kept, kept.map(() => 1))); // prettier-ignore
        fc.pre(study.status === 'CONSTANT' && study.design === 'p×i×r');
        const keys: Record<string, (cell: readonly [number, number, number]) => string> = {
          p: ([c]) => `${c}`,
          i: ([, i]) => `${i}`,
          r: ([, , r]) => `${r}`,
          pi: ([c, i]) => `${c} ${i}`,
          pr: ([c, , r]) => `${c} ${r}`,
          ir: ([, i, r]) => `${i} ${r}`,
          residual: ([c, i, r]) => `${c} ${i} ${r}`,
        };
        for (const [own, key] of Object.entries(keys)) {
          const totals = study.components.map(() => 0);
          for (const level of new Set(kept.map(key))) {
            const scores = kept.map((cell) => (key(cell) === level ? 1 : 0));
            generalizabilityStudy(tableFrom(kept, scores)).components.forEach(({ estimate }, k) => (totals[k]! += estimate.value!));
          }
          study.components.forEach(({ component }, k) => expect(totals[k]).toBeCloseTo(component === own ? 1 : 0, 7));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('add up and solve the expected mean squares where nothing is missing', () => {
    const [P, I, R] = [4, 3, 2];
    const all = cells(P, I, R);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: all.length, maxLength: all.length }), (scores) => {
        const study = generalizabilityStudy(tableFrom(all, scores));
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
        const total = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
        expect(study.components.reduce((sum, { sumOfSquares }) => sum + sumOfSquares!, 0)).toBeCloseTo(total, 9);
        const ms = Object.fromEntries(study.components.map(({ component, meanSquare }) => [component, meanSquare!])) as Record<
          Component,
          number
        >;
        // Brennan (2001), table 3.1: expected mean squares of p × i × r.
        expect(valueOf(study, 'p')).toBeCloseTo((ms.p - ms.pi - ms.pr + ms.residual) / (I * R), 10);
        expect(valueOf(study, 'i')).toBeCloseTo((ms.i - ms.pi - ms.ir + ms.residual) / (P * R), 10);
        expect(valueOf(study, 'r')).toBeCloseTo((ms.r - ms.pr - ms.ir + ms.residual) / (P * I), 10);
        expect(valueOf(study, 'pi')).toBeCloseTo((ms.pi - ms.residual) / R, 10);
        expect(valueOf(study, 'pr')).toBeCloseTo((ms.pr - ms.residual) / I, 10);
        expect(valueOf(study, 'ir')).toBeCloseTo((ms.ir - ms.residual) / P, 10);
        study.components.forEach(({ estimate }, a) => {
          const again = study.components.reduce((sum, { meanSquare }, b) => sum + study.contrasts![a]![b]! * meanSquare!, 0);
          expect(again).toBeCloseTo(estimate.value!, 10);
        });
      }),
    );
  });

  it('carry the standard error of Brennan (6.1) for p × i: the one of p from two mean squares', () => {
    const study = generalizabilityStudy(panel(SET_1, crossed));
    const [p, , residual] = study.components;
    const error = Math.sqrt((2 * p!.meanSquare! ** 2) / 11 + (2 * residual!.meanSquare! ** 2) / 101) / 12;
    expect(p?.estimate.standardError).toBeCloseTo(error, 12);
  });

  it('do not move with a shift, grow with the square of a scale, and do not know names', () => {
    const all = cells(3, 3, 3).filter((_, k) => k % 5 !== 1);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: all.length, maxLength: all.length }), (scores) => {
        const plain = generalizabilityStudy(tableFrom(all, scores));
        fc.pre(plain.status === 'OK');
        const moved = generalizabilityStudy(tableFrom(all, scores.map((score) => 100 + 2 * score))); // prettier-ignore
        const turned = generalizabilityStudy(tableFrom(all.map(([c, i, r]) => [2 - c, 2 - i, 2 - r]), scores)); // prettier-ignore
        plain.components.forEach(({ estimate }, k) => {
          expect(moved.components[k]?.estimate.value).toBeCloseTo(4 * estimate.value!, 8);
          expect(turned.components[k]?.estimate.value).toBeCloseTo(estimate.value!, 10);
        });
      }),
    );
  });
});

describe('by restricted maximum likelihood', () => {
  it('equals the analysis of variance where nothing is missing and nothing below 0', () => {
    for (const table of [panel(SET_1, crossed), panel(SET_3, crossed), panel(SET_4, ratersNested)]) {
      const [anova, reml] = [generalizabilityStudy(table), generalizabilityByReml(table)];
      expect([reml.design, reml.method, reml.status]).toEqual([anova.design, 'REML', 'OK']);
      anova.components.forEach(({ component, estimate }, k) => {
        expect(reml.components[k]?.component).toBe(component);
        expect(reml.components[k]?.estimate.value).toBeCloseTo(estimate.value!, 6);
      });
    }
  });

  it('gives the components of lme4 1.1-31 for Brennan’s unbalanced set, which differ from the analogous ones', () => {
    const study = generalizabilityByReml(panel(UNBALANCED, ratersNested));
    const lme4 = [1.017819445, 3.637663629, 0.2966656521, 1.02100607, 0.8376930159];
    study.components.forEach(({ estimate }, k) => expect(estimate.value).toBeCloseTo(lme4[k]!, 4));
    expect([study.contrasts, study.uncorrectedMean, study.components[0]?.meanSquare]).toEqual([null, null, null]);
  });

  it('names the interactions that cannot be told from chance', () => {
    // Separate interviews: two interviewers split the questions anew for each candidate, so that no question is rated twice.
    const table = panel(SET_3.map((line, c) => line.split(' ').map((block, i) => ((c + i + (c % 3 === 0 ? i : 0)) % 2 === 0 ? `${block[0]}.` : `.${block[1]}`)).join(' ')), crossed); // prettier-ignore
    const study = generalizabilityByReml(table);
    expect([study.status, study.design, study.inResidual]).toEqual(['OK', 'p×i×r', ['pi']]);
    expect(study.components.find(({ component }) => component === 'pi')).toMatchObject({
      used: null,
      estimate: { value: null, status: 'INSUFFICIENT_DATA' },
    });
  });
});

describe('what cannot be had', () => {
  it('is said with the reason', () => {
    const single = tableOf([{ candidate: 'a', rater: 'r', item: 'i', score: 3 }]);
    const oneCandidate = panel(['12 34'], crossed);
    for (const study of [generalizabilityStudy(single), generalizabilityByReml(single)]) {
      expect(study).toMatchObject({ status: 'INSUFFICIENT_DATA', design: null, components: [] });
      expect(study.reason).toContain('second rater');
    }
    for (const study of [generalizabilityStudy(oneCandidate), generalizabilityByReml(oneCandidate)]) {
      expect(study.status).toBe('INSUFFICIENT_DATA');
      expect(study.reason).not.toBeNull();
      for (const { estimate, used, share } of study.components) expect([estimate.value, used, share]).toEqual([null, null, null]);
    }
    // Every candidate has a rater of their own: candidates and raters are one.
    const apart = tableOf(['a', 'b', 'c'].flatMap((name, k) => ['i', 'j'].map((item, i) => ({ candidate: name, rater: `r${k}`, item, score: k + i })))); // prettier-ignore
    for (const study of [generalizabilityStudy(apart), generalizabilityByReml(apart)]) expect(study.status).toBe('INSUFFICIENT_DATA');
  });

  it('is CONSTANT where all ratings are equal, with components of 0', () => {
    const study = generalizabilityStudy(tableFrom(cells(3, 2, 2), Array<number>(12).fill(0.1)));
    expect([study.status, study.hasNegative]).toEqual(['CONSTANT', false]);
    for (const { estimate, share } of study.components) expect([estimate.value, estimate.status, share]).toEqual([0, 'CONSTANT', null]);
    expect(generalizabilityByReml(tableFrom(cells(3, 2, 2), Array<number>(12).fill(0.1))).status).toBe('CONSTANT');
  });

  it('leaves no dust: perfect agreement has components of exactly 0 for everything but candidates', () => {
    const all = cells(4, 3, 3);
    const study = generalizabilityStudy(tableFrom(all, all.map(([c]) => 0.1 + 0.7 * c))); // prettier-ignore
    expect(study.hasNegative).toBe(false);
    for (const { component, estimate } of study.components) {
      if (component !== 'p') expect(estimate.value).toBe(0);
    }
    expect(valueOf(study, 'p')).toBeCloseTo((0.49 * 5) / 3, 12); // the sample variance of 0, .7, 1.4, 2.1
  });
});

describe('the design', () => {
  it('is read off the ratings', () => {
    expect(observedDesign(panel(SET_1, crossed))).toEqual({ design: 'p×i', balanced: true });
    expect(observedDesign(panel(['1234', '2345'], crossed))).toEqual({ design: 'p×r', balanced: true });
    expect(observedDesign(panel(['1234', '23.5'], crossed))).toEqual({ design: 'p×r', balanced: false });
    expect(observedDesign(panel(SET_3, crossed))).toEqual({ design: 'p×i×r', balanced: true });
    expect(observedDesign(panel(['.2 34', '46 57'], crossed))).toEqual({ design: 'p×i×r', balanced: false });
    expect(observedDesign(panel(UNBALANCED, ratersNested))).toEqual({ design: 'p×(r:i)', balanced: false });
    // Each item has one rater and each rater one item: one facet.
    expect(observedDesign(panel(['1 2 3', '2 3 4'], (i) => [`i${i}`, `r${i}`]))).toEqual({ design: 'p×i', balanced: true });
    expect(observedDesign(tableOf([{ candidate: 'a', rater: 'r', item: 'i', score: 3 }])).design).toBeNull();
  });
});
