/**
 * What a person wishes of a kit, and what there is to choose from. Plain data: a blueprint travels as JSON between
 * the screen, the command line and the solver.
 */

/**
 * A lower and an upper limit, both inclusive. Hard unless `soft` is given: then missing the limit by one unit (a minute,
 * a question) costs `soft` points of the objective, a positive whole number, and the miss is reported as slack.
 */
export interface Bound {
  readonly min?: number;
  readonly max?: number;
  readonly soft?: number;
}

/** How many questions of a competency or category a round holds. A question with two competencies counts for both. */
export interface SlugBound extends Bound {
  readonly slug: string;
}

/** How many questions of a kind (`technical-depth`, `case`) a round holds. */
export interface KindBound extends Bound {
  readonly kind: string;
}

/** The wishes for one round. Minutes are whole and count question time only. */
export interface RoundWish {
  readonly name: string;
  readonly minutes: Bound & { readonly max: number };
  readonly questions: Bound & { readonly min: number; readonly max: number };
  readonly competencies: readonly SlugBound[];
  readonly categories: readonly SlugBound[];
  readonly kinds: readonly KindBound[];
}

/**
 * Mean difficulty over all questions of the kit, levels 1..5, given to two decimals. Where it is soft, the price is per
 * hundredth of a level, summed over the questions of the kit.
 */
export interface DifficultyWish {
  readonly target: number;
  readonly tolerance: number;
  readonly soft?: number;
}

/** A question that must stand in one round, counted from 0: what a person has fixed before solving again. */
export interface Pin {
  readonly questionId: string;
  readonly roundIndex: number;
}

export interface KitBlueprint {
  readonly rounds: readonly RoundWish[];
  readonly difficulty?: DifficultyWish;
  /** Role profile: competency slug to weight, two decimals, sum 100; empty where coverage does not matter. */
  readonly competencyWeights: Readonly<Record<string, number>>;
  /** Each of these categories has at least one question somewhere in the kit. */
  readonly mandatoryCategories: readonly string[];
  readonly excludedQuestionIds: readonly string[];
  readonly mustHaveQuestionIds?: readonly string[];
  /** Pairs that never meet in one kit, because one gives the other away. Pairs outside the pool are no concern. */
  readonly enemies: readonly (readonly [string, string])[];
  /** A question used more often than this is barred. */
  readonly maxExposure?: number;
  readonly pinned?: readonly Pin[];
}

/** One approved question that may be chosen. */
export interface PoolQuestion {
  readonly id: string;
  readonly category: string;
  readonly competencies: readonly string[];
  readonly kind: string;
  /** Whole minutes, at least 1. */
  readonly minutes: number;
  /** 1..5, two decimals. */
  readonly difficulty: number;
  /** Whole points, higher is better; 0 where nothing is known. */
  readonly quality: number;
  /** How often the question was asked before. */
  readonly exposure: number;
  /** Variants of one question share a family; a kit holds at most one of them. */
  readonly variantFamily?: string;
  readonly enemies: readonly string[];
}
