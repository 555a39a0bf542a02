import * as fc from 'fast-check';
import { type ItemFact, type RatingFact, weightedMeanFigures } from '.';
import { recommend } from '../scorecards';

const items: readonly ItemFact[] = [
  {
    itemId: 'q1',
    criteria: [
      { criterionId: 'a', competency: 'spark', weight: 60 },
      { criterionId: 'b', competency: 'governance', weight: 40 },
    ],
  },
  { itemId: 'q2', criteria: [{ criterionId: 'c', competency: 'spark', weight: 1 }] },
];
const rate = (
  raterId: string,
  itemId: string,
  criterionId: string,
  level: number | null,
  seat: RatingFact['seat'] = 'INTERVIEWER',
): RatingFact => ({
  raterId,
  seat,
  itemId,
  criterionId,
  level,
});
const ratings: readonly RatingFact[] = [
  rate('ana', 'q1', 'a', 4, 'LEAD'),
  rate('ana', 'q1', 'b', 2, 'LEAD'),
  rate('ana', 'q2', 'c', 5, 'LEAD'),
  rate('bo', 'q1', 'a', 3),
  rate('bo', 'q1', 'b', null),
  rate('bo', 'q2', 'c', 4),
  rate('cy', 'q1', 'a', 1, 'SHADOW'),
  rate('cy', 'q1', 'b', 1, 'SHADOW'),
  rate('cy', 'q2', 'c', 1, 'SHADOW'),
];
const weights = { spark: 50, governance: 30, kafka: 20 };

/** t(0.975) with one degree of freedom, NIST table. */
const T1 = 12.7062;

