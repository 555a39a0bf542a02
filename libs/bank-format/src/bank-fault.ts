/** The way from the top of the file or document to the place at fault: member names and list positions from 0. Empty = the whole. */
export type FaultPath = readonly (string | number)[];

/**
 * - `TOO_LARGE`, `SYNTAX`, `DUPLICATE_KEY`, `NOT_PORTABLE` (alias, anchor, tag, directive, second document), `TOO_DEEP`: the text itself;
 * - `MISSING`, `UNKNOWN_FIELD`, `TYPE`, `LENGTH`, `RANGE`, `CHOICE`, `PATTERN`, `CHARACTER`: one member;
 * - `DUPLICATE`, `REFERENCE`, `SUM`: members that contradict each other;
 * - `INCOMPLETE`: well-formed, but not yet fit to be submitted;
 * - `TOO_MANY`: more faults than are worth listing.
 */
export type BankFaultCode =
  | 'TOO_LARGE'
  | 'SYNTAX'
  | 'DUPLICATE_KEY'
  | 'NOT_PORTABLE'
  | 'TOO_DEEP'
  | 'MISSING'
  | 'UNKNOWN_FIELD'
  | 'TYPE'
  | 'LENGTH'
  | 'RANGE'
  | 'CHOICE'
  | 'PATTERN'
  | 'CHARACTER'
  | 'DUPLICATE'
  | 'REFERENCE'
  | 'SUM'
  | 'INCOMPLETE'
  | 'TOO_MANY';

/** One thing to mend. `message` is one or two sentences that name the fix; `line` and `column` count from 1, present where a text gives them. */
export interface BankFault {
  readonly code: BankFaultCode;
  readonly path: FaultPath;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  /** The member that was meant by an unknown one, where one is near. */
  readonly meant?: string;
}

/** `questions[0].rubric.criteria[2].weight`; the empty path is the empty text. */
export const pathText = (path: FaultPath): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');

/** One line for a terminal or a log: `12:5 questions[0].title: …`, leaving out what is not known. */
export function faultText(fault: BankFault): string {
  const place = fault.line === undefined ? '' : `${fault.line}:${fault.column ?? 1} `;
  const path = fault.path.length === 0 ? '' : `${pathText(fault.path)}: `;
  return `${place}${path}${fault.message}`;
}
