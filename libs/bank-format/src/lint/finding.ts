import type { LintFix, Severity } from './rule';

/** One complaint at its place. `excepted`: the reason why it is right as it is, given by an author. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Id of the question; absent where it is about a file or the bank. */
  readonly question?: string;
  /** The place inside the question, such as `rubric.criteria[0].weight`. */
  readonly at: string;
  readonly message: string;
  readonly fixable: boolean;
  readonly excepted?: string;
}

/** The repair of a finding, as it is applied. */
export interface PlannedFix extends LintFix {
  /** Index of the question in its file. */
  readonly question: number;
}

/** `tasks.yaml:12:5 error L11 …`; what editors and terminals know how to jump to. */
export const placeOf = ({ file, line, column }: Pick<Finding, 'file' | 'line' | 'column'>): string => `${file}:${line}:${column}`;
