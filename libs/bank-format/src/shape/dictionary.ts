import type { Json } from '@touchstone/kernel';
import type { BankFaultCode } from '../bank-fault';
import { isRecord, nameOfType } from '../value-readers';
import { asItIs, type Shape } from './shape';

/** Which names a dictionary may have, and the complaint about another. */
export interface KeyRule {
  readonly form: RegExp;
  readonly complaint: (key: string) => string;
}

/** A record whose names are data, such as levels. A blank value counts as not yet written. */
export const dictionary = <T>(keys: KeyRule, values: Shape<T>): Shape<Readonly<Record<string, T>>> => ({
  called: 'a record',
  read: (value, path, log) => {
    const before = log.count;
    if (!isRecord(value)) {
      log.report('TYPE', path, `"${String(path.at(-1))}" must be a record; found ${nameOfType(value)}.`);
      return undefined;
    }
    const read: [string, T][] = [];
    for (const [key, written] of Object.entries(value)) {
      if (log.isFull) break;
      if (!keys.form.test(key)) {
        log.report('PATTERN', [...path, key], keys.complaint(key.slice(0, 60)));
        continue;
      }
      const found = written === null || written === undefined ? undefined : values.read(written, [...path, key], log);
      if (found !== undefined) read.push([key, found]);
    }
    return log.count === before ? Object.fromEntries(read) : undefined;
  },
  schema: (definitions) => ({
    type: 'object',
    patternProperties: { [keys.form.source]: values.schema(definitions) },
    additionalProperties: false,
  }),
  slim: (value) => Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, values.slim(entry)])),
});

/** Anything that JSON can carry, kept as it is: at most `characters` of it, with texts that can be stored. */
export const anything = (characters: number): Shape<Json> => ({
  called: 'a value',
  read: (value, path, log) => {
    const fault = faultIn(value, characters);
    if (fault === null) return value as Json;
    log.report(fault.code, path, fault.complaint);
    return undefined;
  },
  schema: () => ({}),
  slim: asItIs,
});

function faultIn(value: unknown, characters: number): { code: BankFaultCode; complaint: string } | null {
  if (!isPlain(value)) return { code: 'TYPE', complaint: 'Only texts, finite numbers, true, false, lists and records can be kept here.' };
  const length = JSON.stringify(value).length;
  if (length > characters)
    return { code: 'LENGTH', complaint: `At most ${characters} characters of JSON are kept here; these are ${length}.` };
  if (isStorable(value)) return null;
  return { code: 'CHARACTER', complaint: 'A text in here cannot be stored: it holds U+0000 or half a character. Remove it.' };
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  return isRecord(value) && Object.values(value).every(isPlain);
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, member]) => isStorable(key) && isStorable(member));
}
