import type { Bound, DifficultyWish, KindBound, SlugBound } from './bound';
import type { KitBlueprint, RoundWish } from './blueprint';
import { byCodeUnit } from './by-code-unit';
import { hundredths } from './hundredths';
import type { PoolQuestion } from './pool-question';
import { counted } from './quantity-words';
import { barWishes } from './wishes-on-questions';
import type { Wish, WishSubject } from './wish';

/**
 * All that a blueprint asks of a kit over a pool, one wish per limit, in a fixed order: the rounds as written, then the
 * kit as a whole, then the rules that keep questions out or apart. Same blueprint and pool, same list. Exclusions and enemies
 * that name questions outside the pool ask nothing and are left out.
 */
export function listWishes(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): readonly Wish[] {
  return [
    ...blueprint.rounds.flatMap(roundWishes),
    ...kitWishes(blueprint),
    ...difficultyWishes(blueprint.difficulty),
    ...panelWishes(blueprint),
    ...presenceWishes(blueprint),
    ...barWishes(blueprint, pool),
  ];
}

/** Where a limit is set: the beginning of its id and of its words, and the round it counts in. */
interface Scope {
  readonly id: string;
  readonly words: string;
  readonly round?: number;
}

function roundWishes(round: RoundWish, index: number): Wish[] {
  const scope: Scope = { id: `round${index + 1}.`, words: `Round '${round.name}'`, round: index };
  const slots = round.slots ?? [];
  return [
    ...sides(scope, 'minutes', round.minutes, { of: 'minutes', round: index }, (n) => counted(n, 'minute')),
    ...sides(scope, 'questions', round.questions, { of: 'questions', round: index }, (n) => counted(n, 'question')),
    ...namedSides(scope, round),
    ...slots.map(({ label, soft }, slot): Wish => ({
      id: `${scope.id}slot${slot + 1}`,
      label: `${scope.words}: a question for '${label}'`,
      subject: { of: 'slot', round: index, slot },
      side: 'min',
      required: 1,
      ...(soft === undefined ? {} : { softPrice: soft }),
    })),
    ...(round.seats === undefined
      ? []
      : [
          {
            id: `${scope.id}judged`,
            label: `${scope.words}: only questions that its interviewers can judge`,
            subject: { of: 'judged', round: index } as const,
            side: 'max' as const,
            required: 0,
          },
        ]),
  ];
}

function kitWishes(blueprint: KitBlueprint): Wish[] {
  const scope: Scope = { id: 'kit.', words: 'The kit' };
  return [
    ...sides(scope, 'minutes', blueprint.minutes ?? {}, { of: 'minutes' }, (n) => counted(n, 'minute')),
    ...sides(scope, 'questions', blueprint.questions ?? {}, { of: 'questions' }, (n) => counted(n, 'question')),
    ...namedSides(scope, blueprint),
    ...(blueprint.levels ?? []).flatMap((bound) =>
      sides(
        scope,
        `level.${bound.from}-${bound.to}`,
        bound,
        { of: 'level', from: bound.from, to: bound.to },
        (n) => `${counted(n, 'question')} of difficulty ${bound.from === bound.to ? bound.from : `${bound.from} to ${bound.to}`}`,
      ),
    ),
  ];
}

interface NamedBounds {
  readonly competencies?: readonly SlugBound[];
  readonly categories?: readonly SlugBound[];
  readonly kinds?: readonly KindBound[];
  readonly tags?: readonly SlugBound[];
}

function namedSides(scope: Scope, { competencies = [], categories = [], kinds = [], tags = [] }: NamedBounds): Wish[] {
  const round = scope.round === undefined ? {} : { round: scope.round };
  const named = (of: 'competency' | 'category' | 'tag', bound: SlugBound, words: string): Wish[] =>
    sides(
      scope,
      `${of}.${bound.slug}`,
      bound,
      { of, slug: bound.slug, ...round },
      (n) => `${counted(n, 'question')} ${words} '${bound.slug}'`,
    );
  return [
    ...competencies.flatMap((bound) => named('competency', bound, 'on competency')),
    ...categories.flatMap((bound) => named('category', bound, 'of category')),
    ...kinds.flatMap((bound) =>
      sides(
        scope,
        `kind.${bound.kind}`,
        bound,
        { of: 'kind', kind: bound.kind, ...round },
        (n) => `${counted(n, 'question')} of kind '${bound.kind}'`,
      ),
    ),
    ...tags.flatMap((bound) => named('tag', bound, 'with tag')),
  ];
}

