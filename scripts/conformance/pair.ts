import type { Json, OracleInput } from './section';
import type { Tolerances } from './tolerance';

/** A figure as it was printed in the literature. */
export interface Published {
  /** Keys separated by `/`. */
  readonly path: string;
  readonly value?: number;
  readonly decimals?: number;
  /** Further deviation allowed, where the source rounded earlier or was read off a chart. */
  readonly slack?: number;
  /** Instead of a value, a bound of its size: `> 6 SD`. */
  readonly statement?: string;
  /** false: the oracle itself does not reproduce it. */
  readonly agrees?: boolean;
}

export interface Pair {
  readonly name: string;
  readonly input: OracleInput;
  readonly expected: { readonly [section: string]: Json };
  readonly tolerance: Tolerances;
  readonly published: readonly Published[];
}
