import { missingDay } from './calendar-day';

describe('a day of the calendar', () => {
  it.each([
    [2026, 2, 28],
    [2024, 2, 29],
    [2000, 2, 29],
    [1900, 1, 1],
    [9999, 12, 31],
  ])('exists: %i-%i-%i', (...day) => expect(missingDay(...day)).toBeNull());

  it.each([
    [2026, 2, 30, 'The day 2026-02-30 does not exist: February 2026 has 28 days.'],
    [2024, 2, 30, 'The day 2024-02-30 does not exist: February 2024 has 29 days.'],
    [1900, 2, 29, 'The day 1900-02-29 does not exist: February 1900 has 28 days.'],
    [2026, 4, 31, 'The day 2026-04-31 does not exist: April 2026 has 30 days.'],
    [2026, 1, 0, 'The day 2026-01-00 does not exist: January 2026 has 31 days.'],
    [2026, 13, 1, 'The day 2026-13-01 does not exist: months go from 01 to 12.'],
    [2026, 0, 1, 'The day 2026-00-01 does not exist: months go from 01 to 12.'],
    [1899, 12, 31, 'The day 1899-12-31 is out of range: years go from 1900 to 9999.'],
    [0, 1, 1, 'The day 0000-01-01 is out of range: years go from 1900 to 9999.'],
  ])('does not exist, and why: %i-%i-%i', (year, month, day, why) => expect(missingDay(year, month, day)).toBe(why));
});
