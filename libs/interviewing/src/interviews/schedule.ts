import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';

export const INTERVIEW_MINUTES = { min: 5, max: 480 } as const;

const DAY_MS = 86_400_000;
/** What was held before a loop came here can be entered for a year; further ahead than five years nobody plans, but mistypes a year. */
export const PLANNING_DAYS = { before: 366, ahead: 5 * 366 } as const;

/** When an interview takes place. `timeZone` is an IANA name ("Europe/Madrid"), the one in which people read the times. */
export interface Schedule {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
}

/** What a schedule is measured against: the present, and when the loop was made. */
export interface PlanningTime {
  readonly now: Date;
  readonly loopMadeAt: Date;
}

/**
 * Can an interview be held then? It ends after it starts, lasts 5 to 480 minutes, its time zone exists, and it starts at most a year before its loop
 * was made and at most five years from now.
 */
export function checkSchedule(schedule: Schedule, { now, loopMadeAt }: PlanningTime): Result<Schedule, ValidationError> {
  const { startsAt, endsAt, timeZone } = schedule;
  if (Number.isNaN(startsAt.getTime())) return err(invalid('The start is not an instant.', ['input', 'startsAt']));
  if (Number.isNaN(endsAt.getTime())) return err(invalid('The end is not an instant.', ['input', 'endsAt']));
  const earliest = new Date(loopMadeAt.getTime() - PLANNING_DAYS.before * DAY_MS);
  const latest = new Date(now.getTime() + PLANNING_DAYS.ahead * DAY_MS);
  if (startsAt < earliest || startsAt > latest) {
    const range = `${earliest.toISOString().slice(0, 10)} to ${latest.toISOString().slice(0, 10)}`;
    return err(
      invalid(`An interview starts from ${range}: at most a year before its loop was made, at most five years from now.`, [
        'input',
        'startsAt',
      ]),
    );
  }
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
