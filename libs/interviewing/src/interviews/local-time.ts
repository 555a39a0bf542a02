import { type Result, type ValidationError, err, invalid, missingDay, ok } from '@touchstone/kernel';
import { isTimeZone } from './schedule';

/** From `from` on, up to but without `until`. */
export interface TimeRange {
  readonly from: Date;
  readonly until: Date;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/**
 * When does this calendar day (`2026-10-25`) begin and end for people in this time zone? The day has 23 or 25 hours where the
 * clocks change in it; where midnight itself is skipped, it begins with the first instant that there is.
 */
export function dayIn(day: string, timeZone: string, path: readonly string[] = ['day']): Result<TimeRange, ValidationError> {
  if (!isTimeZone(timeZone)) return err(invalid('A time zone is an IANA name such as Europe/Madrid or UTC.', ['timeZone']));
  const match = DAY.exec(day);
  if (match === null) return err(invalid('Write a day as 2026-11-24.', path));
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const missing = missingDay(year, month, date);
  if (missing !== null) return err(invalid(missing, path));
  const midnight = Date.UTC(year, month - 1, date);
  return ok({ from: firstInstant(midnight, timeZone), until: firstInstant(midnight + DAY_MS, timeZone) });
}

/** The instant as people in the time zone read it, with the offset that held then: `2026-10-25T02:30:00+01:00`. */
export function localTime(instant: Date, timeZone: string): string {
  const offset = offsetMinutes(instant.getTime(), timeZone);
  const text = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const absolute = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${text}${offset < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}

/** The first instant of the day that begins at the wall time `midnight` (given as if it were UTC). */
function firstInstant(midnight: number, timeZone: string): Date {
  const earlier = midnight - offsetMinutes(midnight - DAY_MS, timeZone) * 60_000;
  const later = midnight - offsetMinutes(midnight + DAY_MS, timeZone) * 60_000;
  // With one offset all around both are the same. Otherwise the earlier one counts if it reads as this midnight or after it.
  const first = Math.min(earlier, later);
  const reads = first + offsetMinutes(first, timeZone) * 60_000;
  return new Date(reads >= midnight ? first : Math.max(earlier, later));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far local clocks are ahead of UTC at this instant, in whole minutes. */
function offsetMinutes(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const match = /^GMT([+-])(\d{2}):(\d{2})/.exec(name);
  return match === null ? 0 : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
