import * as fc from 'fast-check';
import {
  type GeneralizabilityStudy,
  type Rating,
  type RatingTable,
  cheapestPanel,
  decisionStudy,
  dependability,
  generalizabilityByReml,
  generalizabilityStudy,
  intraclassCorrelations,
  panelCost,
  tabulate,
} from '..';

function tableOf(lines: readonly string[], nested = false): RatingTable {
  const table = tabulate(
    lines.flatMap((line, c) =>
      line.split(' ').flatMap((block, i) =>
        [...block].flatMap((digit, r): Rating[] => {
          const rater = nested ? `i${i}r${r}` : `r${r}`;
          return digit === '.' ? [] : [{ candidate: `p${c}`, item: `i${i}`, rater, score: Number(digit) }];
        }),
      ),
    ),
  );
  if (!table.ok) throw new Error(table.error[0]?.message);
  return table.value;
}
const round = (value: number | null | undefined, digits: number): number => Number(value?.toFixed(digits));

/** R. L. Brennan (2001), Generalizability Theory, Springer: synthetic data sets 1, 3 and 4. */
const SET_1 = ['1 0 1 0 0 0 0 0 0 0 0 0', '1 1 1 0 0 1 0 0 0 0 0 0', '1 1 1 1 1 0 0 0 0 0 0 0', '1 1 0 1 1 0 0 1 0 0 0 0', '1 1 1 1 1 0 1 0 0 0 0 0', '1 1 1 0 1 1 1 0 0 0 0 0', '1 1 1 1 1 1 1 0 0 0 0 0', '1 1 1 1 0 1 1 1 1 1 0 0', '1 1 1 1 1 1 1 1 1 1 1 0', '1 1 1 1 1 1 1 1 1 1 1 1']; // prettier-ignore
const SET_3 = ['22 65 75 55', '46 57 65 77', '55 54 45 65', '55 97 87 66', '44 35 56 64', '46 44 47 78', '22 67 67 55', '36 46 46 54', '05 55 45 53', '66 88 78 66']; // prettier-ignore
const SET_4 = ['5655 5345 6733', '9377 7555 7752', '3433 5335 6516', '7553 3143 5335', '9297 7737 2753', '3435 3363 4512', '7377 7557 5554', '5857 7554 3211', '9988 6665 5811', '4443 3565 5711']; // prettier-ignore
/** P. E. Shrout & J. L. Fleiss (1979), Psychological Bulletin 86, table 2. */
const SHROUT_FLEISS = ['9258', '6132', '8468', '7126', '9569', '6247'];

const one = (study: GeneralizabilityStudy, interviewers: number, questions: number) =>
  decisionStudy(study, { interviewers: [interviewers], questions: [questions] })[0]!;

describe('published projections', () => {
  it('of p × i for 5, 10, 15 and 20 items: Brennan, table 2.3', () => {
    const rows = decisionStudy(generalizabilityStudy(tableOf(SET_1)), { questions: [5, 10, 15, 20] });
    // Printed from components of four decimals, so that the third decimal can differ by one.
    const printed = [[0.693, 0.586], [0.819, 0.74], [0.871, 0.81], [0.901, 0.85]]; // prettier-ignore
    rows.forEach(({ g, phi }, k) => {
      expect(Math.abs(g.value! - printed[k]![0]!)).toBeLessThan(0.0011);
      expect(Math.abs(phi.value! - printed[k]![1]!)).toBeLessThan(0.0011);
    });
  });

  it('of p × i × o for 4 items and 2 occasions: .64 and .55 (Brennan, section 4.1)', () => {
    const { g, phi } = one(generalizabilityStudy(tableOf(SET_3)), 2, 4);
    expect([round(g.value, 2), round(phi.value, 2)]).toEqual([0.64, 0.55]);
  });

  it('of p × (r:t) for 3 tasks with 4 raters each: .55 and .46 (Brennan, section 4.2)', () => {
    const { g, phi } = one(generalizabilityStudy(tableOf(SET_4, true)), 4, 3);
    expect([round(g.value, 2), round(phi.value, 2)]).toEqual([0.55, 0.46]);
  });

  it('of p × r are the intraclass correlations of Shrout and Fleiss: .29 .71 for one judge, .62 .91 for four', () => {
    const study = generalizabilityStudy(tableOf(SHROUT_FLEISS));
    const forms = intraclassCorrelations(tableOf(SHROUT_FLEISS)).forms;
    const [single, average] = [one(study, 1, 1), one(study, 4, 1)];
    expect(single.phi.value).toBeCloseTo(forms['2,1'].estimate.value!, 12);
    expect(single.g.value).toBeCloseTo(forms['3,1'].estimate.value!, 12);
    expect(average.phi.value).toBeCloseTo(forms['2,k'].estimate.value!, 12);
    expect(average.g.value).toBeCloseTo(forms['3,k'].estimate.value!, 12);
  });
});

