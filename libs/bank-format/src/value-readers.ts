import type { FaultPath } from './bank-fault';
import type { FaultLog } from './fault-log';
import { nearestName } from './nearest-name';

/** Something with named members: neither null nor a list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How a person calls what was found. */
export function nameOfType(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return Number.isFinite(value) ? `the number ${value}` : 'a number that is not finite';
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'a record' : `a ${typeof value}`;
}

/** The complaint about a name that is not among the allowed ones, with the nearest of them or else all. */
export function unknownName(written: string, allowed: readonly string[], noun: string): string {
  const nearest = nearestName(written, allowed);
  const advice = nearest === null ? `Remove it; allowed here: ${allowed.join(', ')}.` : `Did you mean "${nearest}"?`;
  return `Unknown ${noun} ${quoted(written)}. ${advice}`;
}

/**
 * A text with LF line ends and none at its end; null and a fault when the value is no text, longer than `maximum`, or holds
 * what cannot be stored or shown: control characters other than tab and line ends (U+0000 above all) and lone surrogates.
 */
export function readText(value: unknown, path: FaultPath, log: FaultLog, maximum: number): string | null {
  if (typeof value !== 'string') {
    log.report('TYPE', path, `Expected a text; found ${nameOfType(value)}. Put it in quotes if it is meant as text.`);
    return null;
  }
  if (value.length > maximum) {
    log.report('LENGTH', path, `At most ${maximum} characters are allowed; these are ${value.length}.`);
    return null;
  }
  if (!value.isWellFormed()) {
    log.report('CHARACTER', path, 'The text holds half a character (a lone surrogate). Remove it or write the character again.');
    return null;
  }
  const control = FORBIDDEN_CONTROL.exec(value);
  if (control !== null) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    log.report('CHARACTER', path, `The text holds the control character U+${code} at position ${control.index}. Remove it.`);
    return null;
  }
  return withoutLastLineEnds(value.replace(/\r\n?/g, '\n'));
}

/** By hand: `/\n+$/` looks at every run of line ends to its end, and takes minutes for a text of nothing else. */
function withoutLastLineEnds(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end -= 1;
  return text.slice(0, end);
}

/** One of a closed list of words. */
export function readChoice<T extends string>(value: unknown, path: FaultPath, log: FaultLog, options: readonly T[]): T | null {
  const chosen = options.find((option) => option === value);
  if (chosen !== undefined) return chosen;
  if (typeof value === 'string') log.report('CHOICE', path, unknownName(value, options, 'choice'));
  else log.report('TYPE', path, `Expected one of ${options.join(', ')}; found ${nameOfType(value)}.`);
  return null;
}

const FORBIDDEN_CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

const quoted = (written: string): string => `"${written.length > 60 ? `${written.slice(0, 60)}…` : written}"`;
