import type { PoolQuestion } from './blueprint';
import { hundredths } from './hundredths';
import type { Wish } from './wish';

/** How one wish fares in a kit. */
export interface WishSlack {
  readonly wishId: string;
  /** The wish in the blueprint's own words. */
  readonly label: string;
  readonly side: 'min' | 'max';
  readonly required: number;
  /** Same unit as `required`; null for the mean of no questions. */
  readonly achieved: number | null;
  /** Room left before the limit, same unit; negative where it is missed. */
  readonly slack: number;
  readonly violated: boolean;
  /** Points lost; 0 where the wish is kept, and always for a hard wish. */
  readonly penalty: number;
}

/**
 * How does this wish fare with these questions, round by round? Counted from the questions, not from a program.
 * Comparisons are exact, because difficulties are summed in hundredths.
 */
export function slackOf(wish: Wish, rounds: readonly (readonly PoolQuestion[])[]): WishSlack {
  const { label, side, required } = wish;
  const { achieved, missedUnits } = wish.subject.of === 'meanDifficulty' ? meanDifficulty(wish, rounds.flat()) : simpleCount(wish, rounds);
  return {
    wishId: wish.id,
    label,
    side,
    required,
    achieved,
    slack: achieved === null ? 0 : roomLeft(side, required, achieved),
    violated: missedUnits > 0,
    penalty: missedUnits > 0 ? missedUnits * (wish.softPrice ?? 0) : 0,
  };
}

interface Measure {
  readonly achieved: number | null;
  /** In the unit of the soft price; not above 0 where the wish is kept. */
  readonly missedUnits: number;
}

function meanDifficulty(wish: Wish, questions: readonly PoolQuestion[]): Measure {
  const sum = questions.reduce((total, question) => total + hundredths(question.difficulty), 0);
  const wanted = questions.length * hundredths(wish.required);
  return {
    achieved: questions.length === 0 ? null : sum / questions.length / 100,
    missedUnits: wish.side === 'min' ? wanted - sum : sum - wanted,
  };
}

function simpleCount(wish: Wish, rounds: readonly (readonly PoolQuestion[])[]): Measure {
  const achieved = count(wish, rounds);
  return { achieved, missedUnits: -roomLeft(wish.side, wish.required, achieved) };
}

function count({ subject }: Wish, rounds: readonly (readonly PoolQuestion[])[]): number {
  switch (subject.of) {
    case 'roundMinutes':
      return (rounds[subject.round] ?? []).reduce((sum, question) => sum + question.minutes, 0);
    case 'roundQuestions':
      return (rounds[subject.round] ?? []).length;
    case 'roundCompetency':
      return (rounds[subject.round] ?? []).filter((question) => question.competencies.includes(subject.slug)).length;
    case 'roundCategory':
      return (rounds[subject.round] ?? []).filter((question) => question.category === subject.slug).length;
    case 'roundKind':
      return (rounds[subject.round] ?? []).filter((question) => question.kind === subject.kind).length;
    case 'mandatoryCategory':
      return rounds.flat().filter((question) => question.category === subject.slug).length;
    case 'mustHave':
    case 'excluded':
      return rounds.flat().filter((question) => question.id === subject.questionId).length;
    case 'pin':
      return (rounds[subject.round] ?? []).filter((question) => question.id === subject.questionId).length;
    case 'exposure':
      return rounds.flat().filter((question) => question.exposure > subject.limit).length;
    case 'enemies':
      return rounds.flat().filter((question) => subject.pair.includes(question.id)).length;
    case 'variantFamily':
      return rounds.flat().filter((question) => question.variantFamily === subject.family).length;
    case 'meanDifficulty':
      throw new TypeError('a mean is not a count');
  }
}

const roomLeft = (side: 'min' | 'max', required: number, achieved: number): number =>
  side === 'min' ? achieved - required : required - achieved;
