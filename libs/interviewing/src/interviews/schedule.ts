import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';

export const INTERVIEW_MINUTES = { min: 5, max: 480 } as const;

/** When an interview takes place. `timeZone` is an IANA name ("Europe/Madrid"), the one in which people read the times. */
export interface Schedule {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
}

/** Can an interview be held then? It ends after it starts, lasts 5 to 480 minutes, and its time zone exists. */
export function checkSchedule(schedule: Schedule): Result<Schedule, ValidationError> {
  const { startsAt, endsAt, timeZone } = schedule;
  if (Number.isNaN(startsAt.getTime())) return err(invalid('The start is not an instant.', ['input', 'startsAt']));
  if (Number.isNaN(endsAt.getTime())) return err(invalid('The end is not an instant.', ['input', 'endsAt']));
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  if (minutes <= 0) return err(invalid('An interview ends after it starts.', ['input', 'endsAt']));
  if (minutes < INTERVIEW_MINUTES.min || minutes > INTERVIEW_MINUTES.max) {
    return err(invalid(`An interview lasts ${INTERVIEW_MINUTES.min} to ${INTERVIEW_MINUTES.max} minutes.`, ['input', 'endsAt']));
  }
  if (!isTimeZone(timeZone)) return err(invalid('A time zone is an IANA name such as Europe/Madrid or UTC.', ['input', 'timeZone']));
  return ok(schedule);
}

/** Is this an IANA time zone? Offsets such as +02:00 are not: they do not know summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
