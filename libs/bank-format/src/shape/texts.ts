import { readText } from '../value-readers';
import { LIMITS } from '../text-limits';
import type { TextPattern } from '../text-pattern';
import { asItIs, namedAt, type Shape } from './shape';

/** A text of one or more lines, LF line ends and none at its end. Blank counts as absent. */
export const text = (maximum: number = LIMITS.text): Shape<string> => ({
  called: 'a text',
  read: (value, path, log) => {
    const read = readText(value, path, log, maximum);
    return read === null || read.trim() === '' ? undefined : read;
  },
  schema: () => ({ type: 'string', maxLength: maximum }),
  slim: asItIs,
});

/** A text without line ends, trimmed; of one form where a pattern is given. Blank counts as absent. */
export const line = (maximum: number = LIMITS.line, pattern?: TextPattern): Shape<string> => ({
  called: pattern?.says ?? 'one line of text',
  read: (value, path, log) => {
    const read = readText(value, path, log, maximum)?.trim();
    if (read === undefined || read === '') return undefined;
    const fault = read.includes('\n') ? 'one line. Remove the line ends' : formFault(read, pattern);
    if (fault === null) return read;
    log.report('PATTERN', path, `${namedAt(path, read)} must be ${fault}.`);
    return undefined;
  },
  schema: () => ({
    type: 'string',
    maxLength: maximum,
    pattern: pattern?.form.source ?? ONE_LINE,
    ...(pattern === undefined ? {} : { description: `Must be ${pattern.says}.` }),
  }),
  slim: asItIs,
});

/** A one-line name of a given form. */
export const name = (pattern: TextPattern): Shape<string> => line(LIMITS.line, pattern);

/** A line end may stand at the end, where it is trimmed away. */
const ONE_LINE = '^[^\\r\\n]*\\s*$';

const formFault = (read: string, pattern?: TextPattern): string | null =>
  pattern === undefined || pattern.form.test(read) ? null : pattern.says;
