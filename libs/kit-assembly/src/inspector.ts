import type { KitBlueprint } from './blueprint';
import { type CountedKit, countedKit } from './counted-kit';
import type { KitLayout } from './kit';
import type { PoolQuestion } from './pool-question';
import { defaultPriorities, type Priorities } from './priorities';
import { scoreQuestions, type KitScore } from './score';
import type { Wish } from './wish';
import { slackOf, type WishSlack } from './wish-slack';
import { listWishes } from './wishes';

/** A hard rule that a kit breaks. `wishId` is the id of the wish, or of a rule that always holds (`once.q1`, `unknown.q1`). */
export interface Violation {
  readonly wishId: string;
  readonly words: string;
}

/** All that can be said of a kit by counting. */
export interface KitAssessment {
  readonly violations: readonly Violation[];
  readonly slacks: readonly WishSlack[];
  readonly score: KitScore;
}

/** Answers questions on many kits of one blueprint; the pool is indexed once. */
export interface KitInspector {
  /** Whether it breaks no hard rule: sooner told than which it breaks. */
  isValid(layout: KitLayout): boolean;
  /** Everything at once, in one pass. */
  assess(layout: KitLayout): KitAssessment;
  /** The broken hard rules, in words; empty for a valid kit. */
  violations(layout: KitLayout): readonly Violation[];
  /** How the limits and presences fare, in the order of the blueprint. What only keeps questions out or apart is not listed. */
  slacks(layout: KitLayout): readonly WishSlack[];
  score(layout: KitLayout): KitScore;
}

/**
 * Prepares the check of kits against a blueprint and pool. It counts questions in rounds and knows nothing of programs
 * and solvers, so that it can catch their mistakes. Preparing takes time linear in the pool, each kit some microseconds.
 */
export function kitInspector(
  blueprint: KitBlueprint,
  pool: readonly PoolQuestion[],
  priorities: Priorities = defaultPriorities,
): KitInspector {
  const questionOf = new Map(pool.map((question) => [question.id, question]));
  const wishes = listWishes(
    { ...blueprint, enemies: [] },
    pool.map((question) => ({ ...question, enemies: [] })),
  ).filter(isReported);
  const ruleBreaks = ruleBook(blueprint, pool);

  const resolve = (layout: KitLayout): CountedKit => countedKit(layout, blueprint, questionOf);
  const slacksOf = (kit: CountedKit): WishSlack[] => wishes.map((wish) => slackOf(wish, kit));

  const assess = (layout: KitLayout): KitAssessment => {
    const kit = resolve(layout);
    const slacks = slacksOf(kit);
    const missed = slacks.filter((slack, index) => slack.violated && wishes[index]?.softPrice === undefined);
    const penalty = slacks.reduce((sum, slack) => sum + slack.penalty, 0);
    return {
      slacks,
      score: scoreQuestions(blueprint, kit.rounds, penalty, priorities),
      violations: [
        ...shapeBreaks(blueprint, questionOf, layout),
        ...homeless(kit),
        ...ruleBreaks(kit.all),
        ...missed.map((slack) => ({ wishId: slack.wishId, words: `${slack.label}; it has ${spoken(slack.achieved)}` })),
      ],
    };
  };
  /** The same verdict as `violations`, found as soon as one is. */
  const isValid = (layout: KitLayout): boolean => {
    const kit = resolve(layout);
    if (shapeBreaks(blueprint, questionOf, layout).length > 0 || homeless(kit).length > 0) return false;
    return wishes.every((wish) => wish.softPrice !== undefined || !slackOf(wish, kit).violated) && ruleBreaks(kit.all).length === 0;
  };
  return {
    assess,
    isValid,
    slacks: (layout) => slacksOf(resolve(layout)),
    score: (layout) => assess(layout).score,
    violations: (layout) => assess(layout).violations,
  };
}

/** The bars that are checked question by question and pair by pair, in `ruleBook`: there are too many of them to list. */
const CHECKED_APART: ReadonlySet<string> = new Set(['excluded', 'exposure', 'enemies', 'variantFamily']);

const isReported = (wish: Wish): boolean => !CHECKED_APART.has(wish.subject.of);

/** In a round with slots every question fills one. */
const homeless = ({ blueprint, rounds, slots }: CountedKit): Violation[] =>
  rounds.flatMap((questions, round) =>
    blueprint.rounds[round]?.slots === undefined
      ? []
      : questions
          .filter((question) => !(slots[round] ?? []).includes(question))
          .map(({ id }) => ({
            wishId: `round${round + 1}.slots`,
            words: `Round '${blueprint.rounds[round]?.name ?? ''}': question '${id}' fits no free slot`,
          })),
  );

const spoken = (figure: number | null): string => (figure === null ? 'none' : String(Math.round(figure * 1000) / 1000));

function shapeBreaks(blueprint: KitBlueprint, known: ReadonlyMap<string, PoolQuestion>, layout: KitLayout): Violation[] {
  const rounds: Violation[] =
    layout.rounds.length === blueprint.rounds.length
      ? []
      : [{ wishId: 'rounds', words: `The blueprint has ${blueprint.rounds.length} rounds, the kit has ${layout.rounds.length}` }];
  const strangers = layout.rounds.flatMap(({ items }) => items).filter(({ questionId }) => !known.has(questionId));
  return [
    ...rounds,
    ...strangers.map(({ questionId }) => ({ wishId: `unknown.${questionId}`, words: `Question '${questionId}' is not in the pool` })),
  ];
}

/** The rules on who may be in a kit at all, and who with whom: checked question by question and pair by pair. */
function ruleBook(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): (chosen: readonly PoolQuestion[]) => Violation[] {
  const excluded = new Set(blueprint.excludedQuestionIds);
  const limit = blueprint.maxExposure ?? Infinity;
  const enemiesOf = new Map<string, Set<string>>(pool.map((question) => [question.id, new Set(question.enemies)]));
  for (const [a, b] of blueprint.enemies) enemiesOf.get(a)?.add(b);
  for (const [a, b] of blueprint.enemies) enemiesOf.get(b)?.add(a);
  const areEnemies = (a: string, b: string): boolean => a !== b && (enemiesOf.get(a)?.has(b) || enemiesOf.get(b)?.has(a) || false);

  return (chosen) => {
    const broken: Violation[] = [];
    chosen.forEach((question, index) => {
      const { id, exposure, variantFamily } = question;
      if (excluded.has(id)) broken.push({ wishId: `excluded.${id}`, words: `Question '${id}' is excluded` });
      if (exposure > limit)
        broken.push({ wishId: 'exposure.max', words: `Question '${id}' was used ${exposure} times, the limit is ${limit}` });
      for (const other of chosen.slice(index + 1)) {
        if (other.id === id) {
          broken.push({ wishId: `once.${id}`, words: `Question '${id}' occurs twice` });
        } else if (variantFamily !== undefined && other.variantFamily === variantFamily) {
          broken.push({
            wishId: `family.${variantFamily}`,
            words: `Questions '${id}' and '${other.id}' are variants of '${variantFamily}'`,
          });
        }
        if (areEnemies(id, other.id)) {
          const [first, second] = id < other.id ? [id, other.id] : [other.id, id];
          broken.push({ wishId: `enemies.${first}.${second}`, words: `Questions '${first}' and '${second}' may not meet in one kit` });
        }
      }
    });
    return broken;
  };
}