describe('the figures of a loop', () => {
  const figures = weightedMeanFigures(ratings, items, weights);
  const competency = (slug: string) => figures.competencies.find((one) => one.competency === slug)?.estimate;

  it('by item: criterion weights renormalised over what each rater rated, then the mean over raters', () => {
    // ana (60 x 4 + 40 x 2) / 100 = 3.2; bo 3 (b not observed); mean 3.1.
    // s = 0.2 / sqrt 2, standard error s / sqrt 2 = 0.1.
    const [q1, q2] = figures.items;
    expect(q1).toMatchObject({ itemId: 'q1', estimate: { n: 3, raters: 2, status: 'OK' } });
    expect(q1?.estimate.value).toBeCloseTo(3.1, 12);
    expect(q1?.estimate.standardError).toBeCloseTo(0.1, 12);
    expect(q1?.estimate.interval?.lower).toBeCloseTo(3.1 - T1 * 0.1, 4);
    expect(q1?.estimate.interval?.upper).toBeCloseTo(3.1 + T1 * 0.1, 4);
    expect(q2?.estimate.value).toBe(4.5);
  });

  it('by competency: raters within item and criterion, then across by the share of the criterion', () => {
    // spark: q1 a mean 3.5 share .6, q2 c mean 4.5 share 1: (2.1 + 4.5) / 1.6 = 4.125.
    // Raters: ana (.6 x 4 + 5) / 1.6 = 4.625, bo (.6 x 3 + 4) / 1.6 = 3.625; s = 1 / sqrt 2, standard error 0.5.
    expect(competency('spark')?.value).toBeCloseTo(4.125, 12);
    expect(competency('spark')?.standardError).toBeCloseTo(0.5, 12);
    expect(competency('spark')).toMatchObject({ n: 4, raters: 2, status: 'OK' });
    // governance: one rating of one rater: the value stands, no interval.
    expect(competency('governance')).toMatchObject({
      value: 2,
      standardError: null,
      interval: null,
      n: 1,
      raters: 1,
      status: 'OK',
    });
    expect(competency('kafka')).toMatchObject({ value: null, n: 0, raters: 0, status: 'INSUFFICIENT_DATA' });
  });

  it('overall: weights renormalised over the rated competencies, and how much of the weight that is', () => {
    // (50 x 4.125 + 30 x 2) / 80 = 3.328125; raters: ana (50 x 4.625 + 30 x 2) / 80 = 3.640625, bo 3.625.
    expect(figures.overall.value).toBeCloseTo(3.328125, 12);
    expect(figures.overall.standardError).toBeCloseTo((3.640625 - 3.625) / 2, 12);
    expect(figures.ratedWeightShare).toBeCloseTo(0.8, 12);
    expect(figures.unratedCompetencies).toEqual(['kafka']);
    expect(figures.overall).toMatchObject({ n: 5, raters: 2, status: 'OK' });
  });

  it('agrees to the bit with the total that the registered rule is applied to', () => {
    const estimates = new Map(figures.competencies.map((one) => [one.competency, one.estimate]));
    const rule = {
      method: 'WEIGHTED_MEAN',
      competencyWeights: weights,
      mustHaves: [],
      cutOffs: { hire: 3 },
      missing: 'REPORT',
      scale: { min: 1, max: 5 },
    } as const;
    const computed = recommend(rule, estimates);
    expect(computed.total).toBe(figures.overall.value);
    expect(computed.ratedWeightShare).toBe(figures.ratedWeightShare);
    expect(computed.unrated).toEqual(figures.unratedCompetencies);
  });

  it('does not pool: an item that more people rated counts no more', () => {
    // Item x: 5, 5, 5, 5; item y: 1. Pooled 21 / 5 = 4.2, two-stage (5 + 1) / 2 = 3.
    const two = ['x', 'y'].map((itemId) => ({
      itemId,
      criteria: [{ criterionId: 'c', competency: 'spark', weight: 1 }],
    }));
    const facts = [...['a', 'b', 'c', 'd'].map((rater) => rate(rater, 'x', 'c', 5)), rate('a', 'y', 'c', 1)];
    expect(weightedMeanFigures(facts, two, { spark: 1 }).overall.value).toBe(3);
  });

  it('never counts what was not rated: 4, 4 and nothing make 4', () => {
    const one = [{ itemId: 'x', criteria: [{ criterionId: 'c', competency: 'spark', weight: 1 }] }];
    const facts = [rate('a', 'x', 'c', 4), rate('b', 'x', 'c', 4), rate('c', 'x', 'c', null)];
    expect(weightedMeanFigures(facts, one, { spark: 1 }).overall).toMatchObject({
      value: 4,
      standardError: null,
      interval: null,
      n: 2,
      raters: 2,
      status: 'CONSTANT',
    });
  });

  it('shows a competency without weight and leaves it out of the total', () => {
    const { overall, competencies, ratedWeightShare } = weightedMeanFigures(ratings, items, { governance: 1 });
    expect(competencies.map((one) => [one.competency, one.weight])).toEqual([
      ['governance', 1],
      ['spark', null],
    ]);
    expect(overall).toMatchObject({ value: 2, n: 1, raters: 1 });
    expect(ratedWeightShare).toBe(1);
  });

  it('has no figure without ratings', () => {
    const empty = weightedMeanFigures([], items, weights);
    for (const estimate of [empty.overall, ...empty.items.map((one) => one.estimate)]) {
      expect(estimate).toMatchObject({
        value: null,
        standardError: null,
        interval: null,
        n: 0,
        status: 'INSUFFICIENT_DATA',
      });
    }
    expect(empty.ratedWeightShare).toBe(0);
  });

  it('throws on what only a programmer can get wrong', () => {
    expect(() => weightedMeanFigures([rate('a', 'q9', 'a', 3)], items, weights)).toThrow(RangeError);
    expect(() => weightedMeanFigures([rate('a', 'q1', 'a', 3), rate('a', 'q1', 'a', 4)], items, weights)).toThrow(RangeError);
    expect(() => weightedMeanFigures([rate('a', 'q1', 'a', NaN)], items, weights)).toThrow(RangeError);
    expect(() => weightedMeanFigures([], [...items, ...items], weights)).toThrow(RangeError);
    expect(() => weightedMeanFigures([], [{ itemId: 'x', criteria: [{ criterionId: 'c', competency: 's', weight: 0 }] }], weights)).toThrow(
      RangeError,
    );
  });
});

