import * as fc from 'fast-check';
import {
  candidateScores,
  decisionStudy,
  generalizabilityStudy,
  krippendorffAlpha,
  linkage,
  type Rating,
  raschMap,
  severityAdjustedScores,
  tabulate,
} from '../index';
import type { RatingTable } from '../ratings/rating-table';
import { analysePanel } from './analyse-panel';
import { CHAPTERS, type Progress } from './panel-analysis';
import { whatToDiscuss } from './what-to-discuss';
import { whyMissing } from './why-missing';
import { inInterviewWords, listed, perCent, points } from './words/wording';
import { inPlainWords } from './words/in-plain-words';

const scale = { min: 1, max: 5 };
const rating = (candidate: string, rater: string, item: string, score: number): Rating => ({ candidate, rater, item, score });

function tableOf(ratings: readonly Rating[]): RatingTable {
  const table = tabulate(ratings, { scale });
  if (!table.ok) throw new Error(table.error[0]?.message);
  return table.value;
}

/** Four candidates by three raters on two items. */
const ratings = ['Al', 'Bo', 'Cy', 'Di'].flatMap((candidate, c) =>
  ['Ana', 'Ben', 'Cat'].flatMap((rater, r) =>
    ['q', 's'].map((item, i) => rating(candidate, rater, item, 1 + ((c * 2 + r + i + ((c * r) % 2)) % 5))),
  ),
);

describe('the whole panel', () => {
  const table = tableOf(ratings);
  const analysis = analysePanel(table, { seed: 3 });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
  });

  it('has the figures of the chapters', () => {
    expect(analysis.linking).toEqual(linkage(table));
    expect(analysis.scores).toEqual(candidateScores(table));
    expect(analysis.agreement?.alphaOrdinal).toEqual(
      krippendorffAlpha(table, 'ordinal', { bootstrap: { seed: 3, resamples: 2000 } }).alpha,
    );
    expect(analysis.severity?.candidates).toEqual(severityAdjustedScores(table).candidates);
    expect(analysis.diagnosis?.rasch).toEqual(raschMap(table));
    const study = generalizabilityStudy(table);
    expect(analysis.dependability?.study).toEqual(study);
    const [present] = decisionStudy(study, {
      interviewers: [3],
      questions: [2],
      seed: 3,
      cost: { minutesPerQuestion: 10, minutesPerInterview: 15, hourlyCost: 1 },
    });
    expect(analysis.dependability?.present).toEqual(present);
    expect(present?.cost?.interviewerHours).toBe((3 * 35) / 60);
  });

  it('takes the panel that candidates met for the present one, however they met it', () => {
    const presentOf = (rows: readonly Rating[]) => {
      const { present, arrangement } = analysePanel(tableOf(rows), { chapters: ['DEPENDABILITY'] }).dependability!;
      return [present?.interviewers, present?.questions, arrangement];
    };
    expect(presentOf(ratings)).toEqual([3, 2, 'TOGETHER']);
    // Three interviewers, each with two questions of their own.
    const separate = ['Al', 'Bo', 'Cy'].flatMap((candidate, c) =>
      ['Ana', 'Ben', 'Cat'].flatMap((rater, r) => [0, 1].map((i) => rating(candidate, rater, `${rater}${i}`, 1 + ((c + r * i) % 5)))),
    );
    expect(presentOf(separate)).toEqual([3, 2, 'SEPARATELY']);
    // Three questions with raters of their own: two, two and four of them.
    const nested = ['Al', 'Bo', 'Cy'].flatMap((candidate, c) =>
      [2, 2, 4].flatMap((raters, i) =>
        Array.from({ length: raters }, (_, r) => rating(candidate, `${i}${r}`, `q${i}`, 1 + ((c + r + i) % 5))),
      ),
    );
    expect(presentOf(nested)).toEqual([8 / 3, 3, 'TOGETHER']);
  });

  it('tells its progress, computes the chapters that are wanted, and no others', () => {
    const told: Progress[] = [];
    const some = analysePanel(table, { chapters: ['SCORES', 'ITEMS'], onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([
      { chapter: 'SCORES', step: 1, of: 2 },
      { chapter: 'ITEMS', step: 2, of: 2 },
    ]);
    expect([some.scores === null, some.items === null, some.linking, some.severity, some.leftOut]).toEqual([false, false, null, null, []]);
    const all: string[] = [];
    analysePanel(table, { groups: [{ group: 'g', applicants: 9, selected: 3 }], onProgress: ({ chapter }) => all.push(chapter) });
    expect(all).toEqual([...CHAPTERS]);
  });

  it('says why there is no ranking where the scores were left out', () => {
    const { ranking, leftOut } = analysePanel(table, { chapters: ['RANKING'] });
    expect([ranking, leftOut.map(({ chapter }) => chapter)]).toEqual([null, ['RANKING']]);
  });

  it('does not change with the order of the rows, nor with the seed but in what is simulated', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ratings, { minLength: ratings.length }), (shuffled) => {
        expect(analysePanel(tableOf(shuffled), { seed: 3, chapters: ['SCORES', 'SEVERITY', 'DISCUSSION', 'ITEMS'] })).toEqual(
          analysePanel(table, { seed: 3, chapters: ['SCORES', 'SEVERITY', 'DISCUSSION', 'ITEMS'] }),
        );
      }),
      { numRuns: 10 },
    );
    const other = analysePanel(table, { seed: 4 });
    expect(other.severity).toEqual(analysis.severity);
    expect(other.agreement?.alphaOrdinal.value).toBe(analysis.agreement?.alphaOrdinal.value);
    expect(() => analysePanel(table, { seed: 0.5 })).toThrow(RangeError);
  });
});

