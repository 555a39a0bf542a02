import {
  NOT_OBSERVED,
  type RatingDraft,
  type ScorecardContent,
  type ScoredRating,
  checkComplete,
  checkRating,
  missingBeforeSubmit,
} from '.';

describe('a rating', () => {
  const question = { scale: { min: 1, max: 5 }, probeIds: ['why', 'how'] };
  const rating: RatingDraft = { value: 3, notObservedReason: null, evidence: '', judgement: '', probesUsed: [] };
  const fault = (over: Partial<RatingDraft>): string => {
    const result = checkRating({ ...rating, ...over }, question);
    return result.ok ? 'none' : result.error.path.join('.');
  };

  it('is a level of the scale, not observed with a reason, or not there yet', () => {
    expect([1, 5, null].map((value) => fault({ value }))).toEqual(['none', 'none', 'none']);
    expect([0, 6, 2.5, NaN, -3].map((value) => fault({ value }))).toEqual(Array(5).fill('input.level'));
    expect(fault({ value: NOT_OBSERVED, notObservedReason: 'no time' })).toBe('none');
    for (const notObservedReason of [null, '', ' - '])
      expect(fault({ value: NOT_OBSERVED, notObservedReason })).toBe('input.notObservedReason');
    expect(fault({ value: 3, notObservedReason: 'no time' })).toBe('input.notObservedReason');
  });

  it('has notes of at most 10,000 code points each', () => {
    expect(fault({ evidence: '🦀'.repeat(10_000), judgement: 'x'.repeat(10_000) })).toBe('none');
    expect(fault({ evidence: 'x'.repeat(10_001) })).toBe('input.evidence');
    expect(fault({ judgement: 'x'.repeat(10_001) })).toBe('input.judgement');
  });

  it('ticks probes of the question, each once', () => {
    expect(fault({ probesUsed: ['how', 'why'] })).toBe('none');
    expect(fault({ probesUsed: ['when'] })).toBe('input.probesUsed');
    expect(fault({ probesUsed: ['how', 'how'] })).toBe('input.probesUsed');
  });
});

describe('a complete scorecard', () => {
  const items = [
    { itemId: 'q1', criterionIds: ['a', 'b'] },
    { itemId: 'q2', criterionIds: ['a'] },
  ];
  const none = new Set<string>();
  const level = (itemId: string, criterionId: string, evidence = 'said so'): ScoredRating => ({
    itemId,
    criterionId,
    value: 3,
    notObservedReason: null,
    evidence,
  });
  const unseen = (itemId: string, criterionId: string, notObservedReason: string | null = 'no time'): ScoredRating => ({
    itemId,
    criterionId,
    value: NOT_OBSERVED,
    notObservedReason,
    evidence: '',
  });
  const card = (...ratings: ScoredRating[]): ScorecardContent => ({ recommendation: 'HIRE', ratings });
  const missing = (content: ScorecardContent, skipped: ReadonlySet<string> = none): string[] =>
    missingBeforeSubmit(content, items, skipped).map(({ part, itemId, criterionId }) =>
      [part, itemId, criterionId].filter(Boolean).join(' '),
    );

  it('rates every criterion of every item', () => {
    expect(missing(card(level('q1', 'a'), level('q1', 'b'), level('q2', 'a')))).toEqual([]);
    expect(missing(card(level('q1', 'a')))).toEqual(['RATING q1 b', 'RATING q2 a']);
    expect(missing(card(level('q1', 'a'), { ...level('q1', 'b'), value: null }, level('q2', 'a')))).toEqual(['RATING q1 b']);
  });

  it('needs nothing for an item that a deviation skips', () => {
    expect(missing(card(level('q2', 'a')), new Set(['q1']))).toEqual([]);
  });

  it('has evidence for each level and a reason for each gap', () => {
    expect(missing(card(level('q1', 'a', ' \n\t'), unseen('q1', 'b', null), unseen('q2', 'a', '  ')))).toEqual([
      'EVIDENCE q1 a',
      'REASON q1 b',
      'REASON q2 a',
    ]);
  });

  it('may have observed nothing, if each criterion says why', () => {
    expect(missing(card(unseen('q1', 'a'), unseen('q1', 'b'), unseen('q2', 'a')))).toEqual([]);
  });

  it('has a recommendation', () => {
    const content = { ...card(level('q1', 'a'), level('q1', 'b'), level('q2', 'a')), recommendation: null };
    expect(missing(content)).toEqual(['RECOMMENDATION']);
    expect(checkComplete(content, items, none)).toMatchObject({
      ok: false,
      error: { path: ['input', 'recommendation'] },
    });
    expect(missing({ recommendation: null, ratings: [] }, new Set(['q1', 'q2']))).toEqual(['RECOMMENDATION']);
  });

  it('is refused with the first gap as path, and a count', () => {
    const refused = checkComplete(card(level('q1', 'a')), items, none);
    expect(refused).toMatchObject({ error: { code: 'VALIDATION', path: ['input', 'ratings', 'q1', 'b'] } });
    expect(refused).toMatchObject({ error: { message: expect.stringMatching(/^2 things are missing/) } });
    expect(checkComplete(card(level('q1', 'a'), level('q1', 'b'), level('q2', 'a')), items, none)).toEqual({
      ok: true,
      value: true,
    });
  });
});
