import type { Estimate } from '@touchstone/kernel';
import * as fc from 'fast-check';
import type { ScoringRule } from '../kits';
import { RECOMMENDATIONS, checkDecision, driftOf, isOverride, recommend } from '.';

const figure = (value: number | null): Estimate => ({
  value,
  standardError: null,
  interval: null,
  n: value === null ? 0 : 2,
  raters: value === null ? 0 : 2,
  method: 'test',
  status: value === null ? 'INSUFFICIENT_DATA' : 'OK',
});
const figures = (values: Readonly<Record<string, number | null>>): ReadonlyMap<string, Estimate> =>
  new Map(Object.entries(values).map(([slug, value]) => [slug, figure(value)]));

const rule: ScoringRule = {
  method: 'WEIGHTED_MEAN',
  competencyWeights: { spark: 50, governance: 30, kafka: 20 },
  mustHaves: [{ competency: 'governance', minimum: 3 }],
  cutOffs: { strongHire: 4.25, hire: 3.5 },
  missing: 'REPORT',
  scale: { min: 1, max: 5 },
};
const outcome = (values: Readonly<Record<string, number | null>>, over: Partial<ScoringRule> = {}): string => {
  const { recommendation, basis } = recommend({ ...rule, ...over }, figures(values));
  return `${recommendation} ${basis}`;
};

describe('the registered rule', () => {
  it('holds the total against the cut-offs', () => {
    // (50 x 4 + 30 x 3 + 20 x 3) / 100 = 3.5: on the cut-off is enough.
    expect(outcome({ spark: 4, governance: 3, kafka: 3 })).toBe('HIRE CUT_OFF');
    // (200 + 90 + 58) / 100 = 3.48
    expect(outcome({ spark: 4, governance: 3, kafka: 2.9 })).toBe('NO_HIRE CUT_OFF');
    // (225 + 120 + 80) / 100 = 4.25
    expect(outcome({ spark: 4.5, governance: 4, kafka: 4 })).toBe('STRONG_HIRE CUT_OFF');
    expect(outcome({ spark: 4.5, governance: 4, kafka: 4 }, { cutOffs: { hire: 3.5 } })).toBe('HIRE CUT_OFF');
  });

  it('meets a cut-off whatever the binary rounding of the weights', () => {
    // 0.01 x 1 + 0.37 x 3 + 0.62 x 4 = 3.6, in doubles 3.5999999999999996; 0.01 x 1 + 0.12 x 3 + 0.87 x 4 = 3.85 likewise.
    const weights = (spark: number, governance: number, kafka: number) => ({
      competencyWeights: { spark, governance, kafka },
      mustHaves: [{ competency: 'governance', minimum: 3 }],
    });
    const values = { spark: 1, governance: 3, kafka: 4 };
    expect(outcome(values, { ...weights(0.01, 0.37, 0.62), cutOffs: { hire: 3.6 } })).toBe('HIRE CUT_OFF');
    expect(outcome(values, { ...weights(0.01, 0.12, 0.87), cutOffs: { hire: 3, strongHire: 3.85 } })).toBe('STRONG_HIRE CUT_OFF');
    expect(outcome(values, { ...weights(0.01, 0.37, 0.62), cutOffs: { hire: 3.600001 } })).toBe('NO_HIRE CUT_OFF');
  });

  it('lets a failed must-have decide, with its figures', () => {
    const computed = recommend(rule, figures({ spark: 5, governance: 2.75, kafka: 5 }));
    expect(computed).toMatchObject({
      recommendation: 'NO_HIRE',
      basis: 'MUST_HAVE_FAILED',
      mustHaves: [{ competency: 'governance', minimum: 3, value: 2.75, met: false }],
      ratedWeightShare: 1,
      unrated: [],
    });
    expect(outcome({ spark: 5, governance: 2.75, kafka: null })).toBe('NO_HIRE MUST_HAVE_FAILED');
  });

  it('does not take an unrated must-have for met or failed', () => {
    expect(outcome({ spark: 5, kafka: 5 })).toBe('NOT_DECIDABLE MUST_HAVE_UNRATED');
    expect(recommend(rule, figures({ spark: 5 })).mustHaves).toEqual([{ competency: 'governance', minimum: 3, value: null, met: null }]);
  });

  it('reports what is missing, or lets it block', () => {
    // (50 x 4 + 30 x 4) / 80 = 4; share .8
    const computed = recommend(rule, figures({ spark: 4, governance: 4, kafka: null }));
    expect(computed).toMatchObject({ recommendation: 'HIRE', total: 4, unrated: ['kafka'] });
    expect(computed.ratedWeightShare).toBeCloseTo(0.8, 14);
    expect(outcome({ spark: 4, governance: 4 }, { missing: 'BLOCK' })).toBe('NOT_DECIDABLE RATING_MISSING');
    expect(outcome({ spark: 4, governance: 2 }, { missing: 'BLOCK' })).toBe('NOT_DECIDABLE RATING_MISSING');
    expect(outcome({ spark: 4, governance: 4, kafka: 4 }, { missing: 'BLOCK' })).toBe('HIRE CUT_OFF');
    expect(outcome({ spark: 4 }, { competencyWeights: { spark: 1, kafka: 0 }, mustHaves: [], missing: 'BLOCK' })).toBe('HIRE CUT_OFF');
  });

  it('says nothing where nothing is rated', () => {
    expect(outcome({}, { mustHaves: [] })).toBe('NOT_DECIDABLE NOTHING_RATED');
    expect(recommend(rule, new Map())).toMatchObject({
      total: null,
      ratedWeightShare: 0,
      unrated: ['governance', 'kafka', 'spark'],
    });
    expect(outcome({ constructor: 5 }, { mustHaves: [] })).toBe('NOT_DECIDABLE NOTHING_RATED');
  });

  it('never turns worse when a rated competency turns better', () => {
    const level = fc.option(fc.double({ min: 1, max: 5, noNaN: true }), { nil: null });
    const order = ['NO_HIRE', 'HIRE', 'STRONG_HIRE'];
    fc.assert(
      fc.property(
        fc.record({ spark: level, governance: level, kafka: level }),
        fc.constantFrom('spark', 'governance', 'kafka'),
        (values, slug) => {
          const value = values[slug as 'spark'];
          fc.pre(value !== null);
          const before = recommend(rule, figures(values)).recommendation;
          const after = recommend(rule, figures({ ...values, [slug]: Math.min(5, (value ?? 1) + 0.5) })).recommendation;
          if (before !== 'NOT_DECIDABLE' && after !== 'NOT_DECIDABLE')
            expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
        },
      ),
    );
  });
});

