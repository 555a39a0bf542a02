import type { Estimate } from '@touchstone/kernel';
import {
  type Drift,
  driftBetweenPeriods,
  itemDisagreement,
  itemStatistics,
  type RatingTable,
  tabulate,
  type TimeUsed,
  timeUsed,
  weightedMean,
} from '@touchstone/psychometrics';
import { byText, groupedBy } from './rating-facts';
import type { LoopRatings, PanelLoop } from './panel-loop';

/** What is remarkable about a question, each only where its interval says that it is not chance. */
export const QUESTION_FLAGS = ['TOO_EASY', 'TOO_HARD', 'DOES_NOT_SEPARATE', 'DIVIDES_RATERS', 'INTERVIEWS_OVERRUN', 'DRIFTED'] as const;
export type QuestionFlag = (typeof QUESTION_FLAGS)[number];

/** How one question has worked. */
export interface QuestionFigures {
  readonly questionVersionId: string;
  /** Candidates who were asked and rated. */
  readonly candidates: number;
  readonly n: number;
  readonly raters: number;
  /** In levels. */
  readonly mean: Estimate;
  /** The mean as a share of the scale, 0 to 1: high means easy. */
  readonly difficulty: Estimate;
  /** Correlation, over candidates, with the mean of the other questions that each of them was asked. */
  readonly itemRest: Estimate;
  /** How far raters of one answer are from their mean, in levels. */
  readonly disagreement: Estimate;
  /** Up to here a panel agrees for practical purposes. */
  readonly practicalLimit: number | null;
  /** By how many minutes the interviews in which it was asked went over what their round had planned; of the interview, not of the question alone. */
  readonly overrun: Estimate | null;
  /** By how much harder it is in the later half, in levels; null where one half did not have it. */
  readonly drift: { readonly change: Estimate; readonly adjustedP: number | null } | null;
  readonly flags: readonly QuestionFlag[];
}

const EASY = 0.9;
const HARD = 0.1;
/** Item–rest correlation from which a question earns its minutes. */
const SEPARATES = 0.3;
const SURE = 0.05;

/**
 * Which questions work? Those with most flags first, then by disagreement, then by id. `table`: one item for each question; `halves`: the same for the earlier and the later
 * half of the loops, null where there is nothing to halve.
 *
 * Candidates were not all asked the same, so that no sum over all questions exists: a question is laid beside the mean of the other questions of the same candidate. The
 * flags ask that the whole interval lies beyond the mark; with few candidates nothing is flagged, which is not the same as nothing being wrong.
 */
export function questionFigures(
  loops: readonly PanelLoop[],
  rated: readonly LoopRatings[],
  table: RatingTable,
  halves: { readonly before: RatingTable; readonly after: RatingTable } | null,
): readonly QuestionFigures[] {
  const divided = new Map(itemDisagreement(table).map((one) => [one.item, one]));
  const times = timesOf(loops);
  const drifts = new Map((halves === null ? [] : driftBetweenPeriods(halves.before, halves.after, 'ITEM')).map((one) => [one.name, one]));
  const besides = besidesOf(rated, table);
  const figures = table.items.map((questionVersionId): QuestionFigures => {
    const beside = besides.get(questionVersionId)!;
    const { deviation, practicalLimit } = divided.get(questionVersionId)!;
    const overrun = times.get(questionVersionId)?.overrun ?? null;
    const drift = drifts.get(questionVersionId);
    const one = {
      questionVersionId,
      ...beside,
      disagreement: deviation,
      practicalLimit,
      overrun,
      drift: drift === undefined ? null : { change: drift.change, adjustedP: drift.adjustedP },
    };
    return { ...one, flags: flagsOf(one, drift ?? null) };
  });
  return figures.sort(
    (a, b) =>
      b.flags.length - a.flags.length ||
      (b.disagreement.value ?? -1) - (a.disagreement.value ?? -1) ||
      byText(a.questionVersionId, b.questionVersionId),
  );
}

type Beside = Pick<QuestionFigures, 'candidates' | 'n' | 'raters' | 'mean' | 'difficulty' | 'itemRest'>;

