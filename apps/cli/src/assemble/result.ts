import type { ExposureReport, Substitute, WishCost } from '@touchstone/kit-assembly';
import type { InputFault } from './input/input-fault';

/** What came of an assembly: the output of `--json`, and what the report is written from. */
export interface AssemblyResult {
  readonly name: string;
  readonly understood: readonly string[];
  /** `optimal` is proven, within the gap asked for; `feasible` is the best found in time; the others have no kits. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'time_limit' | 'invalid';
  readonly objective: number | null;
  /** Nothing better than this exists. */
  readonly bound: number | null;
  /** |bound - objective| / max(1, |objective|). */
  readonly gap: number | null;
  readonly seconds: number | null;
  readonly kits: readonly KitResult[];
  /** The ids of the questions, a list for each kit. */
  readonly selection: readonly (readonly string[])[];
  readonly rows: readonly RowResult[];
  readonly conflict: ConflictResult | null;
  readonly costs: readonly WishCost[];
  readonly exposure: ExposureReport | null;
  readonly faults: readonly InputFault[];
}

export interface KitResult {
  readonly name: string;
  readonly worth: number;
  readonly rounds: readonly { readonly name: string; readonly minutes: number; readonly questions: readonly QuestionResult[] }[];
  /** Competencies with a weight that the kit leaves out. */
  readonly uncovered: readonly string[];
}

export interface QuestionResult {
  readonly id: string;
  readonly slot: string | null;
  readonly kind: string;
  readonly minutes: number;
  readonly difficulty: number;
  readonly competencies: readonly string[];
  /** The best that could stand in its place, where they were asked for. */
  readonly substitutes?: readonly Substitute[];
}

/** How one limit fares. */
export interface RowResult {
  readonly row: string;
  readonly required: number;
  readonly achieved: number | null;
  readonly slack: number;
  readonly kept: boolean;
}

export interface ConflictResult {
  /** Rows that cannot hold together; give up any one and the others can. */
  readonly rows: readonly string[];
  /** Proven by solving: without any one of them there are kits. */
  readonly minimal: boolean;
  readonly sentence: string;
  /** What would help, the cheapest first. */
  readonly relaxations: readonly { readonly changes: readonly string[]; readonly cost: number }[];
}

/** Nothing was assembled. */
export const nothing = {
  objective: null,
  bound: null,
  gap: null,
  seconds: null,
  kits: [],
  selection: [],
  rows: [],
  conflict: null,
  costs: [],
  exposure: null,
  faults: [],
} as const;
