import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { krippendorffAlpha, type Rating, type RatingTable, tabulate, type TabulateOptions } from '../index';
import { analysePanel } from './analyse-panel';
import type { ChapterName, PanelAnalysis } from './panel-analysis';
import { inPlainWords } from './words/in-plain-words';

const scale = { min: 1, max: 5 };

/** Ratings of candidates by raters on items; no rating where `score` gives null. */
function panel(candidates: number, raters: number, items: number, score: (c: number, r: number, i: number) => number | null): Rating[] {
  const ratings: Rating[] = [];
  for (let c = 0; c < candidates; c += 1)
    for (let r = 0; r < raters; r += 1)
      for (let i = 0; i < items; i += 1) {
        const given = score(c, r, i);
        if (given !== null) ratings.push({ candidate: `C${c}`, rater: `R${r}`, item: `Q${i}`, score: given });
      }
  return ratings;
}

const varied = (c: number, r: number, i: number): number => 1 + ((c * 2 + r + i * 3 + ((c * r * i) % 3)) % 5);

function tabulated(ratings: Iterable<Rating>, options: TabulateOptions = { scale }): RatingTable {
  const table = tabulate(ratings, options);
  if (!table.ok) throw new Error(table.error.map(({ message }) => message).join(' '));
  return table.value;
}

const analysed = (ratings: Iterable<Rating>, options?: TabulateOptions): PanelAnalysis => analysedTable(tabulated(ratings, options));

function analysedTable(table: RatingTable, chapters?: readonly ChapterName[]): PanelAnalysis {
  const analysis = analysePanel(table, { chapters });
  expect(faultsIn(analysis, 'analysis')).toEqual([]);
  expect(
    inPlainWords(analysis)
      .map(({ headline, says }) => `${headline} ${says}`)
      .join(' '),
  ).not.toMatch(/NaN|Infinity|undefined|null/);
  return analysis;
}

const refusal = (ratings: Iterable<Rating>, options: TabulateOptions = { scale }): string[] => {
  const table = tabulate(ratings, options);
  return table.ok ? [] : table.error.map(({ code, message }) => `${code}: ${message}`);
};

/** What must not be in any answer: numbers that are none, what JSON drops, estimates without a value that say OK. */
function faultsIn(thing: unknown, path: string): string[] {
  if (thing === undefined || (typeof thing === 'number' && !Number.isFinite(thing)) || ArrayBuffer.isView(thing))
    return [`${path}: ${String(thing)}`];
  if (typeof thing !== 'object' || thing === null) return [];
  const estimate = thing as { readonly value?: unknown; readonly status?: unknown; readonly method?: unknown; readonly raters?: unknown };
  const isOk = 'value' in thing && 'method' in thing && estimate.status === 'OK';
  const own = isOk && estimate.value === null ? [`${path}: OK without a value`] : [];
  return [...own, ...Object.entries(thing).flatMap(([name, part]) => faultsIn(part, `${path}.${name}`))];
}

const one: Rating = { candidate: 'C', rater: 'R', item: 'Q', score: 3 };

