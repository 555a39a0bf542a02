import { analysePanel, type Rating, tabulate } from '@touchstone/psychometrics';
import { noPaint } from '../render/paint';
import { terminalReport } from '../render/terminal';
import { writeReport } from './write-report';

function told(ratings: readonly Rating[]): string {
  const table = tabulate(ratings, { scale: { min: 1, max: 5 } });
  if (!table.ok) throw new Error(table.error[0]?.message);
  return terminalReport(writeReport(analysePanel(table.value), { name: 'x', understood: [], weighted: false }), 80, noPaint);
}

/** Eight candidates, each rated by two of four raters on three items. */
const panelOf = (seats: (c: number) => readonly number[]): Rating[] =>
  Array.from({ length: 8 }, (_, c) =>
    seats(c).flatMap((r) =>
      [0, 1, 2].map((i) => ({
        candidate: `C${c}`,
        rater: `R${r}`,
        item: `q${i}`,
        score: Math.max(1, Math.min(5, 2 + (c % 3) + (r % 2) + ((c + i) % 2) - (i % 2))),
      })),
    ),
  ).flat();

describe('the report', () => {
  it('does not put in one order who cannot be compared', () => {
    const report = told(panelOf((c) => (c < 4 ? [0, 1] : [2, 3])));
    expect(report).toContain('✗  These candidates fall into 2 groups that cannot be compared');
    expect(report).toContain('Candidates by their average, part by part');
    expect(report).not.toContain('Corrected  95 % range');
    expect(report).toContain('Corrected scores cannot be had. Nothing joins these ratings');
    const parts = [...report.matchAll(/^C(\d) +([12]) /gm)].map(([, candidate, part]) => `${Number(candidate) < 4 ? 1 : 2}${part}`);
    expect(parts).toEqual([...Array<string>(4).fill('11'), ...Array<string>(4).fill('22')]);
  });

  it('lays corrected scores beside averages where panels rotate', () => {
    const report = told(panelOf((c) => [c % 4, (c + 1) % 4]));
    expect(report).toMatch(/Candidate +Corrected +95 % range +Average/);
    expect(report).toContain('Not everybody was rated by the same people on the same questions');
  });

  it('speaks of one candidate alone', () => {
    const report = told(panelOf(() => [0, 1]).slice(0, 6));
    expect(report).toContain('There is one candidate, and nobody to compare with');
    expect(report).not.toMatch(/NaN|undefined|null/);
  });

  it('gives nobody a place where all corrected scores are the same', () => {
    const level = [3, 1, 2, 1, 2, 3, 2, 3, 1, 2, 2, 3];
    const report = told(level.map((score, k) => ({ candidate: `C${k % 3}`, rater: 'R', item: `q${Math.floor(k / 3)}`, score })));
    expect(report).toContain('All corrected scores are the same');
    expect(report).toMatch(/^C1 .* – +A$/m);
    expect(report).not.toContain('the order of the corrected scores');
  });

  it('says what coefficients lack, shows no range without width, and no fit of a handful of scores', () => {
    const half = panelOf(() => [0, 1]).map((rating) => ({ ...rating, score: rating.score === 5 ? 4.5 : rating.score }));
    const report = told(half);
    expect(report).toContain('Figures that count levels need whole levels of a known scale');
    expect(report).not.toMatch(/There are too few ratings[^.]*for this figure/);
    const alike = told(panelOf(() => [0, 1]).map((rating) => ({ ...rating, score: 1 + (Number(rating.candidate[1]) % 5) })));
    expect(alike).toMatch(/Equal scores +100 % +–/);
    expect(alike).not.toMatch(/(\d\.\d\d) to \1/);
    const few = told(panelOf((c) => [c % 4, (c + 1) % 4]).filter(({ rater, candidate }) => rater !== 'R3' || candidate < 'C4'));
    expect(few).toMatch(/^R3 +6 .* – +–$/m);
  });
});
