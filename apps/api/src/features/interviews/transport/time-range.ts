import { dayIn } from '@touchstone/interviewing/interviews';
import { refuse } from '@touchstone/platform/graphql';

export interface RangeArgs {
  readonly from?: Date | null;
  readonly until?: Date | null;
  readonly day?: string | null;
  readonly timeZone?: string | null;
}

/** The stretch of time that the arguments ask for: from an instant, until an instant, or one calendar day of a time zone. */
export function timeRange({ from, until, day, timeZone }: RangeArgs): { readonly from: Date | null; readonly until: Date | null } {
  if (day === undefined || day === null) return { from: from ?? null, until: until ?? null };
  if (from || until) throw refuse('BAD_USER_INPUT', 'Give a day, or from and until, not both.', { path: ['day'] });
  const range = dayIn(day, timeZone ?? '');
  if (!range.ok) throw refuse('BAD_USER_INPUT', range.error.message, { path: range.error.path });
  return range.value;
}
