import type { FaultPath } from '../bank-fault';
import { isRecord } from '../value-readers';
import type { LintFix } from './rule';

/** A copy in which these repairs are made; everything beside their places is shared. Their paths count from `value`. */
export const applyFixes = (value: unknown, fixes: readonly LintFix[]): unknown =>
  fixes.reduce((repaired, fix) => changed(repaired, fix.path, (written) => repairedBy(fix, written)), value);

/** What stands at the place of the repair once it is made. */
export const repairedBy = ({ from, to }: LintFix, written: unknown): unknown =>
  from !== undefined && typeof written === 'string' ? written.split(from).join(String(to)) : to;

/** A copy in which one value is another. */
export function changed(value: unknown, [step, ...rest]: FaultPath, change: (written: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((entry: unknown, index) => (index === step ? changed(entry, rest, change) : entry));
  if (!isRecord(value)) return value;
  return { ...value, [step]: changed(value[step], rest, change) };
}
