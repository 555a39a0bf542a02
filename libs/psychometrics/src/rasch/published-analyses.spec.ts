import {
  facetSummary,
  oneParameterLogistic,
  type Rating,
  raschJml,
  raschMap,
  raschMml,
  type RatingTable,
  separation,
  tabulate,
  type RaschElement,
} from '..';
import { BRENNAN, GUILFORD, LSAT6, THREE_MILE_ISLAND } from './published-ratings';

function tableOf(ratings: readonly Rating[], min: number, max: number): RatingTable {
  const read = tabulate(ratings, { scale: { min, max } });
  if (!read.ok) throw new Error(read.error[0]!.message);
  return read.value;
}

const of = (elements: readonly RaschElement[], name: string): RaschElement => elements.find((element) => element.name === name)!;
const printed = (value: number | null, digits: number): string => value!.toFixed(digits).replace(/^-0\.0+$/, '0.00');

/** One rater and one item, every mother a rating of her group: repeated cells, which a table of ratings does not have, folded together. */
function threeMileIsland(): RatingTable {
  const ratings = Object.entries(THREE_MILE_ISLAND).flatMap(([candidate, counts]) =>
    counts.flatMap((count, k) =>
      Array.from({ length: count }, (_, mother) => ({ candidate, rater: 'R', item: `${k}-${mother}`, score: k + 1 })),
    ),
  );
  const table = tableOf(ratings, 1, 3);
  return { ...table, items: ['stress'], item: new Int32Array(table.score.length) };
}

describe('Three Mile Island as Facets 4.1.8 printed it (file 3mile.out)', () => {
  const analysis = raschJml(threeMileIsland());
  // Total score, fair average, measure, model S.E., infit and outfit mean squares, ZStd.
  it.each([
    ['LT5 Winter 1979', 248, '2.16', '0.49', '0.16', 1.16, 1.2],
    ['LT5 Spring 1980', 236, '2.05', '0.16', '0.16', 1.12, 0.9],
    ['LT5 Fall 1981', 245, '2.13', '0.40', '0.16', 1.11, 0.8],
    ['LT5 Fall 1982', 239, '2.08', '0.24', '0.16', 1.19, 1.4],
    ['GT5 Winter 1979', 328, '2.16', '0.49', '0.14', 0.78, -2.1],
    ['GT5 Spring 1980', 293, '1.93', '-0.22', '0.14', 1.19, 1.5],
    ['GT5 Fall 1981', 306, '2.01', '0.04', '0.14', 0.73, -2.4],
    ['GT5 Fall 1982', 302, '1.99', '-0.04', '0.14', 0.86, -1.2],
  ])('%s', (group, score, fair, measure, error, meanSquare, z) => {
    const found = of(analysis.candidates, group);
    expect(found.score).toBe(score);
    expect(printed(found.fairAverage.value, 2)).toBe(fair);
    expect(printed(found.measure.value, 2)).toBe(measure);
    expect(printed(found.conditionalError, 2)).toBe(error);
    // Facets cuts ZStd to one decimal, and prints mean squares from sums that it has rounded: half a unit more.
    for (const figure of [found.fit.infit!, found.fit.outfit!]) expect(Math.abs(figure - meanSquare)).toBeLessThan(0.01);
    for (const figure of [found.fit.infitZ!, found.fit.outfitZ!]) expect(Math.trunc(figure * 10) / 10).toBe(z);
  });

  it('the summary lines, the chi-square and the thresholds', () => {
    const { population, sample, chiSquare, rmse } = separation(analysis.candidates)!;
    expect([rmse, population.trueSd, population.separation, population.strata, population.reliability].map((x) => printed(x, 2))).toEqual([
      '0.15',
      '0.19',
      '1.22',
      '1.97',
      '0.60',
    ]);
    expect([sample.trueSd, sample.separation, sample.strata, sample.reliability].map((x) => printed(x, 2))).toEqual([
      '0.21',
      '1.36',
      '2.15',
      '0.65',
    ]);
    expect([printed(chiSquare.value, 1), chiSquare.degrees]).toEqual(['21.5', 7]);
    expect(analysis.scales[0]!.thresholds.map(({ value }) => printed(value, 2))).toEqual(['-1.44', '1.44']);
    expect(analysis.categoryCounts).toEqual([
      { score: 1, count: 147 },
      { score: 2, count: 713 },
      { score: 3, count: 208 },
    ]);
  });
});