describe('a decision', () => {
  it('is an override where it differs from the rule', () => {
    expect(RECOMMENDATIONS.map((computed) => [computed, isOverride(computed, 'HIRE'), isOverride(computed, 'NO_HIRE')])).toEqual([
      ['STRONG_HIRE', false, true],
      ['HIRE', false, true],
      ['NO_HIRE', true, false],
      ['NOT_DECIDABLE', true, true],
    ]);
  });

  it('needs a reason then', () => {
    expect(checkDecision('HIRE', 'HIRE', null)).toEqual({ ok: true, value: null });
    expect(checkDecision('HIRE', 'HIRE', ' strong on governance ')).toEqual({
      ok: true,
      value: 'strong on governance',
    });
    expect(checkDecision('HIRE', 'NO_HIRE', ' ')).toMatchObject({ ok: false, error: { path: ['input', 'reason'] } });
    expect(checkDecision('NOT_DECIDABLE', 'NO_HIRE', null).ok).toBe(false);
    expect(checkDecision('NO_HIRE', 'HIRE', 'the panel erred on the case')).toMatchObject({ ok: true });
  });
});

describe('drift', () => {
  const pair = (first: number | 'NOT_OBSERVED', second: number | 'NOT_OBSERVED', othersFirst: number | null = 3) => ({
    memberId: 'ana',
    itemId: 'q1',
    criterionId: 'a',
    first,
    second,
    othersFirst,
  });

  it('says how far and which way second ratings moved', () => {
    // Changes +1, -2, 0, +2: mean .25, absolute 1.25. Towards 3: 2 to 3 yes, 5 to 3 yes, 2 to 4 neither, 3 to 3 unmoved.
    const drift = driftOf([
      pair(2, 3),
      pair(5, 3),
      pair(3, 3),
      pair(2, 4),
      pair('NOT_OBSERVED', 4),
      pair(4, 'NOT_OBSERVED'),
      pair('NOT_OBSERVED', 'NOT_OBSERVED'),
    ]);
    expect(drift.ratings.map(({ kind }) => kind)).toEqual([
      'RAISED',
      'LOWERED',
      'SAME',
      'RAISED',
      'NOW_OBSERVED',
      'NOW_NOT_OBSERVED',
      'SAME',
    ]);
    expect(drift).toMatchObject({ meanChange: 0.25, meanAbsoluteChange: 1.25, movedTowardsOthers: 2, movedAway: 0 });
  });

  it('cannot tell without others, and has no means without pairs of levels', () => {
    expect(driftOf([pair(2, 1, null), pair(2, 1)])).toMatchObject({
      meanChange: -1,
      movedTowardsOthers: 0,
      movedAway: 1,
    });
    expect(driftOf([])).toEqual({
      ratings: [],
      meanChange: null,
      meanAbsoluteChange: null,
      movedTowardsOthers: 0,
      movedAway: 0,
    });
  });
});
