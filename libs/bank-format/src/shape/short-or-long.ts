import { isRecord } from '../value-readers';
import { asItIs, type Shape } from './shape';
import { text } from './texts';

/**
 * One thing in two lengths: a text, or a record of which one member (`short`) is that text. A record that holds nothing else is
 * read as the text, so that one thing has one spelling.
 */
export function shortOrLong<T extends object>(short: keyof T & string, maximum: number, long: Shape<T>): Shape<string | T> {
  const brief = text(maximum);
  return {
    called: 'a text, or a record',
    read: (value, path, log) => {
      if (!isRecord(value)) return brief.read(value, path, log);
      const read = long.read(value, path, log);
      const only = read?.[short];
      return read !== undefined && typeof only === 'string' && Object.keys(read).length === 1 ? only : read;
    },
    schema: (definitions) => ({ anyOf: [{ ...brief.schema(definitions), minLength: 1 }, long.schema(definitions)] }),
    slim: (value) => (typeof value === 'string' ? asItIs(value) : long.slim(value)),
  };
}
