import type { KitBlueprint, PoolQuestion } from './blueprint';
import type { Wish } from './wish';
import { counted } from './wishes';

/**
 * Tells a conflict of wishes in one or a few sentences, with the numbers that make it one. What belongs to one round is
 * told together: `Round 'Design' needs at least 2 questions of kind 'system-design' (5 in the pool, the 2 shortest take
 * 100 minutes), but allows at most 80 minutes.` Wishes on the kit as a whole follow.
 */
export function phraseConflict(wishes: readonly Wish[], blueprint: KitBlueprint, pool: readonly PoolQuestion[]): string {
  const sentences = blueprint.rounds.flatMap(({ name }, round) => {
    const ofRound = wishes.filter((wish) => roundOf(wish) === round);
    return ofRound.length === 0 ? [] : [roundSentence(name, ofRound, pool)];
  });
  const ofKit = wishes.filter((wish) => roundOf(wish) === undefined);
  const shown = ofKit.slice(0, MOST_TOLD).map((wish) => `${wish.label}.`);
  const rest = ofKit.length > MOST_TOLD ? [`And ${ofKit.length - MOST_TOLD} more rules of this kind.`] : [];
  const opening = sentences.length + shown.length > 1 ? ['These wishes cannot be had together.'] : [];
  return [...opening, ...sentences, ...shown, ...rest].join(' ');
}

/** Enemy rules can be many; a reader gets the first few. */
const MOST_TOLD = 5;

function roundSentence(name: string, wishes: readonly Wish[], pool: readonly PoolQuestion[]): string {
  const needs = wishes.filter((wish) => wish.side === 'min').map((wish) => need(wish, pool));
  const limits = wishes.filter((wish) => wish.side === 'max').map((wish) => `at most ${quantity(wish)}`);
  const parts = [...(needs.length === 0 ? [] : [`needs ${listed(needs)}`]), ...(limits.length === 0 ? [] : [`allows ${listed(limits)}`])];
  return `Round '${name}' ${parts.join(', but ')}.`;
}

function need(wish: Wish, pool: readonly PoolQuestion[]): string {
  const { subject, required } = wish;
  if (subject.of === 'pin') return `question '${subject.questionId}', which is fixed there${minutesOf(subject.questionId, pool)}`;
  const what = `at least ${quantity(wish)}`;
  if (subject.of === 'roundMinutes') return what;
  const fitting = pool
    .filter((question) => fits(wish, question))
    .map((question) => question.minutes)
    .sort((a, b) => a - b);
  if (fitting.length < required) return `${what} (${fitting.length} in the pool)`;
  const shortest = fitting.slice(0, required).reduce((sum, minutes) => sum + minutes, 0);
  const which = required === 1 ? `the shortest takes` : `the ${required} shortest take`;
  return `${what} (${fitting.length} in the pool, ${which} ${counted(shortest, 'minute')})`;
}

function quantity({ subject, required }: Wish): string {
  switch (subject.of) {
    case 'roundMinutes':
      return counted(required, 'minute');
    case 'roundCompetency':
      return `${counted(required, 'question')} on competency '${subject.slug}'`;
    case 'roundCategory':
      return `${counted(required, 'question')} of category '${subject.slug}'`;
    case 'roundKind':
      return `${counted(required, 'question')} of kind '${subject.kind}'`;
    default:
      return counted(required, 'question');
  }
}

function fits({ subject }: Wish, question: PoolQuestion): boolean {
  switch (subject.of) {
    case 'roundCompetency':
      return question.competencies.includes(subject.slug);
    case 'roundCategory':
      return question.category === subject.slug;
    case 'roundKind':
      return question.kind === subject.kind;
    default:
      return true;
  }
}

function minutesOf(questionId: string, pool: readonly PoolQuestion[]): string {
  const question = pool.find(({ id }) => id === questionId);
  return question === undefined ? '' : ` (${counted(question.minutes, 'minute')})`;
}

const roundOf = ({ subject }: Wish): number | undefined => ('round' in subject ? subject.round : undefined);

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1] ?? ''}`;
