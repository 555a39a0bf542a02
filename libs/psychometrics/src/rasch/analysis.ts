import type { Estimate, EstimateStatus } from '@touchstone/kernel';

/** One set of thresholds for all items (Andrich 1978), or one for each item (Masters 1982). */
export type RaschModel = 'RATING_SCALE' | 'PARTIAL_CREDIT';

export type RaschFacet = 'candidate' | 'rater' | 'item';

export type ExtremeKind = 'MINIMUM' | 'MAXIMUM' | 'CONSTANT';

/** A rating scale as the model sees it. */
export interface RaschScale {
  /** The item it belongs to; null where all items share it. */
  readonly item: string | null;
  /** The scores that are categories of the model, lowest first. */
  readonly categories: readonly number[];
  /** One fewer than categories; they sum to 0. The k-th is where category k and the one below are equally likely, relative to the item. */
  readonly thresholds: readonly Estimate[];
}

/** How well the ratings of one candidate, rater or item follow the model; see `fitStatistics`. */
export interface RaschFit {
  /** Ratings that went in: those that the estimation used. */
  readonly n: number;
  readonly infit: number | null;
  readonly outfit: number | null;
  /** The mean squares as standard normal deviates; null below the fewest ratings that were asked for. */
  readonly infitZ: number | null;
  readonly outfitZ: number | null;
}

export interface RaschElement {
  readonly name: string;
  /**
   * In logits. A candidate's is ability, a rater's severity (positive is harsh), an item's difficulty (positive is hard). Its standard error
   * takes all other measures as estimated too (full information); that of an extreme score is conditional.
   */
  readonly measure: Estimate;
  /** The standard error with every other measure taken as known: what Facets prints. */
  readonly conditionalError: number | null;
  /** Sum and number of the ratings that were given, in rating units. */
  readonly score: number;
  readonly count: number;
  /** In rating units; see `fairAverage`. */
  readonly fairAverage: Estimate;
  /** Set where every rating that could tell stands at one end of the scale. */
  readonly extreme: ExtremeKind | null;
  readonly fit: RaschFit;
}

/** What a fit of the many-facet Rasch model says: plain data, to be kept, compared and passed on to the diagnoses of this chapter. */
export interface RaschAnalysis {
  readonly method: string;
  readonly model: RaschModel;
  readonly status: EstimateStatus;
  /** In the order of the table. */
  readonly candidates: readonly RaschElement[];
  readonly raters: readonly RaschElement[];
  readonly items: readonly RaschElement[];
  readonly scales: readonly RaschScale[];
  /** Every score that occurs or that the stated scale holds, and how often it was given. */
  readonly categoryCounts: readonly { readonly score: number; readonly count: number }[];
  /** Whole scores of the stated scale that are no category of the model, because nobody gave them. */
  readonly unusedCategories: readonly number[];
  /** Extreme scores, in the order in which they were taken out. */
  readonly dropped: readonly { readonly facet: RaschFacet; readonly name: string; readonly kind: ExtremeKind }[];
  /** Ratings that the estimation used. */
  readonly ratings: number;
  readonly logLikelihood: number | null;
  /** The largest difference between an observed and an expected total: what is left of the equations that were solved. */
  readonly residual: number | null;
  readonly iterations: number;
}
