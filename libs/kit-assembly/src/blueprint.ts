import type { Bound, DifficultyWish, KindBound, LevelBound, SlugBound } from './bound';

/*
 * What a person wishes of a kit. Plain data: a blueprint travels as JSON between the screen, the command line and the solver.
 */

/** The wishes for one round. Minutes are whole and count question time only. */
export interface RoundWish {
  readonly name: string;
  readonly minutes: Bound & { readonly max: number };
  readonly questions: Bound & { readonly min: number; readonly max: number };
  readonly competencies: readonly SlugBound[];
  readonly categories: readonly SlugBound[];
  readonly kinds: readonly KindBound[];
  readonly tags?: readonly SlugBound[];
  /** Places for one question each, in the order of asking. A round with slots holds no questions besides. */
  readonly slots?: readonly SlotWish[];
  /** Who interviews in this round. Where given, only questions that the seats together can judge stand in it. */
  readonly seats?: readonly Seat[];
}

/** A place for one question. An empty list allows anything. */
export interface SlotWish {
  readonly label: string;
  readonly minutes?: { readonly min?: number; readonly max?: number };
  /** Of the question. */
  readonly categories?: readonly string[];
  /** One of them is the first competency of the question. */
  readonly competencies?: readonly string[];
  readonly kinds?: readonly string[];
  /** By kind: the length that fits. */
  readonly forms?: Readonly<Record<string, string>>;
  /** Levels of difficulty that fit. */
  readonly difficulties?: readonly number[];
  /** Points lost where the slot stays empty; without it the slot must be filled. */
  readonly soft?: number;
}

/** A member of the panel in a round, and the competencies they can judge; without a list, all. */
export interface Seat {
  readonly member: string;
  readonly competencies?: readonly string[];
}

/** At least so many different members of the panel see an answer to a question of this competency that they can judge. */
export interface RaterWish {
  readonly competency: string;
  readonly min: number;
  readonly soft?: number;
}

/** A question that must stand in one round, counted from 0: what a person has fixed before solving again. */
export interface Pin {
  readonly questionId: string;
  readonly roundIndex: number;
}

export interface KitBlueprint {
  readonly rounds: readonly RoundWish[];

  /* The kit as a whole */
  readonly questions?: Bound;
  readonly minutes?: Bound;
  readonly competencies?: readonly SlugBound[];
  readonly categories?: readonly SlugBound[];
  readonly kinds?: readonly KindBound[];
  readonly tags?: readonly SlugBound[];
  readonly levels?: readonly LevelBound[];
  readonly difficulty?: DifficultyWish;
  /** Ends of the scale of difficulty; 1 to 5 unless given. */
  readonly difficultyScale?: { readonly min: number; readonly max: number };
  /** No two questions have the same first competency. */
  readonly distinctCompetencies?: boolean;
  /** Role profile: competency slug to weight, two decimals, sum 100; empty where coverage does not matter. */
  readonly competencyWeights: Readonly<Record<string, number>>;
  /** Each of these categories has at least one question somewhere in the kit. */
  readonly mandatoryCategories: readonly string[];

  /* The panel */
  readonly raters?: readonly RaterWish[];
  /** The busiest member and the least busy one differ by at most so many minutes; without seats, the rounds do. */
  readonly load?: { readonly apart: number; readonly soft?: number };

  /* Single questions */
  readonly excludedQuestionIds: readonly string[];
  readonly mustHaveQuestionIds?: readonly string[];
  readonly pinned?: readonly Pin[];
  /** Pairs that never meet in one kit, because one gives the other away. Pairs outside the pool are no concern. */
  readonly enemies: readonly (readonly [string, string])[];
  /** A question used more often than this is barred. */
  readonly maxExposure?: number;
  /** Every question is fair for people of this seniority. */
  readonly seniority?: string;
  /** Questions that this candidate was asked before. */
  readonly askedQuestionIds?: readonly string[];

  /** Expected dependability of a kit of 1, 2, 3 … questions, in thousandths, from a decision study on scores of one's own. */
  readonly expectedReliability?: readonly number[];
}
