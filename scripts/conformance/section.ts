import type { Rating } from '@touchstone/psychometrics';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What an `*.input.json` of the oracles holds; which members are there depends on the kind of the case. */
export interface OracleInput {
  readonly name: string;
  readonly scale?: { readonly min: number; readonly max: number };
  readonly ratings?: readonly Rating[];
  readonly weights?: { readonly [item: string]: number };
  readonly [member: string]: unknown;
}

/**
 * One section of `expected`, computed anew by the library: the same tree of keys, with our numbers at its leaves.
 * `expected` is there for its shape alone (which pairs of raters, which designs of a decision study); no number of it may be copied.
 * A leaf that the library deliberately does not offer is left out by `skipped`, with the reason.
 */
export interface Section {
  /** The name of the section, or what its name looks like. */
  readonly name: string | RegExp;
  /** Where the name alone does not tell: whether the section is this one for a case with this input. */
  appliesTo?(input: OracleInput): boolean;
  compute(input: OracleInput, expected: Json, name: string): Json;
  /** Dotted paths within the section that are not compared, with all below them, each with the reason; `*` stands for any one key. */
  readonly skipped?: { readonly [path: string]: string };
}
