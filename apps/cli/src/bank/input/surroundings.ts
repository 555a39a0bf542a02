import { faultText, type Framework, knownFramework, type LintSettings, parseFramework } from '@touchstone/bank-format';
import { shippedText } from '@touchstone/platform/configuration';
import { WrongUsage } from '../../analyze/input/faults';
import { dayOf } from './day-of';
import { readTexts } from './read-texts';

/** What questions are held against, as the command line gives it. */
export interface SurroundingsFlags {
  /** A framework file; `none` for no framework. */
  readonly framework?: string;
  /** Fact sheets and pages that must not be copied, and that may back names. */
  readonly facts?: readonly string[];
  /** The day of the check, `2026-11-24`. */
  readonly today?: string;
}

/** The framework, fact sheets and day to lint by. Throws WrongUsage where one of them makes no sense. */
export function lintSettings({ framework, facts, today }: SurroundingsFlags, clock: () => Date): LintSettings {
  const known = framework === 'none' ? undefined : knownFramework(frameworkOf(framework));
  return {
    ...(known === undefined ? {} : { known }),
    today: dayOf('--today', today, clock),
    texts: facts === undefined ? [] : readTexts(facts),
  };
}

/** The framework of a file, or the shipped one. */
export function frameworkOf(file?: string): Framework {
  const text = file === undefined ? shippedText('framework.yaml') : (readTexts([file])[0]?.text ?? '');
  const read = parseFramework(text);
  if (!read.ok) throw new WrongUsage(`${file ?? 'framework.yaml'} is no framework:\n${read.error.map((fault) => `  ${faultText(fault)}`).join('\n')}`);
  return read.value;
}
