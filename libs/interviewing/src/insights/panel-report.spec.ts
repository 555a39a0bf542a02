import { canonicalJson, seededRandom } from '@touchstone/kernel';
import type { PanelLoop } from './panel-loop';
import { MOST_NAMES, panelReport } from './panel-report';
import { reliabilitySentence, reportSentence, severitySentence, studySentence } from './report-words';

/** Loops of a rotating panel: three of so many raters, so many of the questions, two criteria each; rater 0 is strict by a level. */
function panel(count: number, raters: number, questions: number, asked: number): PanelLoop[] {
  const random = seededRandom(11);
  const noise = (): number => random.next() + random.next() + random.next() - 1.5;
  return Array.from({ length: count }, (_, c): PanelLoop => {
    const loopId = `loop${String(c).padStart(5, '0')}`;
    const ability = 3 + noise();
    const items = Array.from({ length: asked }, (_, q) => `q${(c * 3 + q) % questions}`).map((questionVersionId) => ({
      itemId: `${loopId}-${questionVersionId}`,
      questionVersionId,
      criteria: ['a', 'b'].map((criterionId) => ({ criterionId, competency: `k-${criterionId}`, weight: 1 })),
    }));
    const seated = [c % raters, (c + 1) % raters, (c * 2 + 3) % raters].filter((one, index, all) => all.indexOf(one) === index);
    return {
      loopId,
      openedAt: new Date(Date.UTC(2026, 0, 1, c)).toISOString(),
      ruleHash: 'rule',
      competencyWeights: { 'k-a': 1, 'k-b': 1 },
      scale: { min: 1, max: 5 },
      items,
      ratings: seated.flatMap((rater) =>
        items.flatMap(({ itemId, criteria }) =>
          criteria.map(({ criterionId }) => ({
            raterId: `r${rater}`,
            seat: 'INTERVIEWER' as const,
            itemId,
            criterionId,
            level: Math.max(1, Math.min(5, Math.round(ability - (rater === 0 ? 1 : 0) + noise() * 0.8))),
          })),
        ),
      ),
      times: [
        {
          interviewId: loopId,
          questionVersionIds: items.map(({ questionVersionId }) => questionVersionId),
          plannedMinutes: 60,
          usedMinutes: 60 + (c % 9),
        },
      ],
    };
  });
}

describe('a report over open loops', () => {
  const loops = panel(24, 5, 6, 4);

  it('finds who is strict, what panels are worth, and what questions do', () => {
    const { summary, questions } = panelReport(loops, 'rule');
    const strict = summary.severity!.raters.find(({ raterId }) => raterId === 'r0')!;
    expect(strict.severity.value).toBeGreaterThan(0.4);
    expect(strict.severity.interval!.lower).toBeGreaterThan(0);
    expect(strict.infit).not.toBeNull();
    expect(summary).toMatchObject({ loops: 24, loopsUsed: 24, otherScale: 0, raters: 5, questions: 6 });
    expect(summary.comparison!.candidates).toHaveLength(24);
    expect(summary.study!.panels).toHaveLength(160);
    expect(summary.reliability!.panel.value!).toBeGreaterThan(summary.reliability!.single.value!);
    expect(questions).toHaveLength(6);
    for (const one of questions) {
      expect(one.itemRest.status).toBe('OK');
      expect(one.flags).toContain('INTERVIEWS_OVERRUN');
      expect(one.overrun!.value!).toBeGreaterThan(0);
    }
    for (const sentence of [
      reportSentence(summary),
      severitySentence(summary.severity),
      reliabilitySentence(summary.reliability),
      studySentence(summary.study),
    ])
      expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
  });

  it('is the same to the last bit whatever the order of loops, ratings and items', () => {
    const shuffled = [...loops]
      .reverse()
      .map((loop) => ({ ...loop, ratings: [...loop.ratings].reverse(), items: [...loop.items].reverse() }));
    expect(canonicalJson(panelReport(shuffled, null))).toBe(canonicalJson(panelReport(loops, null)));
  });

  it('hides fit and flags of whoever has fewer than ten ratings, and says what it has not got', () => {
    const few = panelReport(panel(1, 5, 6, 2), null).summary;
    for (const one of few.severity!.raters)
      expect(one).toMatchObject({ ratings: 4, infit: null, outfit: null, haloFlagged: null, centralFlagged: null });
    expect(few.severity!.status).not.toBe('OK');
    const { summary, questions } = panelReport([], null);
    expect(summary).toMatchObject({ loops: 0, n: 0, severity: null, reliability: null, study: null });
    expect(questions).toEqual([]);
    expect(reportSentence(summary)).toContain('No open loop');
    expect(severitySentence(summary.severity)).toContain('too few');
  });

  it('gives the size of panels exactly', () => {
    for (const size of [2, 3, 5, 7]) {
      const given = panel(29, 11, 5, 5).map((one, c) => ({
        ...one,
        ratings: one.items.flatMap(({ itemId }) =>
          Array.from({ length: size }, (_, r) => ({
            raterId: `r${r}`,
            seat: 'INTERVIEWER' as const,
            itemId,
            criterionId: 'a',
            level: 1 + ((c + r) % 5),
          })),
        ),
      }));
      expect(panelReport(given, null).summary.reliability!.panelSize).toBe(size);
    }
    // One answer with two raters and one with four: 2 / (1/2 + 1/4).
    const two = panel(2, 9, 1, 1).map((one, c) => ({
      ...one,
      ratings: Array.from({ length: c === 0 ? 2 : 4 }, (_, r) => ({
        raterId: `r${r}`,
        seat: 'INTERVIEWER' as const,
        itemId: one.items[0]!.itemId,
        criterionId: 'a',
        level: 2 + ((c + r) % 2),
      })),
    }));
    expect(panelReport(two, null).summary.reliability!.panelSize).toBe(8 / 3);
  });

  it('compares for drift what was before and after an instant that is asked for', () => {
    const [early, late] = [loops[5]!.openedAt, '2030-01-01T00:00:00.000Z'];
    const half = panelReport(loops, null);
    expect(half.summary.laterHalfFrom).toBe(loops[12]!.openedAt);
    const asked = panelReport(loops, null, early);
    expect(asked.summary.laterHalfFrom).toBe(early);
    expect(asked.questions.map(({ drift }) => drift?.change.value)).not.toEqual(half.questions.map(({ drift }) => drift?.change.value));
    expect(panelReport(loops, null, loops[12]!.openedAt)).toEqual(half);
    expect(panelReport(loops, null, late).questions.every(({ drift }) => drift === null)).toBe(true);
  });

  it('leaves out loops on another scale, and says how many', () => {
    const { summary } = panelReport([...loops, { ...loops[0]!, loopId: 'other', scale: { min: 1, max: 7 } }], null);
    expect(summary).toMatchObject({ loops: 25, loopsUsed: 24, otherScale: 1 });
    expect(reportSentence(summary)).toContain('1 on another scale');
  });

  it('takes models over the newest loops and questions over all in a bank of ten thousand', () => {
    const { summary, questions } = panelReport(panel(2500, 40, 10_000, 6), null);
    expect(summary.loops).toBe(2500);
    expect(summary.loopsUsed).toBeLessThan(2500);
    expect(summary.loopsUsed).toBeGreaterThan(20);
    expect(new Set(questions.map(({ questionVersionId }) => questionVersionId)).size).toBe(1000);
    expect(MOST_NAMES).toBe(400);
    expect(reportSentence(summary)).toContain('newest');
  });
});
