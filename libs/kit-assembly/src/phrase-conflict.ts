import type { KitBlueprint } from './blueprint';
import { fitsSlot } from './fits-slot';
import type { PoolQuestion } from './pool-question';
import { counted } from './quantity-words';
import { roundOf, type Wish } from './wish';

/**
 * Tells a conflict of wishes in one or a few sentences, with the numbers that make it one. What belongs to one round is
 * told together: `Round 'Design' needs at least 2 questions of kind 'system-design' (5 in the pool, the 2 shortest take
 * 100 minutes), but allows at most 80 minutes.` Wishes on the kit as a whole follow.
 */
export function phraseConflict(
  wishes: readonly Wish[],
  blueprint: KitBlueprint,
  pool: readonly PoolQuestion[],
  { byDifficulty = false }: Told = {},
): string {
  const supply: Supply = (wish) => supplyOf(wish, blueprint, pool, byDifficulty);
  const sentences = blueprint.rounds.flatMap(({ name }, round) => {
    const ofRound = wishes.filter((wish) => roundOf(wish) === round && wish.subject.of !== 'judged');
    return ofRound.length === 0 ? [] : [roundSentence(name, ofRound, blueprint, pool, supply)];
  });
  const others = wishes.filter((wish) => roundOf(wish) === undefined || wish.subject.of === 'judged');
  const shown = others.slice(0, MOST_TOLD).map((wish) => `${wish.label}${supply(wish)}.`);
  const rest = others.length > MOST_TOLD ? [`And ${others.length - MOST_TOLD} more rules of this kind.`] : [];
  const opening = sentences.length + shown.length > 1 ? ['These wishes cannot be had together.'] : [];
  return [...opening, ...sentences, ...shown, ...rest].join(' ');
}

/** What a reader is told besides. `byDifficulty`: how many questions of each difficulty the pool offers, where kits have to be alike in it. */
interface Told {
  readonly byDifficulty?: boolean;
}

/** What the pool offers for a wish, in brackets, or nothing. */
type Supply = (wish: Wish) => string;

/** Enemy rules can be many; a reader gets the first few. */
const MOST_TOLD = 5;

function roundSentence(
  name: string,
  wishes: readonly Wish[],
  blueprint: KitBlueprint,
  pool: readonly PoolQuestion[],
  supply: Supply,
): string {
  const needs = wishes.filter((wish) => wish.side === 'min').map((wish) => need(wish, blueprint, pool, supply));
  const limits = wishes.filter((wish) => wish.side === 'max').map((wish) => `at most ${quantity(wish, blueprint)}`);
  const parts = [...(needs.length === 0 ? [] : [`needs ${listed(needs)}`]), ...(limits.length === 0 ? [] : [`allows ${listed(limits)}`])];
  return `Round '${name}' ${parts.join(', but ')}.`;
}

function need(wish: Wish, blueprint: KitBlueprint, pool: readonly PoolQuestion[], supply: Supply): string {
  const { subject } = wish;
  if (subject.of === 'pin') return `question '${subject.questionId}', which is fixed there${minutesOf(subject.questionId, pool)}`;
  const what = subject.of === 'slot' ? quantity(wish, blueprint) : `at least ${quantity(wish, blueprint)}`;
  return `${what}${supply(wish)}`;
}

/** What the pool has to offer for a wish for at least so many questions: how many fit, and how long the shortest take. */
function supplyOf(wish: Wish, blueprint: KitBlueprint, pool: readonly PoolQuestion[], byDifficulty: boolean): string {
  const { required, side, subject } = wish;
  if (side === 'max' || !COUNTS_QUESTIONS.has(subject.of)) return '';
  const fitting = pool.filter((question) => fits(wish, question, blueprint));
  const offered = `${fitting.length} in the pool${byDifficulty && fitting.length > 0 ? `: ${levelsOf(fitting)}` : ''}`;
  if (fitting.length < required) return ` (${offered})`;
  const shortest = fitting
    .map(({ minutes }) => minutes)
    .sort((a, b) => a - b)
    .slice(0, required)
    .reduce((sum, minutes) => sum + minutes, 0);
  const which = required === 1 ? `the shortest takes` : `the ${required} shortest take`;
  return ` (${offered}${byDifficulty ? ';' : ','} ${which} ${counted(shortest, 'minute')})`;
}

/** `3 of difficulty 3, 5 of difficulty 4`. */
function levelsOf(questions: readonly PoolQuestion[]): string {
  const levels = [...new Set(questions.map(({ difficulty }) => difficulty))].sort((a, b) => a - b);
  return levels.map((level) => `${questions.filter(({ difficulty }) => difficulty === level).length} of difficulty ${level}`).join(', ');
}

const COUNTS_QUESTIONS: ReadonlySet<string> = new Set(['questions', 'competency', 'category', 'kind', 'tag', 'level', 'slot']);

function quantity({ subject, required }: Wish, blueprint: KitBlueprint): string {
  switch (subject.of) {
    case 'minutes':
      return counted(required, 'minute');
    case 'competency':
      return `${counted(required, 'question')} on competency '${subject.slug}'`;
    case 'category':
      return `${counted(required, 'question')} of category '${subject.slug}'`;
    case 'tag':
      return `${counted(required, 'question')} with tag '${subject.slug}'`;
    case 'kind':
      return `${counted(required, 'question')} of kind '${subject.kind}'`;
    case 'slot':
      return `a question for '${blueprint.rounds[subject.round]?.slots?.[subject.slot]?.label ?? ''}'`;
    default:
      return counted(required, 'question');
  }
}

function fits({ subject }: Wish, question: PoolQuestion, blueprint: KitBlueprint): boolean {
  switch (subject.of) {
    case 'competency':
      return question.competencies.includes(subject.slug);
    case 'category':
      return question.category === subject.slug;
    case 'tag':
      return question.tags?.includes(subject.slug) ?? false;
    case 'kind':
      return question.kind === subject.kind;
    case 'level':
      return question.difficulty >= subject.from && question.difficulty <= subject.to;
    case 'slot': {
      const slot = blueprint.rounds[subject.round]?.slots?.[subject.slot];
      return slot !== undefined && fitsSlot(slot, question);
    }
    default:
      return true;
  }
}

function minutesOf(questionId: string, pool: readonly PoolQuestion[]): string {
  const question = pool.find(({ id }) => id === questionId);
  return question === undefined ? '' : ` (${counted(question.minutes, 'minute')})`;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1] ?? ''}`;
