import type { FaultPath } from '../bank-fault';
import type { BankQuestion } from '../bank-file';
import type { KnownFramework } from '../framework';

/** An error stops a release; a warning needs a written reason. */
export type Severity = 'ERROR' | 'WARNING';

/** A mechanical repair: the value at `path`, or each `from` in the text at `path`, becomes `to`. */
export interface LintFix {
  readonly path: FaultPath;
  readonly from?: string;
  readonly to: string | number;
}

/** What a rule has to say about one place; `path` counts from the question. `severity` only where it is not that of the rule. */
export interface Complaint {
  readonly path: FaultPath;
  readonly message: string;
  readonly severity?: Severity;
  readonly fix?: LintFix;
}

interface RuleFacts {
  /** L01 to L30 are those of the authoring guide; N: numbers, R: reading, B: the bank as a whole, F: the file, X: exceptions. */
  readonly id: string;
  readonly severity: Severity;
  /** What it looks for, in one line. */
  readonly asks: string;
  /** Why that matters, for whoever has to mend it. */
  readonly why: string;
}

/** Looks at one question. */
export interface QuestionRule extends RuleFacts {
  readonly check: (question: BankQuestion, surroundings: Surroundings) => readonly Complaint[];
}

/** Looks at all questions together. */
export interface BankRule extends RuleFacts {
  readonly checkBank: (questions: readonly BankQuestion[], surroundings: Surroundings) => readonly BankComplaint[];
}

/** `question`: index of the question that it is about; without one, the whole bank. */
export interface BankComplaint extends Complaint {
  readonly question?: number;
}

/** A text that questions must not repeat and may rest on: a fact sheet, a public page. */
export interface KnownText {
  readonly name: string;
  readonly text: string;
}

/** What rules may know besides the questions. */
export interface Surroundings {
  readonly known?: KnownFramework;
  /** Levels of a scale by its slug; `undefined` where nobody knows the scale. */
  readonly levelsOf: (scale: string) => readonly number[] | undefined;
  /** The day of the check; without it nothing grows old. */
  readonly today?: string;
  readonly texts: readonly KnownText[];
}

/** For rules that say at most one thing. */
export const when = (holds: boolean, path: FaultPath, message: string): readonly Complaint[] => (holds ? [{ path, message }] : []);
