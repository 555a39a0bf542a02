/**
 * A lower and an upper limit, both inclusive. Hard unless `soft` is given: then missing the limit by one unit (a minute,
 * a question) costs `soft` points of the objective, a positive whole number, and the miss is reported as slack.
 *
 * `target` is no limit: it is where the figure would best lie. The farthest of all targets of a kit is what the priority
 * `farthest` keeps small (minimax).
 */
export interface Bound {
  readonly min?: number;
  readonly max?: number;
  readonly soft?: number;
  readonly target?: number;
}

/** How many questions of a competency, a category or with a tag there are. A question with two competencies counts for both. */
export interface SlugBound extends Bound {
  readonly slug: string;
}

/** How many questions of a kind (`technical-depth`, `case`) there are. */
export interface KindBound extends Bound {
  readonly kind: string;
}

/** How many questions have a difficulty from `from` to `to`, both inclusive. */
export interface LevelBound extends Bound {
  readonly from: number;
  readonly to: number;
}

/**
 * Mean difficulty over all questions of the kit, to two decimals: a target with a tolerance, or limits as they are. Where it is
 * soft, the price is per hundredth of a level, summed over the questions of the kit.
 */
export type DifficultyWish = (
  | { readonly target: number; readonly tolerance: number; readonly min?: undefined; readonly max?: undefined }
  | { readonly min?: number; readonly max?: number; readonly target?: undefined; readonly tolerance?: undefined }
) & {
  readonly soft?: number;
  /** Mean distance of the questions from the target, at least and at most: a kit of like, or of mixed difficulty. Needs a target. */
  readonly spread?: { readonly min?: number; readonly max?: number };
};
