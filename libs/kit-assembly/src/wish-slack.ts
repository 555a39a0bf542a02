import type { KitBlueprint } from './blueprint';
import type { CountedKit } from './counted-kit';
import { hundredths } from './hundredths';
import { canBeJudged, loadsOf, panelOf } from './panel';
import type { PoolQuestion } from './pool-question';
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
export function slackOf(wish: Wish, kit: CountedKit): WishSlack {
  const { label, side, required } = wish;
  const { achieved, missedUnits } = measured(wish, kit);
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

function measured(wish: Wish, kit: CountedKit): Measure {
  if (wish.subject.of === 'meanDifficulty') return meanDifficulty(wish, kit.all);
  if (wish.subject.of === 'spread') return meanDifficulty(wish, kit.all, wish.subject.around);
  return simpleCount(wish, kit);
}

function meanDifficulty(wish: Wish, questions: readonly PoolQuestion[], around?: number): Measure {
  const measured = ({ difficulty }: PoolQuestion): number =>
    around === undefined ? hundredths(difficulty) : Math.abs(hundredths(difficulty) - hundredths(around));
  const sum = questions.reduce((total, question) => total + measured(question), 0);
  const wanted = questions.length * hundredths(wish.required);
  return {
    achieved: questions.length === 0 ? null : sum / questions.length / 100,
    missedUnits: wish.side === 'min' ? wanted - sum : sum - wanted,
  };
}

function simpleCount(wish: Wish, layout: CountedKit): Measure {
  const achieved = count(wish, layout);
  return { achieved, missedUnits: -roomLeft(wish.side, wish.required, achieved) };
}

function count({ subject }: Wish, { rounds, all, slots, blueprint }: CountedKit): number {
  const within = 'round' in subject && subject.round !== undefined ? (rounds[subject.round] ?? []) : all;
  const counted = (passes: (question: PoolQuestion) => boolean): number => within.filter(passes).length;
  switch (subject.of) {
    case 'minutes':
      return minutesOf(within);
    case 'questions':
      return within.length;
    case 'competency':
      return counted(({ competencies }) => competencies.includes(subject.slug));
    case 'category':
      return counted(({ category }) => category === subject.slug);
    case 'tag':
      return counted(({ tags = [] }) => tags.includes(subject.slug));
    case 'kind':
      return counted(({ kind }) => kind === subject.kind);
    case 'level':
      return counted(({ difficulty }) => subject.from <= difficulty && difficulty <= subject.to);
    case 'slot':
      return slots[subject.round]?.[subject.slot] === undefined ? 0 : 1;
    case 'judged':
      return counted(({ competencies }) => !canBeJudged(blueprint, subject.round, competencies));
    case 'firstCompetency':
      return counted(({ competencies }) => competencies[0] === subject.slug);
    case 'raters':
      return ratersOf(subject.competency, rounds, blueprint);
    case 'load': {
      const loads = loadsOf(blueprint).map((own) => own.reduce((sum, round) => sum + minutesOf(rounds[round] ?? []), 0));
      return loads.length === 0 ? 0 : Math.max(...loads) - Math.min(...loads);
    }
    case 'mustHave':
    case 'excluded':
    case 'pin':
      return counted(({ id }) => id === subject.questionId);
    case 'exposure':
      return counted(({ exposure }) => exposure > subject.limit);
    case 'seniority':
      return counted(({ seniorities = [] }) => seniorities.length > 0 && !seniorities.includes(subject.slug));
    case 'asked':
      return counted(({ id }) => subject.questionIds.includes(id));
    case 'enemies':
      return counted(({ id }) => subject.pair.includes(id));
    case 'variantFamily':
      return counted(({ variantFamily }) => variantFamily === subject.family);
    case 'meanDifficulty':
    case 'spread':
      throw new TypeError('a mean is not a count');
  }
}

const minutesOf = (questions: readonly PoolQuestion[]): number => questions.reduce((sum, { minutes }) => sum + minutes, 0);

/** How many members of the panel see a question of the competency in a round where they can judge it. */
const ratersOf = (competency: string, rounds: CountedKit['rounds'], blueprint: KitBlueprint): number =>
  panelOf(blueprint).filter(({ rounds: own, canJudge }) =>
    own.some((round) => canJudge(competency, round) && (rounds[round] ?? []).some(({ competencies }) => competencies.includes(competency))),
  ).length;

const roomLeft = (side: 'min' | 'max', required: number, achieved: number): number =>
  side === 'min' ? achieved - required : required - achieved;