describe('what to discuss', () => {
  const two = tableOf([
    rating('Al', 'Ana', 'q', 2),
    rating('Al', 'Ben', 'q', 5),
    rating('Al', 'Ana', 's', 3),
    rating('Al', 'Ben', 's', 3),
    rating('Bo', 'Ana', 'q', 4),
    rating('Bo', 'Ben', 'q', 4),
    rating('Bo', 'Ana', 's', 4),
    rating('Bo', 'Ben', 's', 5),
  ]);
  const estimate = (value: number, standardError: number) => ({
    value,
    standardError,
    interval: null,
    n: 4,
    raters: 2,
    method: '',
    status: 'OK' as const,
  });
  const scored = (candidate: string, value: number, standardError: number) => ({
    candidate,
    raw: estimate(value, standardError),
    adjusted: estimate(value, standardError),
    leastSquares: estimate(value, standardError),
  });

  it('is the widest swing first, where nobody is to be preferred', () => {
    expect(whatToDiscuss(two, null)).toEqual([
      {
        candidate: 'Al',
        item: 'q',
        lowest: { score: 2, raters: ['Ana'] },
        highest: { score: 5, raters: ['Ben'] },
        swing: 1.5,
        chanceItDecides: null,
      },
      {
        candidate: 'Bo',
        item: 's',
        lowest: { score: 4, raters: ['Ana'] },
        highest: { score: 5, raters: ['Ben'] },
        swing: 0.5,
        chanceItDecides: null,
      },
    ]);
  });

  it('counts an item by its weight among those the candidate was rated on', () => {
    expect(whatToDiscuss(two, null, { weights: { q: 1, s: 3 } }).map(({ swing }) => swing)).toEqual([0.75, 0.75]);
    expect(whatToDiscuss(two, null, { weights: { s: 3 } }).map(({ candidate }) => candidate)).toEqual(['Bo']);
    expect(whatToDiscuss(two, null, { most: 1 })).toHaveLength(1);
  });

  it('is likelier to decide on the line than far from it', () => {
    const scores = [scored('Al', 3.25, 0.5), scored('Bo', 4.25, 0.5)];
    const [first, second] = whatToDiscuss(two, scores, { cutOff: 4.25 });
    // Bo stands on the line: P(|z| < 0.25 / 0.5). Al stands a point below it: P(0.25 / 0.5 < z < 1.75 / 0.5).
    expect([first?.candidate, second?.candidate]).toEqual(['Bo', 'Al']);
    expect(first?.chanceItDecides).toBeCloseTo(0.3829249225480262, 12);
    expect(second?.chanceItDecides).toBeCloseTo(0.30830490964695134, 12);
    // Without a mark the line lies midway between the two: 3.75.
    expect(whatToDiscuss(two, scores)[0]?.candidate).toBe('Al');
    expect(whatToDiscuss(two, scores, { places: 2 }).map(({ chanceItDecides }) => chanceItDecides)).toEqual([null, null]);
    expect(() => whatToDiscuss(two, null, { places: 0 })).toThrow(RangeError);
  });

  it('moves scores that are drawn to the middle by as much less', () => {
    const drawnIn = (candidate: string, fair: number, least: number) => ({
      candidate,
      raw: estimate(least, 0.5),
      adjusted: estimate(fair, 0.5),
      leastSquares: estimate(least, 0.5),
    });
    const [first] = whatToDiscuss(two, [drawnIn('Al', 3.5, 3.25), drawnIn('Bo', 4, 4.25)], { cutOff: 3.5 });
    // Half a point for each: a swing of 1.5 counts as 0.75, P(|z| < 0.375 / 0.5).
    expect(first?.chanceItDecides).toBeCloseTo(0.5467453, 6);
  });
});

describe('the words', () => {
  it('have a sentence for every status', () => {
    const statuses = ['OK', 'INSUFFICIENT_DATA', 'DISCONNECTED', 'CONSTANT', 'EXTREME', 'NOT_CONVERGED'] as const;
    expect(new Set(statuses.map(whyMissing)).size).toBe(6);
    for (const status of statuses) expect(whyMissing(status)).toMatch(/^[A-Z][^_]*\.$/);
  });

  it('round as people do, and promise no certainty', () => {
    expect([points(-0.001), points(-1.5), points(2.345, 1)]).toEqual(['0.00', '−1.50', '2.3']);
    expect([perCent(0.999), perCent(1), perCent(0.001), perCent(0.5)]).toEqual(['over 99 %', '100 %', 'under 1 %', '50 %']);
    expect([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C', 'D'], 3)]).toEqual([
      'nobody',
      'A',
      'A and B',
      'A, B and 2 others',
    ]);
  });

  it('speak of interviewers and questions, and leave names as they are', () => {
    expect(inInterviewWords('“rater item” and “B” have no rater in common; items are apart.')).toBe(
      '“rater item” and “B” have no interviewer in common; questions are apart.',
    );
  });

  it('stand in whole sentences', () => {
    for (const { headline, says } of inPlainWords(analysePanel(tableOf(ratings)))) {
      expect(headline).toMatch(/^\S.*[^.\s]$/);
      expect(says).toMatch(/^\S.*[.?]$/);
      expect(`${headline} ${says}`).not.toMatch(/\b(rater|item)s?\b|[A-Z]{2,}_|\s\s|\.\./);
    }
  });
});
