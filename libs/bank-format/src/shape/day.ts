import { missingDay } from '@touchstone/kernel';
import { DAY } from '../text-pattern';
import type { Shape } from './shape';
import { name } from './texts';

const written = name(DAY);

/** A day of the Gregorian calendar, `2026-03-18`. */
export const day: Shape<string> = {
  ...written,
  read: (value, path, log) => {
    const read = written.read(value, path, log);
    const [year = 0, month = 0, dayOfMonth = 0] = (read ?? '').split('-').map(Number);
    const missing = read === undefined ? null : missingDay(year, month, dayOfMonth);
    if (missing === null) return read;
    log.report('RANGE', path, missing);
    return undefined;
  },
  schema: (definitions) => ({ ...written.schema(definitions), format: 'date' }),
};
