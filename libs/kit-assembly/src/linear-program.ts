/**
 * A mixed integer program: choose a value for each column, within its bounds, so that every row holds and the sum of
 * cost times value is largest (or smallest). Neutral: neither kits nor any solver appear here.
 */
export interface LinearProgram {
  readonly sense: 'maximize' | 'minimize';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What a solver may use to get rid of symmetry; leaving it out changes no answer, only the time it takes. */
  readonly copies?: readonly Copies[];
}

/**
 * Parts of a program that are alike: column i of one part has the same cost, bounds and place in the rows as column i of every
 * other, and likewise the rows, so that exchanging two parts as wholes changes nothing. Two kits of one blueprint are copies.
 * Rows that belong to no part hold columns of all parts alike; columns that belong to none are shared.
 */
export interface Copies {
  readonly columns: readonly (readonly number[])[];
  readonly rows: readonly (readonly number[])[];
}

/** One unknown. `lower` and `upper` are inclusive and may be infinite. */
export interface Column {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  readonly integer: boolean;
  readonly cost: number;
}

/**
 * `lower <= sum of coefficient * column <= upper`. `origin` says whose rule this is; it is carried through untouched,
 * so that a conflict can be told in the words of whoever asked.
 */
export interface Row {
  readonly name: string;
  readonly origin: string;
  readonly lower: number;
  readonly upper: number;
  readonly terms: readonly Term[];
}

/** `column` is an index into `columns`; a column occurs at most once in a row. */
export interface Term {
  readonly column: number;
  readonly coefficient: number;
}

/** The objective of given values. Exact while costs and values are whole numbers below 2^53. */
export function objectiveOf(program: LinearProgram, values: readonly number[]): number {
  return program.columns.reduce((sum, column, index) => (column.cost === 0 ? sum : sum + column.cost * (values[index] ?? 0)), 0);
}
