import { type ScoringRule, validateScoringRule } from './scoring-rule';

const rule: ScoringRule = {
  method: 'WEIGHTED_MEAN',
  competencyWeights: { spark: 60, governance: 40, safety: 0 },
  mustHaves: [
    { competency: 'governance', minimum: 3 },
    { competency: 'safety', minimum: 2.5 },
  ],
  cutOffs: { strongHire: 4.25, hire: 3.25 },
  missing: 'REPORT',
  scale: { min: 1, max: 5 },
};
const fault = (over: Partial<Record<keyof ScoringRule, unknown>>): string => {
  const result = validateScoringRule({ ...rule, ...over } as ScoringRule);
  return result.ok ? 'none' : result.error.path.slice(2).join('.');
};

describe('a scoring rule', () => {
  it('is good as it is, also without a cut-off for a strong hire', () => {
    expect(validateScoringRule(rule)).toEqual({ ok: true, value: rule });
    expect(fault({ cutOffs: { hire: 3 } })).toBe('none');
    expect(fault({ mustHaves: [] })).toBe('none');
    expect(fault({ cutOffs: { hire: 1, strongHire: 5 } })).toBe('none');
  });

  it.each([
    [{ method: 'MEDIAN' }, 'method'],
    [{ missing: 'ZERO' }, 'missing'],
    [{ scale: { min: 1, max: 2 } }, 'scale'],
    [{ competencyWeights: {} }, 'competencyWeights'],
    [{ competencyWeights: { spark: 0 } }, 'competencyWeights'],
    [{ competencyWeights: { spark: -1, governance: 2 } }, 'competencyWeights.spark'],
    [{ competencyWeights: { spark: NaN } }, 'competencyWeights.spark'],
    [{ competencyWeights: { 'No Slug': 1 } }, 'competencyWeights.No Slug'],
    [{ mustHaves: [{ competency: 'kafka', minimum: 3 }] }, 'mustHaves.0.competency'],
    [{ mustHaves: [{ competency: 'constructor', minimum: 3 }] }, 'mustHaves.0.competency'],
    [
      {
        mustHaves: [
          { competency: 'spark', minimum: 3 },
          { competency: 'spark', minimum: 2 },
        ],
      },
      'mustHaves.1.competency',
    ],
    [{ mustHaves: [{ competency: 'spark', minimum: 5.5 }] }, 'mustHaves.0.minimum'],
    [{ mustHaves: [{ competency: 'spark', minimum: NaN }] }, 'mustHaves.0.minimum'],
    [{ cutOffs: { hire: 0.5 } }, 'cutOffs.hire'],
    [{ cutOffs: { hire: 3, strongHire: 6 } }, 'cutOffs.strongHire'],
    [{ cutOffs: { hire: 3, strongHire: 3 } }, 'cutOffs.strongHire'],
  ])('with %j is refused at %s', (over, path) => {
    expect(fault(over)).toBe(path);
  });
});