const cases: Readonly<Record<string, () => void>> = {
  empty: () => {
    expect(refusal([])).toEqual(['NO_RATINGS: There are no ratings. Give at least one row with candidate, rater, item and score.']);
  },
  'one rating': () => {
    const { scores, agreement, severity, diagnosis, ranking } = analysed([one]);
    expect([scores?.[0]?.mean.value, agreement?.equal.status, severity?.status, ranking]).toEqual([
      3,
      'INSUFFICIENT_DATA',
      'INSUFFICIENT_DATA',
      null,
    ]);
    expect(diagnosis?.rasch.status).toBe('CONSTANT');
  },
  'one rater': () => {
    const { agreement, reliability, dependability, severity } = analysed(panel(6, 1, 4, varied));
    expect([agreement?.equal.status, agreement?.alphaOrdinal.status, agreement?.gwet.status]).toEqual(Array(3).fill('INSUFFICIENT_DATA'));
    expect([reliability?.ofAnswers.status, reliability?.alpha.estimate.status]).toEqual(['INSUFFICIENT_DATA', 'OK']);
    expect([dependability?.study.design, dependability?.present?.phi.status, severity?.raters]).toEqual(['p×i', 'OK', []]);
  },
  'one candidate': () => {
    const analysis = analysed(panel(1, 3, 4, varied));
    const { agreement, severity, dependability, ranking, discussion, scores } = analysis;
    expect([scores?.[0]?.mean.status, agreement?.equal.status, severity?.status, ranking]).toEqual(['OK', 'OK', 'INSUFFICIENT_DATA', null]);
    expect([dependability?.study.status, discussion?.length]).toEqual(['INSUFFICIENT_DATA', 4]);
    expect(inPlainWords(analysis)[0]?.headline).toBe('There is one candidate, and nobody to compare with');
  },
  constant: () => {
    const analysis = analysed(panel(4, 3, 3, () => 3));
    const { agreement, reliability, dependability, severity, diagnosis } = analysis;
    expect(
      [
        agreement?.alphaOrdinal,
        agreement?.fleiss,
        reliability?.ofAnswers.forms['2,1'],
        severity,
        dependability?.study,
        diagnosis?.rasch,
      ].map((part) => part?.status),
    ).toEqual(Array(6).fill('CONSTANT'));
    expect(agreement?.gwet).toMatchObject({ value: 1, status: 'OK' });
    expect(inPlainWords(analysis).map(({ headline }) => headline)).toEqual(['All scores are the same']);
  },
  'perfect agreement': () => {
    const analysis = analysed(panel(5, 3, 1, (c) => 1 + c));
    const { agreement, reliability, severity, ranking } = analysis;
    expect([
      agreement?.equal.value,
      agreement?.alphaOrdinal.value,
      agreement?.gwet.value,
      reliability?.ofAnswers.forms['2,1'].value,
    ]).toEqual([1, 1, 1, 1]);
    expect(severity?.candidates[4]?.adjusted.standardError).toBeNull();
    expect(ranking?.order).toEqual([]);
    expect(inPlainWords(analysis)[0]?.headline).toBe('C4 has the highest score; how sure that is cannot be said');
  },
  disconnected: () => {
    const analysis = analysed(panel(6, 4, 3, (c, r, i) => (c < 3 === r < 2 ? varied(c, r, i) : null)));
    const { linking, severity, ranking } = analysis;
    expect([linking?.connected, severity?.status, severity?.candidates[0]?.adjusted.status, ranking]).toEqual([
      false,
      'DISCONNECTED',
      'DISCONNECTED',
      null,
    ]);
    expect(linking?.missing[0]?.message).toContain('“R0” and “R2” have rated no common candidate');
    expect(inPlainWords(analysis)[0]).toMatchObject({
      tone: 'STOP',
      headline: 'These candidates fall into 2 groups that cannot be compared',
    });
  },
  extreme: () => {
    const { diagnosis, severity } = analysed(panel(5, 3, 3, (c, r, i) => (c === 0 ? 5 : c === 1 ? 1 : varied(c, r, i))));
    expect(diagnosis?.rasch.candidates[0]?.measure).toMatchObject({ status: 'OK', value: expect.any(Number) });
    expect(severity?.candidates[0]?.adjusted.status).toMatch(/OK|EXTREME/);
    // Somebody whom only strict raters saw, and who got the highest score from them.
    const beyond = analysed(panel(8, 4, 4, (c, r, i) => (c === 0 ? (r < 2 ? 5 : null) : Math.min(5, 1 + (r < 2 ? 0 : 3) + ((c + i) % 2)))));
    expect(beyond.severity?.candidates[0]?.adjusted).toMatchObject({ status: 'EXTREME', value: expect.any(Number) });
    expect(beyond.severity?.candidates[0]?.adjusted.value).toBeGreaterThan(5);
  },
  'scores that are not whole': () => {
    const { agreement, reliability } = analysed(panel(5, 3, 3, (c, r, i) => 1 + varied(c, r, i) / 3));
    expect([
      agreement?.alphaOrdinal.status,
      agreement?.gwet.status,
      agreement?.alphaInterval.status,
      reliability?.ofAnswers.status,
    ]).toEqual(['INSUFFICIENT_DATA', 'INSUFFICIENT_DATA', 'OK', 'OK']);
  },
  'no scale': () => {
    const { agreement, items, severity } = analysed(panel(5, 3, 3, varied), {});
    expect([agreement?.gwet.status, items?.statistics.items[0]?.difficulty.status, severity?.status]).toEqual([
      'INSUFFICIENT_DATA',
      'INSUFFICIENT_DATA',
      'OK',
    ]);
  },
  'out of scale': () => {
    expect(refusal([one, { ...one, rater: 'S', score: 6 }])).toEqual(['OUT_OF_SCALE: Row 2: the score 6 is not on the scale from 1 to 5.']);
  },
  'duplicate rating': () => {
    expect(refusal([one, { ...one, rater: 'S' }, one])).toEqual([
      'DUPLICATE: Row 3 rates what row 1 has rated: “C”, “Q”, by “R”. Keep one of them.',
    ]);
  },
  'unknown rater': () => {
    expect(refusal([{ ...one, rater: 'Zoë' }], { knownRaters: ['R'] })).toEqual([
      'UNKNOWN_RATER: Row 1: “Zoë” is not a rater of this panel.',
    ]);
  },
  NaN: () => {
    for (const score of [NaN, Infinity, -Infinity])
      expect(refusal([one, { ...one, rater: 'S', score }])).toEqual([expect.stringMatching(/^NOT_A_NUMBER: Row 2: /)]);
  },
  '10^6 ratings': () => {
    function* ratings(candidates: number): Generator<Rating> {
      for (let c = 0; c < candidates; c += 1)
        for (let k = 0; k < 4; k += 1)
          for (let i = 0; i < 84; i += 1)
            yield { candidate: `C${c}`, rater: `R${(c * 7 + k * 13) % 200}`, item: `Q${i}`, score: varied(c, k, i) };
    }
    // Beyond every limit of `LIMITS` that a million ratings are beyond: all chapters.
    const whole = analysed(ratings(600));
    expect(whole.counts).toMatchObject({ ratings: 201_600, candidates: 600, raters: 200, items: 84 });
    expect(whole.leftOut.map(({ chapter }) => chapter)).toEqual(['RANKING', 'AGREEMENT', 'DEPENDABILITY']);
    expect([whole.agreement?.alphaOrdinal.status, whole.severity?.status, whole.scores?.length]).toEqual(['OK', 'OK', 600]);
    // The million itself: made into a table, averaged and held against each other; `bench/psychometrics` has all chapters of it.
    const million = tabulated(ratings(3000));
    const { counts, scores } = analysedTable(million, ['SCORES']);
    expect(counts).toMatchObject({ ratings: 1_008_000, candidates: 3000, raters: 200, items: 84 });
    expect([scores?.length, krippendorffAlpha(million, 'ordinal').alpha.status]).toEqual([3000, 'OK']);
  },
};

describe('bad input', () => {
  it.each(Object.entries(cases))('%s', (_, check) => check(), 300_000);

  it('is what the README says it is', () => {
    const [, table = ''] = readFileSync(join(__dirname, '../../README.md'), 'utf8').split('## Bad input');
    const rows = [...table.matchAll(/^\| ([^|]+) \|/gm)].map(([, input]) => input).slice(1);
    expect(rows).toEqual(Object.keys(cases));
  });
});
