import type { BankFaultCode, FaultPath } from './bank-fault';
import type { FaultLog } from './fault-log';
import { LIMITS } from './text-limits';
import type { TextPattern } from './text-pattern';
import { isRecord, nameOfType, readChoice, readFilledText, readName, readText, unknownName } from './value-readers';

/** The members a record may have, in their canonical order. Exhaustive by construction: a forgotten or invented one does not compile. */
export type Fields<T> = Readonly<Record<keyof T, true>>;

/** Reads one list entry or member; reports what is wrong and returns a stand-in of the right type. */
export type EntryReader<T> = (value: unknown, path: FaultPath, log: FaultLog) => T;

/**
 * Reads the members of one record out of unknown input, one small question at a time. Faults go to the log; each method
 * then returns a stand-in of its type, so a reader runs to its end and reports everything at once. The caller discards
 * the value when the log holds faults. `null` counts as absent.
 */
export class FieldReader {
  private constructor(
    private readonly members: ReadonlyMap<string, unknown>,
    readonly path: FaultPath,
    readonly log: FaultLog,
    /** False for what was no record at all: then its members are not reported as missing, one by one. */
    private readonly isRecord: boolean,
  ) {}

  /** Opens a record and refuses members it does not know. What is not a record is reported and read as an empty one. */
  static open<T>(value: unknown, path: FaultPath, log: FaultLog, fields: Fields<T>): FieldReader {
    const allowed = Object.keys(fields);
    const members = new Map<string, unknown>();
    if (!isRecord(value)) {
      log.report('TYPE', path, `Expected a record with the members ${allowed.join(', ')}; found ${nameOfType(value)}.`);
      return new FieldReader(members, path, log, false);
    }
    for (const [name, member] of Object.entries(value)) {
      if (log.isFull) break;
      if (allowed.includes(name)) members.set(name, member ?? undefined);
      else log.report('UNKNOWN_FIELD', [...path, name], unknownName(name, allowed, 'member'));
    }
    return new FieldReader(members, path, log, true);
  }

  fault(code: BankFaultCode, name: string, message: string): void {
    this.log.report(code, [...this.path, name], message);
  }

  private missing(name: string, what: string): void {
    if (this.isRecord) this.fault('MISSING', name, `"${name}" is missing. Add ${what}.`);
  }

  /** An optional text of one or more lines; blank counts as absent. */
  text(name: string, maximum: number = LIMITS.text): string | undefined {
    const value = this.members.get(name);
    if (value === undefined) return undefined;
    const text = readText(value, [...this.path, name], this.log, maximum);
    return text === null || text.trim() === '' ? undefined : text;
  }

  requiredText(name: string, maximum: number = LIMITS.text): string {
    const text = this.text(name, maximum);
    if (text === undefined && !this.isMalformedText(name)) this.missing(name, 'a text');
    return text ?? '';
  }

  /** An optional text without line ends, trimmed. */
  line(name: string, maximum: number = LIMITS.line, pattern?: TextPattern): string | undefined {
    const text = this.text(name, maximum)?.trim();
    if (text === undefined) return undefined;
    if (text.includes('\n')) this.fault('PATTERN', name, `"${name}" must be one line. Remove the line ends.`);
    else if (pattern !== undefined && !pattern.form.test(text)) this.fault('PATTERN', name, `"${name}" must be ${pattern.says}.`);
    return text;
  }

  requiredLine(name: string, maximum: number = LIMITS.line, pattern?: TextPattern): string {
    const text = this.line(name, maximum, pattern);
    if (text === undefined && !this.isMalformedText(name)) this.missing(name, pattern?.says ?? 'one line of text');
    return text ?? '';
  }

