import type { LintFix, Severity } from './rule';

/** One complaint at its place. `excepted`: the reason why it is right as it is, given by an author. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** `WHOLE_BANK` where it is about all files together. */
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

/** In the place of a file, where a finding is about none. */
export const WHOLE_BANK = '';

/** `tasks.yaml:12:5`, which editors and terminals know how to jump to. */
export const placeOf = ({ file, line, column }: Pick<Finding, 'file' | 'line' | 'column'>): string =>
  file === WHOLE_BANK ? 'The whole bank' : `${file}:${line}:${column}`;
