import type { RatingTable } from '@touchstone/psychometrics';
import type { ScaleRange } from '../competencies';
import { type Comparison, comparisonOf } from './comparison';
import { inOrder, type LoopRatings, type PanelLoop, panelTable, questionsOf } from './panel-loop';
import { type PanelStudy, panelStudy, type ReliabilityFigures, reliabilityFigures } from './panel-worth';
import { type QuestionFigures, questionFigures } from './question-figures';
import { type SeverityRuler, severityRuler } from './rater-figures';
import { countedRatings } from './rating-facts';

/** Names what the figures of a report are made by. Raised when any of them changes its meaning or its method, so that stored reports are worked out anew. */
export const REPORT_ENGINE = 'insights/3';

/** More than this is not worked out at once; the newest loops are kept that stay below both. Models of crossed effects take time by the cube of raters and criteria. */
export const MOST_RATINGS = 20_000;
export const MOST_NAMES = 400;
/** Loops behind the figures of questions: the newest. */
export const MOST_LOOPS = 1_000;
/** Questions in a list: those asked most. */
export const MOST_QUESTIONS = 1_000;

/** What a report over open loops says, questions apart. Data alone: ids of members and loops, no words. */
export interface PanelSummary {
  /** Open loops within the scope, and those of them behind the figures on raters and panels. */
  readonly loops: number;
  readonly loopsUsed: number;
  /** Loops on another scale than most. */
  readonly otherScale: number;
  readonly n: number;
  readonly raters: number;
  /** Candidates of one opening side by side; null for wider scopes, which compare nobody. */
  readonly comparison: Comparison | null;
  /** Null where nothing was rated. */
  readonly severity: SeverityRuler | null;
  readonly reliability: ReliabilityFigures | null;
  readonly study: PanelStudy | null;
  readonly questions: number;
  /** Where the later part begins, for drift: as it was asked for, else where the later half begins. ISO text; null where there is nothing to halve. */
  readonly laterHalfFrom: string | null;
}

export interface PanelReport {
  readonly summary: PanelSummary;
  /** At most `MOST_QUESTIONS`. */
  readonly questions: readonly QuestionFigures[];
}

/**
 * The figures over a scope. The order of the loops changes no bit of it. `openingRuleHash`: of the opening, where the scope is one. `driftFrom`: where the later part begins
 * for drift, ISO text; null for the half.
 */
export function panelReport(given: readonly PanelLoop[], openingRuleHash: string | null, driftFrom: string | null = null): PanelReport {
  const comparison = openingRuleHash === null ? null : comparisonOf(given, openingRuleHash);
  const scale = commonScale(given);
  const alike = inOrder(given.filter((loop) => scale !== null && isSame(loop.scale, scale)));
  const used = newest(alike);
  const criteria = scale === null ? null : panelTable(used.map(ratingsOf), scale);
  const byQuestion = (loops: readonly LoopRatings[]): RatingTable | null =>
    scale === null ? null : panelTable(loops, scale, (_, question) => question);
  const questions = byQuestion(used.map(ratingsOf));
  const recent = inOrder(newestFirst(alike).slice(0, MOST_LOOPS));
  const asked = oftenAsked(recent.map(ratingsOf));
  const openedAt = new Map(recent.map((loop) => [loop.loopId, loop.openedAt]));
  const everything = byQuestion(asked);
  const split = driftFrom ?? laterHalf(recent);
  const half = (later: boolean) => byQuestion(asked.filter(({ loopId }) => split !== null && openedAt.get(loopId)! >= split === later));
  const [before, after] = split === null ? [null, null] : [half(false), half(true)];
  const figures =
    everything === null ? [] : questionFigures(recent, asked, everything, before === null || after === null ? null : { before, after });
  return {
    summary: {
      loops: given.length,
      loopsUsed: used.length,
      otherScale: given.length - alike.length,
      n: criteria?.score.length ?? 0,
      raters: criteria?.raters.length ?? 0,
      comparison,
      severity: criteria === null ? null : severityRuler(criteria),
      reliability: criteria === null || questions === null ? null : reliabilityFigures(criteria, questions),
      study: questions === null ? null : panelStudy(questions),
      questions: figures.length,
      laterHalfFrom: split,
    },
    questions: figures,
  };
}

const ratingsOf = (loop: PanelLoop): LoopRatings => ({
  loopId: loop.loopId,
  counted: countedRatings(loop.ratings, loop.items),
  questionOf: questionsOf(loop),
});

const isSame = (one: ScaleRange, other: ScaleRange): boolean => one.min === other.min && one.max === other.max;

/** The scale of most ratings; of equals the narrowest. Levels of different scales are not the same thing. */
function commonScale(loops: readonly PanelLoop[]): ScaleRange | null {
  const counts = new Map<string, { readonly scale: ScaleRange; n: number }>();
  for (const { scale, ratings } of loops) {
    const key = `${scale.min}/${scale.max}`;
    const known = counts.get(key) ?? { scale, n: 0 };
    known.n += ratings.length;
    counts.set(key, known);
  }
  const [most] = [...counts.values()].sort((a, b) => b.n - a.n || a.scale.max - a.scale.min - (b.scale.max - b.scale.min));
  return most?.scale ?? null;
}

const newestFirst = (loops: readonly PanelLoop[]): readonly PanelLoop[] =>
  [...loops].sort((a, b) => (a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : a.loopId < b.loopId ? -1 : 1));

/** The newest loops whose models can be worked out in seconds; in the order of ids. */
function newest(loops: readonly PanelLoop[]): readonly PanelLoop[] {
  const names = new Set<string>();
  const kept: PanelLoop[] = [];
  let ratings = 0;
  for (const loop of newestFirst(loops)) {
    const questionOf = questionsOf(loop);
    const own = loop.ratings.flatMap(({ raterId, itemId, criterionId }) => [raterId, `${questionOf.get(itemId) ?? ''}/${criterionId}`]);
    const grown = new Set([...names, ...own]);
    if (ratings + loop.ratings.length > MOST_RATINGS || grown.size > MOST_NAMES) break;
    for (const name of own) names.add(name);
    ratings += loop.ratings.length;
    kept.push(loop);
  }
  return inOrder(kept);
}

/** The ratings of the questions that were asked in most loops. */
function oftenAsked(loops: readonly LoopRatings[]): readonly LoopRatings[] {
  const counts = new Map<string, number>();
  for (const { counted, questionOf } of loops)
    for (const question of new Set(counted.map(({ itemId }) => questionOf.get(itemId) ?? '')))
      counts.set(question, (counts.get(question) ?? 0) + 1);
  if (counts.size <= MOST_QUESTIONS) return loops;
  const kept = new Set(
    [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, MOST_QUESTIONS)
      .map(([question]) => question),
  );
  return loops.map((loop) => ({ ...loop, counted: loop.counted.filter(({ itemId }) => kept.has(loop.questionOf.get(itemId) ?? '')) }));
}

/** When the later half of the loops begins to open; null for fewer than four, or where all opened at once. */
function laterHalf(loops: readonly PanelLoop[]): string | null {
  if (loops.length < 4) return null;
  const opened = loops.map(({ openedAt }) => openedAt).sort();
  const middle = opened[Math.floor(opened.length / 2)]!;
  return middle > opened[0]! ? middle : null;
}
