/** A lower and an upper limit, both inclusive. Hard unless `soft` is given: the points that each unit missed costs. */
export interface WishBound {
  readonly min?: number;
  readonly max?: number;
  readonly soft?: number;
}

/** How many questions of one competency, category or kind a round holds. */
export interface NamedBound extends WishBound {
  /** A competency slug, a category slug, or a kind of question. */
  readonly slug: string;
}

/** A place for one question. An empty list allows anything. */
export interface SlotWishes {
  /** Unique within its round. */
  readonly label: string;
  readonly minutes: { readonly min?: number; readonly max?: number };
  /** Slugs of categories. */
  readonly categories: readonly string[];
  /** Slugs; one of them is the first competency of the question. */
  readonly competencies: readonly string[];
  readonly kinds: readonly string[];
}

/** The wishes for one round; minutes are question time. */
export interface RoundWishes {
  readonly name: string;
  readonly minutes: WishBound & { readonly max: number };
  readonly questions: WishBound & { readonly min: number; readonly max: number };
  readonly competencies: readonly NamedBound[];
  readonly categories: readonly NamedBound[];
  readonly kinds: readonly NamedBound[];
  /** Places in the order of asking, one question each; where there are any, no question stands besides. */
  readonly slots?: readonly SlotWishes[];
}

/** The mean difficulty of the kit, levels 1 to 5 with two decimals. */
export interface DifficultyWishes {
  readonly target: number;
  readonly tolerance: number;
  readonly soft?: number;
}

/** No question that stands in more than `uses` kits published within the last `months` months. */
export interface ExposureLimit {
  readonly months: number;
  readonly uses: number;
}

/** All that a blueprint asks of a kit; the role profile, whose weights are to be covered, stands beside it. Question ids are those of questions, not of versions. */
export interface BlueprintWishes {
  readonly rounds: readonly RoundWishes[];
  readonly difficulty?: DifficultyWishes;
  /** Slugs; each has a question somewhere in the kit. */
  readonly mandatoryCategories: readonly string[];
  readonly excludedQuestionIds: readonly string[];
  readonly mustHaveQuestionIds: readonly string[];
  /** Pairs of questions that never meet in this kit, beyond those that the questions themselves name. */
  readonly enemies: readonly (readonly [string, string])[];
  readonly exposureLimit?: ExposureLimit;
  /** No two questions of a kit have the same first competency. */
  readonly distinctCompetencies?: boolean;
  /** Draw from questions that were published with their answers, too. Such a kit is for practice, not for selection. */
  readonly includeTraining: boolean;
}