function sides(scope: Scope, name: string, bound: Bound, subject: WishSubject, words: (count: number) => string): Wish[] {
  const price = bound.soft === undefined ? {} : { softPrice: bound.soft };
  const id = `${scope.id}${name}`;
  const wishes: Wish[] = [];
  if (bound.min !== undefined && bound.min > 0) {
    wishes.push({
      id: `${id}.min`,
      label: `${scope.words}: at least ${words(bound.min)}`,
      subject,
      side: 'min',
      required: bound.min,
      ...price,
    });
  }
  if (bound.max !== undefined) {
    wishes.push({
      id: `${id}.max`,
      label: `${scope.words}: at most ${words(bound.max)}`,
      subject,
      side: 'max',
      required: bound.max,
      ...price,
    });
  }
  return wishes;
}

function difficultyWishes(difficulty: DifficultyWish | undefined): Wish[] {
  if (difficulty === undefined) return [];
  const price = difficulty.soft === undefined ? {} : { softPrice: difficulty.soft };
  const { min, max } = difficultyLimits(difficulty);
  const wish = (id: string, words: string, subject: WishSubject, side: 'min' | 'max', required: number | undefined): Wish[] =>
    required === undefined
      ? []
      : [
          {
            id: `${id}.${side}`,
            label: `${words}: at ${side === 'min' ? 'least' : 'most'} ${required}`,
            subject,
            side,
            required,
            ...price,
          },
        ];
  const around = difficulty.target ?? 0;
  return [
    ...wish('difficulty', 'Mean difficulty of the kit', { of: 'meanDifficulty' }, 'min', min),
    ...wish('difficulty', 'Mean difficulty of the kit', { of: 'meanDifficulty' }, 'max', max),
    ...wish('spread', `Mean distance from difficulty ${around}`, { of: 'spread', around }, 'min', difficulty.spread?.min),
    ...wish('spread', `Mean distance from difficulty ${around}`, { of: 'spread', around }, 'max', difficulty.spread?.max),
  ];
}

function difficultyLimits(difficulty: DifficultyWish): { readonly min?: number; readonly max?: number } {
  if (difficulty.target === undefined) return difficulty;
  const [target, tolerance] = [hundredths(difficulty.target), hundredths(difficulty.tolerance)];
  return { min: (target - tolerance) / 100, max: (target + tolerance) / 100 };
}

function panelWishes({ raters = [], load }: KitBlueprint): Wish[] {
  const price = (soft: number | undefined): { softPrice?: number } => (soft === undefined ? {} : { softPrice: soft });
  return [
    ...raters.map(({ competency, min, soft }): Wish => ({
      id: `raters.${competency}`,
      label: `Competency '${competency}': rated by at least ${counted(min, 'interviewer')}`,
      subject: { of: 'raters', competency },
      side: 'min',
      required: min,
      ...price(soft),
    })),
    ...(load === undefined
      ? []
      : [
          {
            id: 'load.apart',
            label: `Loads of the panel: at most ${counted(load.apart, 'minute')} apart`,
            subject: { of: 'load' } as const,
            side: 'max' as const,
            required: load.apart,
            ...price(load.soft),
          },
        ]),
  ];
}

function presenceWishes(blueprint: KitBlueprint): Wish[] {
  return [
    ...sortedOnce(blueprint.mandatoryCategories).map((slug): Wish => ({
      id: `mandatory.${slug}`,
      label: `The kit has a question of category '${slug}'`,
      subject: { of: 'category', slug },
      side: 'min',
      required: 1,
    })),
    ...sortedOnce(blueprint.mustHaveQuestionIds ?? []).map((questionId): Wish => ({
      id: `mustHave.${questionId}`,
      label: `The kit has question '${questionId}'`,
      subject: { of: 'mustHave', questionId },
      side: 'min',
      required: 1,
    })),
    ...[...(blueprint.pinned ?? [])]
      .sort((a, b) => byCodeUnit(a.questionId, b.questionId))
      .map((pin): Wish => ({
        id: `pin.${pin.questionId}`,
        label: `Question '${pin.questionId}' is fixed in round '${blueprint.rounds[pin.roundIndex]?.name ?? pin.roundIndex}'`,
        subject: { of: 'pin', questionId: pin.questionId, round: pin.roundIndex },
        side: 'min',
        required: 1,
      })),
  ];
}

const sortedOnce = (texts: readonly string[]): string[] => [...new Set(texts)].sort(byCodeUnit);
