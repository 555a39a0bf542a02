/** One approved question that may be chosen. */
export interface PoolQuestion {
  readonly id: string;
  readonly category: string;
  /** The one that is measured first, then those that are touched. */
  readonly competencies: readonly string[];
  readonly kind: string;
  /** Length within its kind, such as `short`; kinds of one length have none. */
  readonly form?: string;
  /** Whole minutes, at least 1. */
  readonly minutes: number;
  /** On the scale of the blueprint, 1..5 unless it says otherwise; two decimals. */
  readonly difficulty: number;
  /** Whole points, higher is better; 0 where nothing is known. */
  readonly quality: number;
  /** How often the question was asked before. */
  readonly exposure: number;
  /** For whom the question is fair; empty or absent means for all. */
  readonly seniorities?: readonly string[];
  readonly tags?: readonly string[];
  /** Variants of one question share a family; a kit holds at most one of them. */
  readonly variantFamily?: string;
  readonly enemies: readonly string[];
}
