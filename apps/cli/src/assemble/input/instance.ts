/** Limits, both inclusive. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

export interface InstanceItem {
  readonly id: string;
  /** Expected share of the highest score, 0 to 1, two decimals. */
  readonly difficulty: number;
  readonly minutes: number;
  readonly exposure?: number;
  readonly competencies: readonly string[];
  /** Further figures that the objective may weigh, such as `quality`. */
  readonly [attribute: string]: unknown;
}

/** A test assembly instance: choose items for one form or several, so that every limit holds in each form. */
export interface AssemblyInput {
  readonly name?: string;
  readonly items: readonly InstanceItem[];
  readonly enemies?: readonly (readonly [string, string])[];
  readonly constraints: {
    readonly forms?: number;
    readonly items?: Bounds;
    readonly minutes?: Bounds;
    /** Items that name it; an item with two competencies counts for both. */
    readonly competency?: { readonly [slug: string]: Bounds };
    /** Unweighted mean over the chosen items. */
    readonly mean_difficulty?: Bounds;
    /** Items with more exposure are barred. */
    readonly max_exposure?: number;
    /** Forms in which an item may stand; all of them unless given. */
    readonly max_use?: number;
    readonly exclude?: readonly string[];
    readonly include?: readonly string[];
  };
  readonly objective: { readonly type: string; readonly weights: { readonly [attribute: string]: number } };
}

export const CONSTRAINTS: readonly string[] = [
  'forms',
  'items',
  'minutes',
  'competency',
  'mean_difficulty',
  'max_exposure',
  'max_use',
  'exclude',
  'include',
];

/** What the objective may be: the sum over all forms, or the worst form's sum; to be made large or small. */
export const OBJECTIVES: Readonly<Record<string, { readonly aim: 'sum' | 'maximin'; readonly sign: 1 | -1 }>> = {
  max_sum: { aim: 'sum', sign: 1 },
  min_sum: { aim: 'sum', sign: -1 },
  maximin_sum: { aim: 'maximin', sign: 1 },
  minimax_sum: { aim: 'maximin', sign: -1 },
};