describe('the arithmetic of a panel', () => {
  const components = { p: 1, i: 0.3, r: 0.2, pi: 0.4, pr: 0.5, ir: 0.1, residual: 0.6 };

  it('divides each component by what it is averaged over', () => {
    const together = dependability('p×i×r', components, { interviewers: 2, questions: 5 });
    expect(together.relativeError).toBeCloseTo(0.4 / 5 + 0.5 / 2 + 0.6 / 10, 14);
    expect(together.absoluteError).toBeCloseTo(together.relativeError + 0.3 / 5 + 0.2 / 2 + 0.1 / 10, 14);
    expect(together.phi).toBeCloseTo(1 / (1 + together.absoluteError), 14);
  });

  it('averages questions over all of them where every interviewer asks their own', () => {
    const apart = dependability('p×i×r', components, { interviewers: 2, questions: 5 }, 'SEPARATELY');
    expect(apart.relativeError).toBeCloseTo(0.4 / 10 + 0.5 / 2 + 0.6 / 10, 14);
    expect(apart.absoluteError).toBeCloseTo(apart.relativeError + 0.3 / 10 + 0.2 / 2 + 0.1 / 10, 14);
    // Brennan (2001), section 4.2: p × (I:R) from the components of p × i × r, with i:r = i + ir and pi:r = pi + pir.
    const nested = { p: 1, r: 0.2, 'i:r': 0.4, pr: 0.5, residual: 1 };
    expect(dependability('p×(i:r)', nested, { interviewers: 2, questions: 5 })).toEqual({ ...apart, absoluteError: expect.closeTo(apart.absoluteError, 12), relativeError: expect.closeTo(apart.relativeError, 12), g: expect.closeTo(apart.g!, 12), phi: expect.closeTo(apart.phi!, 12) }); // prettier-ignore
  });

  it('uses 0 for what is below it, and is undefined where nothing varies', () => {
    expect(dependability('p×r', { p: 1, r: -3, residual: 1 }, { interviewers: 1, questions: 1 }).phi).toBe(0.5);
    expect(dependability('p×r', { p: -1, r: 1, residual: 1 }, { interviewers: 1, questions: 1 })).toMatchObject({ g: 0, phi: 0 });
    expect(dependability('p×r', { p: 0, residual: 0 }, { interviewers: 1, questions: 1 })).toMatchObject({ g: null, phi: null });
    expect(() => dependability('p×r', components, { interviewers: 0, questions: 1 })).toThrow(RangeError);
  });

  it('never falls with another interviewer or question, and phi is never above g', () => {
    const part = fc.double({ min: 0, max: 5, noNaN: true });
    const size = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(part, part, part, part, part, part, part, size, size, (p, i, r, pi, pr, ir, residual, n, m) => {
        const of = (interviewers: number, questions: number) =>
          dependability('p×i×r', { p: p + 0.01, i, r, pi, pr, ir, residual }, { interviewers, questions });
        const here = of(n, m);
        for (const more of [of(n + 1, m), of(n, m + 1)]) {
          expect(more.g).toBeGreaterThanOrEqual(here.g!);
          expect(more.phi).toBeGreaterThanOrEqual(here.phi!);
        }
        expect(here.phi).toBeLessThanOrEqual(here.g!);
      }),
    );
  });
});