describe('the seven scientists of Guilford', () => {
  const table = tableOf(GUILFORD, 1, 9);
  const analysis = raschJml(table);

  it('as R has them: glm of the Poisson log-linear form (R 4.2.2)', () => {
    const measures = (elements: readonly RaschElement[]) => elements.map(({ measure }) => measure.value!);
    const R = {
      candidates: [-0.1344935073, 0.6008076316, -0.3184573882, -0.5445435599, 0.3776722587, -0.6471558137, 0.224997758],
      raters: [-0.02335326543, 0.1823721003, -0.1590188349],
      items: [-0.2799967098, -0.1470095005, 0.2108555646, -0.3022511624, 0.5184018082],
      thresholds: [-0.6904937739, -2.351990121, 0.8093226582, -1.483745848, 1.718598025, -0.9788957626, 2.392615691, 0.584589131],
    };
    measures(analysis.candidates).forEach((value, k) => expect(value).toBeCloseTo(R.candidates[k]!, 8));
    measures(analysis.raters).forEach((value, k) => expect(value).toBeCloseTo(R.raters[k]!, 8));
    measures(analysis.items).forEach((value, k) => expect(value).toBeCloseTo(R.items[k]!, 8));
    analysis.scales[0]!.thresholds.forEach(({ value }, k) => expect(value).toBeCloseTo(R.thresholds[k]!, 8));
    expect(analysis.residual).toBeLessThan(1e-9);
  });

  it('as Facets charts them in Table 6.2, to one print position', () => {
    const { score, average, measure, conditionalError, infit, outfit } = facetSummary(analysis.candidates);
    expect(Math.abs(score!.mean - 72.5)).toBeLessThan(0.5);
    expect(Math.abs(score!.sd - 14.5)).toBeLessThan(0.5);
    expect(Math.abs(average!.mean - 4.85)).toBeLessThan(0.03);
    expect(Math.abs(average!.sd - 0.95)).toBeLessThan(0.03);
    expect(Math.abs(measure!.sd - 0.425)).toBeLessThan(0.025);
    expect(Math.abs(conditionalError!.mean - 0.18)).toBeLessThan(0.01);
    expect(Math.abs(infit!.mean - 0.99)).toBeLessThan(0.03);
    expect(Math.abs(outfit!.mean - 1)).toBeLessThan(0.03);
  });

  it('with weak priors, as nlminb of R finds them', () => {
    const map = raschMap(table);
    const R = [-0.1277367933, 0.5676945044, -0.3020426496, -0.5160066345, 0.3570782397, -0.6129742405, 0.2127395063];
    map.candidates.forEach(({ measure }, k) => expect(Math.abs(measure.value! - R[k]!)).toBeLessThan(5e-6));
    [-0.02195469194, 0.1715232151, -0.1495685231].forEach((value, k) =>
      expect(Math.abs(map.raters[k]!.measure.value! - value)).toBeLessThan(5e-6),
    );
  });

  it('with the scientists integrated out, as nlminb of R finds them (81 fixed nodes)', () => {
    const marginal = raschMml(table);
    expect(marginal.deviance).toBeCloseTo(350.857687, 4);
    expect(marginal.mean.value).toBeCloseTo(-0.05745, 3);
    expect(marginal.variance.value).toBeCloseTo(0.14328, 3);
    expect(marginal.recommended).toBe(false);
  });
});

describe('ten persons of Brennan, two of them and three items extreme', () => {
  const analysis = raschJml(tableOf(BRENNAN, 0, 1), { fewestForZ: 0 });

  it('takes out extreme scores in turn: who is right throughout, then who is once the hardest item is gone', () => {
    expect(analysis.dropped.map(({ facet, name, kind }) => `${facet} ${name} ${kind}`)).toEqual([
      'candidate P10 MAXIMUM',
      'item I01 MAXIMUM',
      'item I12 MINIMUM',
      'candidate P09 MAXIMUM',
      'item I11 MINIMUM',
    ]);
    expect(analysis.ratings).toBe(72);
  });

  it('measures the others as glm of R does', () => {
    const R = { P01: -3.37854737, P02: -1.24267575, P03: -0.4301185648, P05: 0.3641268154, P07: 1.228332447, P08: 3.413737061 };
    for (const [name, value] of Object.entries(R)) expect(of(analysis.candidates, name).measure.value).toBeCloseTo(value, 7);
    expect(of(analysis.items, 'I08').measure.value).toBeCloseTo(1.612657732, 7);
  });

  it('places extreme scores where 0.3 points are missing, says so, and gives them no fit', () => {
    const { measure, fit, extreme, score, conditionalError } = of(analysis.candidates, 'P10');
    expect([measure.status, extreme, score, fit.n, fit.infit]).toEqual(['EXTREME', 'MAXIMUM', 12, 0, null]);
    const estimated = analysis.items.filter((item) => item.extreme === null);
    const expected = estimated.reduce((sum, item) => sum + 1 / (1 + Math.exp(item.measure.value! - measure.value!)), 0);
    expect(expected).toBeCloseTo(estimated.length - 0.3, 10);
    expect(measure.standardError).toBe(conditionalError);
  });
});

describe('section 6 of the Law School Admission Test', () => {
  it('is as ltm has it: rasch(LSAT) (Rizopoulos 2006, and the help of ltm)', () => {
    let examinee = 0;
    const ratings = Object.entries(LSAT6).flatMap(([answers, count]) =>
      Array.from({ length: count }, () => {
        const candidate = `E${(examinee += 1)}`;
        return [...answers].map((answer, k) => ({ candidate, rater: 'key', item: `Item${k + 1}`, score: Number(answer) }));
      }).flat(),
    );
    const marginal = raschMml(tableOf(ratings, 0, 1));
    const logistic = oneParameterLogistic(marginal);
    expect(printed(logistic.discrimination.value, 4)).toBe('0.7551');
    expect(printed(logistic.logLikelihood, 3)).toBe('-2466.938');
    expect(logistic.difficulties.map(({ measure }) => printed(measure.value, 4))).toEqual([
      '-3.6153',
      '-1.3224',
      '-0.3176',
      '-1.7301',
      '-2.7802',
    ]);
    expect([marginal.recommended, marginal.status, marginal.candidates.length]).toEqual([true, 'OK', 1000]);
    // Its standard error as summary() prints it in the same article.
    expect(printed(logistic.discrimination.standardError, 4)).toBe('0.0694');
  });
});