  /** An optional finite number within bounds (both included) on a grid of `step` from 0; step 0 = any number. */
  number(name: string, bounds: { readonly minimum: number; readonly maximum: number; readonly step: number }): number | undefined {
    const value = this.members.get(name);
    if (value === undefined) return undefined;
    const { minimum, maximum, step } = bounds;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      this.fault('TYPE', name, `"${name}" must be a number from ${minimum} to ${maximum}; found ${nameOfType(value)}.`);
      return undefined;
    }
    if (value < minimum || value > maximum) {
      this.fault('RANGE', name, `"${name}" must lie between ${minimum} and ${maximum}; it is ${value}.`);
      return undefined;
    }
    if (step > 0 && !Number.isInteger(value / step)) {
      this.fault('RANGE', name, `"${name}" must be ${step === 1 ? 'a whole number' : `a multiple of ${step}`}; it is ${value}.`);
      return undefined;
    }
    return value === 0 ? 0 : value;
  }

  requiredNumber(name: string, bounds: { readonly minimum: number; readonly maximum: number; readonly step: number }): number {
    const value = this.number(name, bounds);
    if (value === undefined && this.members.get(name) === undefined) {
      this.missing(name, `a number from ${bounds.minimum} to ${bounds.maximum}`);
    }
    return value ?? bounds.minimum;
  }

  truth(name: string): boolean {
    const value = this.members.get(name);
    if (value !== undefined && typeof value !== 'boolean') {
      this.fault('TYPE', name, `"${name}" must be true or false; found ${nameOfType(value)}.`);
    }
    return value === true;
  }

  oneOf<T extends string>(name: string, options: readonly T[]): T | undefined {
    const value = this.members.get(name);
    return value === undefined ? undefined : (readChoice(value, [...this.path, name], this.log, options) ?? undefined);
  }

  requiredOneOf<T extends string>(name: string, options: readonly [T, ...T[]]): T {
    const value = this.oneOf(name, options);
    if (this.members.get(name) === undefined) this.missing(name, `one of ${options.join(', ')}`);
    return value ?? options[0];
  }

  /** A list, empty when absent. */
  list<T>(name: string, maximum: number, readEntry: EntryReader<T>): readonly T[] {
    const value = this.members.get(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.fault('TYPE', name, `"${name}" must be a list; found ${nameOfType(value)}.`);
      return [];
    }
    if (value.length > maximum) {
      this.fault('LENGTH', name, `"${name}" may have at most ${maximum} entries; it has ${value.length}.`);
      return [];
    }
    return value.map((entry, index) => readEntry(entry, [...this.path, name, index], this.log));
  }

  /** A list that holds nothing twice. `keyOf` says what makes an entry the same. */
  distinctList<T>(name: string, maximum: number, readEntry: EntryReader<T>, keyOf: (entry: T) => string): readonly T[] {
    const entries = this.list(name, maximum, readEntry);
    const seen = new Set<string>();
    entries.forEach((entry, index) => {
      const key = keyOf(entry);
      if (key !== '' && seen.has(key)) {
        this.log.report('DUPLICATE', [...this.path, name, index], `"${key}" occurs twice in "${name}". Remove or rename one.`);
      }
      seen.add(key);
    });
    return entries;
  }

  /** A list of one-line names of one form, each at most once. */
  names(name: string, pattern: TextPattern, maximum: number = LIMITS.entries): readonly string[] {
    const read: EntryReader<string> = (value, path, log) => readName(value, path, log, pattern);
    return this.distinctList(name, maximum, read, (entry) => entry);
  }

  /** A list of texts, none of them blank. */
  texts(name: string, maximum: number = LIMITS.entries, length: number = LIMITS.passage): readonly string[] {
    return this.list(name, maximum, (value, path, log) => readFilledText(value, path, log, length));
  }

  /** A list of choices, each at most once. */
  choices<T extends string>(name: string, options: readonly [T, ...T[]]): readonly T[] {
    const read: EntryReader<T> = (value, path, log) => readChoice(value, path, log, options) ?? options[0];
    return this.distinctList(name, options.length, read, (entry) => entry);
  }

  /** The members of a record whose names are data, such as levels. Empty when absent. */
  entries(name: string): readonly (readonly [string, unknown])[] {
    const value = this.members.get(name);
    if (value === undefined) return [];
    if (!isRecord(value)) {
      this.fault('TYPE', name, `"${name}" must be a record; found ${nameOfType(value)}.`);
      return [];
    }
    return Object.entries(value);
  }

  /** Another record or value inside this one; `undefined` is handed on when it is absent. */
  member<T>(name: string, read: EntryReader<T>): T {
    return read(this.members.get(name), [...this.path, name], this.log);
  }

  has(name: string): boolean {
    return this.members.get(name) !== undefined;
  }

  private isMalformedText(name: string): boolean {
    const value = this.members.get(name);
    return value !== undefined && (typeof value !== 'string' || value.trim() !== '');
  }
}