describe('the intervals', () => {
  it('are the exact F intervals where there are such: g of p × r', () => {
    const forms = intraclassCorrelations(tableOf(SHROUT_FLEISS)).forms;
    const study = generalizabilityStudy(tableOf(SHROUT_FLEISS));
    const of = (interviewers: number) => decisionStudy(study, { interviewers: [interviewers], draws: 100_000 })[0]!.g.interval!;
    // .3425 to .9459 for one judge and .6757 to .9859 for four, as R's psych prints.
    expect(of(1).lower).toBeCloseTo(forms['3,1'].estimate.interval!.lower, 1.9);
    expect(of(1).upper).toBeCloseTo(forms['3,1'].estimate.interval!.upper, 2);
    expect(of(4).lower).toBeCloseTo(forms['3,k'].estimate.interval!.lower, 1.9);
    expect(of(4).upper).toBeCloseTo(forms['3,k'].estimate.interval!.upper, 2);
  });

  it('come near those of Shrout and Fleiss for phi: .019 to .761 with one judge', () => {
    const { phi } = decisionStudy(generalizabilityStudy(tableOf(SHROUT_FLEISS)), { interviewers: [1], draws: 20_000 })[0]!;
    expect(phi.interval?.lower).toBeCloseTo(0.019, 1);
    expect(phi.interval?.upper).toBeCloseTo(0.761, 1);
  });

  it('are the same on every run, and others with another seed', () => {
    const study = generalizabilityStudy(tableOf(SET_3));
    const [first, again, other] = [7, 7, 8].map(
      (seed) => decisionStudy(study, { interviewers: [2], questions: [4], seed })[0]!.phi.interval,
    );
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('exist for REML, and hold the estimate', () => {
    const table = tableOf(SET_3.map((line, c) => (c % 3 === 0 ? line.replace(/^../, '.5') : line)));
    const reml = decisionStudy(generalizabilityByReml(table), { interviewers: [1, 3], questions: [2, 8] });
    for (const { g, phi } of reml) {
      for (const { value, interval } of [g, phi]) {
        expect(interval!.lower).toBeGreaterThanOrEqual(0);
        expect(interval!.upper).toBeLessThanOrEqual(1);
        expect(interval!.lower).toBeLessThan(value!);
        expect(interval!.upper).toBeGreaterThan(value!);
      }
    }
    const analogous = decisionStudy(generalizabilityStudy(table), { interviewers: [3], questions: [8] })[0]!;
    expect(analogous.phi.value).not.toBeNull();
    expect(analogous.phi.interval).toBeNull();
  });
});

describe('the table of panels', () => {
  it('has 1 to 8 interviewers by 1 to 20 questions, in order, all finite', () => {
    const rows = decisionStudy(generalizabilityStudy(tableOf(SET_3)), { draws: 200 });
    expect(rows.map(({ interviewers, questions }) => [interviewers, questions])).toEqual(
      Array.from({ length: 160 }, (_, k) => [Math.floor(k / 20) + 1, (k % 20) + 1]),
    );
    for (const { g, phi, standardErrorOfMeasurement, absoluteError, cost } of rows) {
      for (const figure of [g.value, phi.value, absoluteError, phi.interval?.lower, g.interval?.upper])
        expect(Number.isFinite(figure)).toBe(true);
      expect(standardErrorOfMeasurement! ** 2).toBeCloseTo(absoluteError!, 12);
      expect(cost).toBeNull();
    }
  });

  it('says nothing of a facet that the study did not have', () => {
    expect(decisionStudy(generalizabilityStudy(tableOf(SHROUT_FLEISS)), { draws: 100 }).map(({ questions }) => questions)).toEqual(
      Array(8).fill(1),
    );
    expect(decisionStudy(generalizabilityStudy(tableOf(SET_1)), { draws: 100 }).map(({ interviewers }) => interviewers)).toEqual(
      Array(20).fill(1),
    );
  });

  it('gives every figure the status of a study that has none', () => {
    const rows = decisionStudy(generalizabilityStudy(tableOf(['12 34'])), { interviewers: [2], questions: [2] });
    expect(rows[0]).toMatchObject({
      g: { value: null, status: 'INSUFFICIENT_DATA' },
      relativeError: null,
      standardErrorOfMeasurement: null,
    });
    const nothing = decisionStudy(generalizabilityStudy(tableOf(['1'])), { interviewers: [2], questions: [2] });
    expect(nothing[0]?.phi.status).toBe('INSUFFICIENT_DATA');
    const constant = decisionStudy(generalizabilityStudy(tableOf(['33', '33'])), { interviewers: [2] });
    expect(constant[0]).toMatchObject({ g: { value: null, status: 'CONSTANT' }, phi: { value: null, status: 'CONSTANT' } });
  });

  it('is 1 without an interval for perfect agreement', () => {
    const [row] = decisionStudy(generalizabilityStudy(tableOf(['22', '44', '33'])), { interviewers: [2] });
    expect(row).toMatchObject({ g: { value: 1, interval: null }, phi: { value: 1, interval: null }, absoluteError: 0 });
  });

  it('is cautious about what the study could not tell from chance', () => {
    const split = SET_3.map((line, c) => line.split(' ').map((block, i) => ((c + i + (c % 3 === 0 ? i : 0)) % 2 === 0 ? `${block[0]}.` : `.${block[1]}`)).join(' ')); // prettier-ignore
    const study = generalizabilityByReml(tableOf(split));
    expect(study.inResidual).toEqual(['pi']);
    const used = Object.fromEntries(study.components.map((component) => [component.component, component.used]));
    // The residual may all be candidate by question: then another interviewer on the same questions does not average it out.
    const worst = dependability('p×i×r', { ...used, pi: used.residual, residual: 0 }, { interviewers: 3, questions: 4 });
    expect(one(study, 3, 4).relativeError).toBeCloseTo(worst.relativeError, 12);
    // Questions of one's own are all averaged over, so that there it makes no difference.
    const apart = decisionStudy(study, { interviewers: [3], questions: [4], arrangement: 'SEPARATELY' })[0]!;
    expect(apart.relativeError).toBeCloseTo(
      dependability('p×i×r', used, { interviewers: 3, questions: 4 }, 'SEPARATELY').relativeError,
      12,
    );
  });

  it('refuses what cannot be', () => {
    const study = generalizabilityStudy(tableOf(SET_3));
    for (const options of [{ level: 1 }, { draws: 10 }, { draws: 1000.5 }, { interviewers: [0] }, { questions: [NaN] }]) {
      expect(() => decisionStudy(study, options)).toThrow(RangeError);
    }
    expect(() => decisionStudy(study, { cost: { minutesPerQuestion: -1, hourlyCost: 80 } })).toThrow(RangeError);
  });
});

describe('what it costs', () => {
  it('counts every interviewer’s time, and the candidate’s once or as often as they are seen', () => {
    const cost = { minutesPerQuestion: 10, hourlyCost: 90, minutesPerInterview: 20 };
    expect(panelCost({ interviewers: 3, questions: 4 }, 'TOGETHER', cost)).toEqual({ interviewerHours: 3, candidateHours: 1, cost: 270 });
    expect(panelCost({ interviewers: 3, questions: 4 }, 'SEPARATELY', cost)).toEqual({ interviewerHours: 3, candidateHours: 3, cost: 270 });
    expect(() => panelCost({ interviewers: 3, questions: Infinity }, 'TOGETHER', cost)).toThrow(RangeError);
  });

  it('finds the cheapest panel that reaches a target, or none', () => {
    const study = generalizabilityStudy(tableOf(SET_3));
    const panels = decisionStudy(study, { draws: 400, cost: { minutesPerQuestion: 6, hourlyCost: 100 } });
    const best = cheapestPanel(panels, { atLeast: 0.7 })!;
    const reaching = panels.filter(({ phi }) => phi.value! >= 0.7);
    expect(best.phi.value).toBeGreaterThanOrEqual(0.7);
    expect(best.cost?.cost).toBe(Math.min(...reaching.map(({ cost }) => cost!.cost)));
    expect(cheapestPanel([...panels].reverse(), { atLeast: 0.7 })).toBe(best);
    const forRanking = cheapestPanel(panels, { atLeast: 0.7, coefficient: 'g' })!;
    expect(forRanking.cost!.cost).toBeLessThan(best.cost!.cost);
    const tests = decisionStudy(generalizabilityStudy(tableOf(SET_1)), { cost: { minutesPerQuestion: 6, hourlyCost: 100 } });
    const surely = cheapestPanel(tests, { atLeast: 0.5, surely: true })!;
    expect(surely.phi.interval!.lower).toBeGreaterThanOrEqual(0.5);
    expect(surely.cost!.cost).toBeGreaterThan(cheapestPanel(tests, { atLeast: 0.5 })!.cost!.cost);
    expect(cheapestPanel(panels, { atLeast: 0.99 })).toBeNull();
    expect(cheapestPanel([], { atLeast: 0.8 })).toBeNull();
    expect(() => cheapestPanel(panels, { atLeast: 1 })).toThrow(RangeError);
    expect(() => cheapestPanel(decisionStudy(study, { draws: 100 }), { atLeast: 0.5 })).toThrow(RangeError);
  });
});
