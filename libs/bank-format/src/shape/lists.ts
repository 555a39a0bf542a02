import type { BankFaultCode } from '../bank-fault';
import { LIMITS } from '../text-limits';
import type { TextPattern } from '../text-pattern';
import { nameOfType } from '../value-readers';
import { choice } from './scalars';
import type { Shape } from './shape';
import { name, text } from './texts';

/** `keyOf`: what makes two entries the same, where none may occur twice. `needsOne`: the complaint about an empty list, where it must not be. */
export interface ListRules<T> {
  readonly maximum?: number;
  readonly keyOf?: (entry: T) => string;
  readonly needsOne?: string;
}

/** A list. An entry that is blank is a fault: its place means something. */
export const list = <T>(entry: Shape<T>, { maximum = LIMITS.entries, keyOf, needsOne }: ListRules<T> = {}): Shape<readonly T[]> => ({
  called: needsOne ?? 'a list',
  read: (value, path, log) => {
    const before = log.count;
    const refuse = (code: BankFaultCode, message: string): undefined => {
      log.report(code, path, message);
      return undefined;
    };
    const called = `"${String(path.at(-1))}"`;
    if (!Array.isArray(value)) return refuse('TYPE', `${called} must be a list; found ${nameOfType(value)}.`);
    if (value.length > maximum) return refuse('LENGTH', `${called} may have at most ${maximum} entries; it has ${value.length}.`);
    if (value.length === 0 && needsOne !== undefined) return refuse('MISSING', needsOne);
    const seen = new Set<string>();
    const entries: T[] = [];
    value.forEach((written: unknown, index) => {
      const place = [...path, index];
      const earlier = log.count;
      const read = entry.read(written, place, log);
      if (read === undefined) {
        if (log.count === earlier) log.report('LENGTH', place, 'This entry is blank. Fill it or remove it.');
        return;
      }
      const key = keyOf?.(read) ?? '';
      if (key !== '' && seen.has(key)) log.report('DUPLICATE', place, `"${key}" occurs twice in ${called}. Remove or rename one.`);
      seen.add(key);
      entries.push(read);
    });
    return log.count === before ? entries : undefined;
  },
  schema: (definitions) => ({
    type: 'array',
    ...(needsOne === undefined ? {} : { minItems: 1 }),
    maxItems: maximum,
    items: entry.schema(definitions),
  }),
  slim: (value) => value.map((each) => entry.slim(each)),
});

/** One-line names of one form, each at most once. */
export const names = (pattern: TextPattern, maximum: number = LIMITS.entries): Shape<readonly string[]> =>
  list(name(pattern), { maximum, keyOf: (entry) => entry });

/** Texts, none of them blank. */
export const texts = (maximum: number = LIMITS.entries, length: number = LIMITS.passage): Shape<readonly string[]> =>
  list(text(length), { maximum });

/** Words of a closed list, each at most once. */
export const choices = <T extends string>(options: readonly T[]): Shape<readonly T[]> =>
  list(choice(options), { maximum: options.length, keyOf: (entry) => entry });
