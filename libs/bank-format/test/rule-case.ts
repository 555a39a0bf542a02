/** One value of the example, changed. */
export type Change = readonly [path: readonly (string | number)[], value: unknown];

/** Changes after which a rule complains, and where; and changes after which it does not (none: the example as it is). */
export interface RuleCase {
  readonly fails: readonly Change[];
  readonly at: string;
  readonly passes?: readonly Change[];
}

/** By the id of the rule. */
export type RuleCases = Readonly<Record<string, readonly RuleCase[]>>;

/** A place in one criterion. */
export const rubric = (criterion: number, ...more: (string | number)[]): (string | number)[] => ['rubric', 'criteria', criterion, ...more];

/** So many words, in short sentences. */
export const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => (index % 10 === 9 ? 'rows.' : 'count')).join(' ');
