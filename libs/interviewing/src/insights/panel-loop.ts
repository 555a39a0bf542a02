import { type Rating, type RatingTable, tabulate, weightedMean } from '@touchstone/psychometrics';
import type { ScaleRange } from '../competencies';
import { type CountedRating, type ItemFact, type RatingFact, byText, groupedBy, keyOf } from './rating-facts';

/** An item that was to be rated, and which question it asked. */
export interface PanelItem extends ItemFact {
  readonly questionVersionId: string;
}

/** How long an interview took, against what its kit round had planned for its questions. */
export interface InterviewTime {
  readonly interviewId: string;
  readonly questionVersionIds: readonly string[];
  readonly plannedMinutes: number;
  readonly usedMinutes: number;
}

/** A loop whose seal is open, as far as figures need it: first ratings, given without sight of the others, and nothing that names a candidate. */
export interface PanelLoop {
  readonly loopId: string;
  /** When its seal opened, as ISO text. */
  readonly openedAt: string;
  readonly ruleHash: string;
  readonly competencyWeights: Readonly<Record<string, number>>;
  readonly scale: ScaleRange;
  readonly items: readonly PanelItem[];
  readonly ratings: readonly RatingFact[];
  readonly times: readonly InterviewTime[];
}

/** One name for a criterion of a question, whoever asked it in whichever loop. */
export const criterionName = (questionVersionId: string, criterionId: string): string => `${questionVersionId}/${criterionId}`;

export const questionOfCriterion = (name: string): string => name.slice(0, name.indexOf('/'));

/** Ratings of one loop that count, with the question of each. */
export interface LoopRatings {
  readonly loopId: string;
  readonly counted: readonly CountedRating[];
  readonly questionOf: ReadonlyMap<string, string>;
}

/**
 * The ratings of several loops as a table: candidates are loops, items are criteria of questions (or whatever `itemOf` makes of a rating). Where several ratings of
 * one rater fall into one cell (the criteria of one question, or one question in two interviews), their mean by the criteria's shares stands there. Null without ratings.
 */
export function panelTable(
  loops: readonly LoopRatings[],
  scale: ScaleRange,
  itemOf: (rating: CountedRating, questionVersionId: string) => string = ({ criterionId }, question) =>
    criterionName(question, criterionId),
): RatingTable | null {
  const cells = loops.flatMap(({ loopId, counted, questionOf }) =>
    groupedBy(counted, (rating) => keyOf(rating.raterId, itemOf(rating, questionOf.get(rating.itemId) ?? ''))).map(
      ([key, ratings]): Rating => {
        const [rater, item] = JSON.parse(key) as [string, string];
        const score = weightedMean(ratings.map(({ level, share }) => ({ value: level, weight: share })));
        return { candidate: loopId, rater, item, score: score ?? 0 };
      },
    ),
  );
  if (cells.length === 0) return null;
  const table = tabulate(cells, { scale });
  if (!table.ok) throw new RangeError(table.error.map(({ message }) => message).join(' '));
  return table.value;
}

export const questionsOf = ({ items }: PanelLoop): ReadonlyMap<string, string> =>
  new Map(items.map(({ itemId, questionVersionId }) => [itemId, questionVersionId]));

/** By id: the order in which tables keep their names. */
export const inOrder = <Loop extends { readonly loopId: string }>(loops: readonly Loop[]): readonly Loop[] =>
  [...loops].sort((a, b) => byText(a.loopId, b.loopId));