const RATERS = ['ana', 'bo', 'cy', 'di', 'eva'];
const loops = fc.record({
  items: fc.uniqueArray(fc.constantFrom('i1', 'i2', 'i3', 'i4'), { minLength: 1 }).chain((ids) =>
    fc.tuple(
      ...ids.map((itemId) =>
        fc
          .array(fc.record({ competency: fc.constantFrom('s', 'g', 'k'), weight: fc.integer({ min: 1, max: 97 }) }), {
            minLength: 1,
            maxLength: 3,
          })
          .map((criteria): ItemFact => ({
            itemId,
            criteria: criteria.map((one, index) => ({ criterionId: `c${index}`, ...one })),
          })),
      ),
    ),
  ),
  levels: fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }), { minLength: 60, maxLength: 60 }),
  weights: fc.record({
    s: fc.integer({ min: 0, max: 60 }),
    g: fc.integer({ min: 0, max: 60 }),
    k: fc.integer({ min: 1, max: 60 }),
  }),
});
type Loop = typeof loops extends fc.Arbitrary<infer T> ? T : never;

const factsOf = ({ items: list, levels }: Loop): RatingFact[] => {
  let next = 0;
  return list.flatMap(({ itemId, criteria }) =>
    criteria.flatMap(({ criterionId }) =>
      RATERS.map((raterId) => rate(raterId, itemId, criterionId, levels[next++ % levels.length] ?? null)),
    ),
  );
};

describe('figures in general', () => {
  it('change no bit with the order of ratings, items, criteria and weights', () => {
    fc.assert(
      fc.property(loops, (loop) => {
        const facts = factsOf(loop);
        const turned = loop.items.map((item) => ({ ...item, criteria: [...item.criteria].reverse() })).reverse();
        const turnedWeights = Object.fromEntries(Object.entries(loop.weights).reverse());
        expect(weightedMeanFigures([...facts].reverse(), turned, turnedWeights)).toEqual(
          weightedMeanFigures(facts, loop.items, loop.weights),
        );
      }),
    );
  });

  it('change in nothing by shadows and by what was not observed', () => {
    fc.assert(
      fc.property(loops, (loop) => {
        const facts = factsOf(loop);
        const shadows = facts.map((fact) => ({
          ...fact,
          raterId: `shadow of ${fact.raterId}`,
          seat: 'SHADOW' as const,
          level: 1,
        }));
        const without = facts.filter(({ level }) => level !== null);
        const figures = weightedMeanFigures(facts, loop.items, loop.weights);
        expect(weightedMeanFigures([...shadows, ...facts], loop.items, loop.weights)).toEqual(figures);
        expect(weightedMeanFigures(without, loop.items, loop.weights)).toEqual(figures);
      }),
    );
  });

  it('change in nothing but rounding by the size of the weights', () => {
    fc.assert(
      fc.property(loops, (loop) => {
        const facts = factsOf(loop);
        const scaled = loop.items.map((item) => ({
          ...item,
          criteria: item.criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * 7 })),
        }));
        const one = weightedMeanFigures(facts, loop.items, loop.weights).overall.value;
        const other = weightedMeanFigures(facts, scaled, loop.weights).overall.value;
        expect(other === null).toBe(one === null);
        if (one !== null) expect(other).toBeCloseTo(one, 12);
      }),
    );
  });

  it('stay on the scale, and are null exactly where nothing was rated', () => {
    fc.assert(
      fc.property(loops, (loop) => {
        const figures = weightedMeanFigures(factsOf(loop), loop.items, loop.weights);
        const estimates = [figures.overall, ...figures.items.map((i) => i.estimate), ...figures.competencies.map((c) => c.estimate)];
        for (const { value, n, raters, status, standardError, interval } of estimates) {
          expect(value === null).toBe(n === 0);
          expect(status === 'INSUFFICIENT_DATA').toBe(n === 0);
          if (value !== null) expect(value).toBeGreaterThanOrEqual(1);
          if (value !== null) expect(value).toBeLessThanOrEqual(5);
          expect(interval === null).toBe(standardError === null);
          expect(standardError !== null).toBe(status === 'OK' && raters > 1);
        }
      }),
    );
  });

  it('of a panel that agrees on one level are that level, exactly', () => {
    fc.assert(
      fc.property(loops, fc.integer({ min: 1, max: 5 }), (loop, level) => {
        const facts = factsOf(loop).map((fact) => ({ ...fact, level }));
        const figures = weightedMeanFigures(facts, loop.items, loop.weights);
        if (figures.overall.value !== null) expect(figures.overall).toMatchObject({ value: level, status: 'CONSTANT' });
        for (const { estimate } of figures.items) expect(estimate).toMatchObject({ value: level, status: 'CONSTANT' });
      }),
    );
  });
});