const THIS = 'this';
const REST = 'rest';

/** Each question in a table of its own with two items, itself and the rest: so the library's item–rest correlation is the one that is wanted. */
function besidesOf(rated: readonly LoopRatings[], { scale, items }: RatingTable): ReadonlyMap<string, Beside> {
  const rows = new Map<string, { candidate: string; rater: string; item: string; score: number }[]>(items.map((item) => [item, []]));
  const support = new Map<string, { n: number; raters: Set<string>; candidates: number }>();
  for (const { loopId, counted, questionOf } of rated) {
    const byQuestion = groupedBy(counted, ({ itemId }) => questionOf.get(itemId) ?? '');
    const means = byQuestion.map(([, ratings]) => weightedMean(ratings.map(({ level, share }) => ({ value: level, weight: share }))) ?? 0);
    const total = means.reduce((sum, value) => sum + value, 0);
    byQuestion.forEach(([question, ratings], index) => {
      const known = support.get(question) ?? { n: 0, raters: new Set<string>(), candidates: 0 };
      ratings.forEach(({ raterId }) => known.raters.add(raterId));
      support.set(question, { ...known, n: known.n + ratings.length, candidates: known.candidates + 1 });
      const own = rows.get(question);
      own?.push({ candidate: loopId, rater: 'panel', item: THIS, score: means[index]! });
      if (means.length > 1)
        own?.push({ candidate: loopId, rater: 'panel', item: REST, score: (total - means[index]!) / (means.length - 1) });
    });
  }
  return new Map(
    [...rows].map(([question, own]) => {
      const { n, raters, candidates } = support.get(question)!;
      const behind = (estimate: Estimate): Estimate => ({ ...estimate, n, raters: raters.size });
      const alone = statisticsOf(
        own.filter(({ item }) => item === THIS),
        scale,
      );
      const withRest = statisticsOf(own, scale);
      return [
        question,
        {
          candidates,
          n,
          raters: raters.size,
          mean: behind(alone.mean),
          difficulty: behind(alone.difficulty),
          itemRest: behind(withRest.itemRest),
        },
      ];
    }),
  );
}

function statisticsOf(rows: readonly { candidate: string; rater: string; item: string; score: number }[], scale: RatingTable['scale']) {
  const table = tabulate(rows, scale === null ? {} : { scale });
  if (!table.ok) throw new RangeError(table.error.map(({ message }) => message).join(' '));
  return itemStatistics(table.value).items.find(({ item }) => item === THIS)!;
}

function timesOf(loops: readonly PanelLoop[]): ReadonlyMap<string, TimeUsed> {
  const timings = loops.flatMap(({ times }) =>
    times.flatMap(({ questionVersionIds, plannedMinutes, usedMinutes }) =>
      questionVersionIds.map((item) => ({ item, plannedMinutes, usedMinutes })),
    ),
  );
  const times = timeUsed(timings);
  return new Map(times.ok ? times.value.map((one) => [one.item, one]) : []);
}

function flagsOf(figures: Omit<QuestionFigures, 'flags'>, drift: Drift | null): readonly QuestionFlag[] {
  const { difficulty, itemRest, disagreement, practicalLimit, overrun } = figures;
  const above = (estimate: Estimate | null, mark: number): boolean => (estimate?.interval?.lower ?? -Infinity) > mark;
  const below = (estimate: Estimate, mark: number): boolean => estimate.interval !== null && estimate.interval.upper < mark;
  const flags: Readonly<Record<QuestionFlag, boolean>> = {
    TOO_EASY: above(difficulty, EASY),
    TOO_HARD: below(difficulty, HARD),
    DOES_NOT_SEPARATE: below(itemRest, SEPARATES),
    DIVIDES_RATERS: practicalLimit !== null && above(disagreement, practicalLimit),
    INTERVIEWS_OVERRUN: above(overrun, 0),
    DRIFTED: (drift?.adjustedP ?? 1) < SURE,
  };
  return QUESTION_FLAGS.filter((flag) => flags[flag]);
}
