import * as fc from 'fast-check';
import { analysePanel, inPlainWords, type PanelAnalysis, type Rating, tabulate } from '../../index';
import { ratingsOf } from '../../mixed-model/mixed-model-testing';
import { ofPairs } from './wording';

function analysed(ratings: readonly Rating[], options: Parameters<typeof analysePanel>[1] = {}): PanelAnalysis {
  const table = tabulate(ratings);
  if (!table.ok) throw new Error(table.error[0]?.message);
  return analysePanel(table.value, options);
}

const complete = (candidates: number, raters: number, items: number, score: (c: number, r: number, i: number) => number): Rating[] =>
  Array.from({ length: candidates * raters * items }, (_, cell) => {
    const [c, r, i] = [cell % candidates, Math.floor(cell / candidates) % raters, Math.floor(cell / (candidates * raters))];
    return { candidate: `C${c}`, rater: `R${r}`, item: `q${i}`, score: score(c, r, i) };
  });

const panels = fc.record({
  candidates: fc.integer({ min: 2, max: 9 }),
  raters: fc.integer({ min: 2, max: 5 }),
  items: fc.integer({ min: 1, max: 6 }),
  rated: fc.constantFrom(1, 0.9, 0.6),
  seed: fc.integer(),
});

describe('verdicts', () => {
  it('are none, good or bad, where there are four scores', () => {
    for (const scores of [
      [1, 5, 1, 5],
      [3, 4, 3, 4],
      [2, 2, 5, 5],
      [1, 2, 3, 4],
    ]) {
      // prettier-ignore
      const found = inPlainWords(analysed(complete(2, 2, 1, (c, r) => scores[2 * c + r]!)));
      expect(found.filter(({ tone }) => tone === 'GOOD')).toEqual([]);
      const told = found.map(({ headline, says }) => `${headline} ${says}`).join(' ');
      expect(told).not.toMatch(/stands apart|is dependable enough(?! cannot)|Interviewers agree[^.]* Of|on “q0”/);
    }
  });

  it('on strictness are none where there are seven scores, however narrow their range', () => {
    const scores: readonly Rating[] = [
      ['C1', 'Ana', 4], ['C1', 'Bo', 3], ['C2', 'Ana', 2], ['C3', 'Ana', 5], ['C3', 'Bo', 4], ['C4', 'Ana', 3.67], ['C4', 'Bo', 3.5],
    ].map(([candidate, rater, score]) => ({ candidate: String(candidate), rater: String(rater), item: 'q', score: Number(score) })); // prettier-ignore
    const analysis = analysed(scores);
    expect(analysis.severity!.spread!.difference.interval!.lower).toBeGreaterThan(0);
    const told = inPlainWords(analysis).filter(({ topic }) => topic === 'SEVERITY');
    expect(told[0]!.headline).toBe('Who is strict and who is lenient cannot be told yet');
    expect(told[0]!.says).toContain('7 scores by 2 interviewers are too few');
    // The largest correction is told as the table tells it: once severity is taken out, and once drawn in.
    const moved = analysis.severity!.candidates.find(({ candidate }) => candidate === 'C2')!;
    for (const { value } of [moved.raw, moved.leastSquares, moved.adjusted]) expect(told[1]!.says).toContain(value!.toFixed(2));
  });

  it('stand only where the whole range is on one side, and never against chances, places or ranges', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(panels, (shape) => {
        const ratings = ratingsOf(shape).map((rating) => ({ ...rating, score: Math.max(1, Math.min(9, Math.round(rating.score))) }));
        fc.pre(ratings.length > 3);
        const analysis = analysed(ratings, {
          seed: 2,
          chapters: ['LINKING', 'SCORES', 'AGREEMENT', 'DEPENDABILITY', 'SEVERITY', 'RANKING'],
        });
        for (const { topic, tone, headline } of inPlainWords(analysis)) {
          if (topic === 'DEPENDABILITY') {
            const { interval } = analysis.dependability?.present?.phi ?? { interval: null };
            const target = analysis.dependability?.target ?? 0;
            if (tone === 'GOOD') expect(interval!.lower).toBeGreaterThanOrEqual(target);
            if (tone === 'STOP') expect(interval!.upper).toBeLessThan(target);
          }
          if (topic === 'AGREEMENT' && tone === 'GOOD') {
            const { value, interval } =
              analysis.agreement!.alphaOrdinal.value === null ? analysis.agreement!.alphaInterval : analysis.agreement!.alphaOrdinal;
            expect(interval?.lower ?? value).toBeGreaterThanOrEqual(0.8);
          }
          if (topic === 'RANKING' && analysis.ranking !== null) {
            const [first, ...others] = analysis.ranking.order;
            if (/apart at the top$/.test(headline) && tone === 'GOOD') {
              seen.add('apart');
              expect(first!.rank.interval!.upper).toBe(1);
              for (const { estimate } of others) expect(estimate.interval!.upper).toBeLessThan(first!.estimate.interval!.lower);
            }
            if (/is ahead of all others/.test(headline)) expect(first!.rank.interval!.upper).toBe(1);
            if (/cannot be told apart at the top/.test(headline)) {
              seen.add('together');
              expect(analysis.ranking.groups[0]!.length).toBeGreaterThan(1);
            }
          }
          if (topic === 'SEVERITY' && / is stricter than /.test(headline)) {
            seen.add('stricter');
            expect(analysis.severity!.spread!.difference.interval!.lower).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 30, seed: 20 },
    );
    expect([...seen].sort()).toEqual(expect.arrayContaining(['stricter', 'together']));
  });

  it('say of a severity variance of 0 that these data cannot tell, and how far apart the averages are', () => {
    // Two raters whose averages are a point apart, and two others who undo it within each candidate: nothing is left for severity.
    const analysis = analysed(complete(4, 3, 2, (c, r, i) => 1 + ((c * (r + 1) + 3 * i + ((c * r) % 3) * 2) % 5)));
    expect(analysis.severity!.components.rater!.value).toBe(0);
    const [strictness] = inPlainWords(analysis).filter(({ topic }) => topic === 'SEVERITY');
    expect(strictness!.headline).toBe('Whether some interviewers are stricter than others cannot be told');
    const averages = analysis.severity!.raters.map(({ average }) => average);
    expect(Math.max(...averages) - Math.min(...averages)).toBeGreaterThan(0.2);
    for (const end of [Math.min(...averages), Math.max(...averages)]) expect(strictness!.says).toContain(end.toFixed(2));
    expect(strictness!.says).not.toMatch(/less than|No interviewer/);
  });
});

describe('a share of pairs', () => {
  it('is counted where the pairs are few, and rounded with “about” where they are many', () => {
    expect([ofPairs(0.75, 4), ofPairs(0.5, 30), ofPairs(0.71, 180), ofPairs(0, 90), ofPairs(1, 90), ofPairs(0.02, 90)]).toEqual([
      '3 of 4',
      '15 of 30',
      'about 7 of 10',
      'none',
      'all',
      'fewer than 1 of 10',
    ]);
  });
});
