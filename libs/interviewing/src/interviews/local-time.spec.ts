import { dayIn, localTime } from './local-time';

const range = (day: string, timeZone: string): string => {
  const result = dayIn(day, timeZone);
  return result.ok ? `${result.value.from.toISOString()} ${result.value.until.toISOString()}` : result.error.path.join('.');
};

describe('a day in a time zone', () => {
  it('has 24 hours, or 23 or 25 where the clocks change', () => {
    expect(range('2026-11-24', 'UTC')).toBe('2026-11-24T00:00:00.000Z 2026-11-25T00:00:00.000Z');
    expect(range('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z 2026-03-29T22:00:00.000Z');
    expect(range('2026-10-25', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z 2026-10-25T23:00:00.000Z');
    expect(range('2026-11-01', 'America/New_York')).toBe('2026-11-01T04:00:00.000Z 2026-11-02T05:00:00.000Z');
    expect(range('2026-06-01', 'Asia/Kolkata')).toBe('2026-05-31T18:30:00.000Z 2026-06-01T18:30:00.000Z');
  });

  it('begins with the first instant there is, where midnight is skipped', () => {
    // Cuba put its clocks forward at midnight: 2025-03-09 begins at 01:00.
    expect(range('2025-03-09', 'America/Havana')).toBe('2025-03-09T05:00:00.000Z 2025-03-10T04:00:00.000Z');
  });

  it('begins with the earlier midnight, where there are two', () => {
    // Cuba put its clocks back at 01:00: midnight of 2025-11-02 came twice.
    expect(range('2025-11-02', 'America/Havana')).toBe('2025-11-02T04:00:00.000Z 2025-11-03T05:00:00.000Z');
  });

  it('is a day that exists, in a zone that exists', () => {
    for (const day of ['2026-02-30', '2026-13-01', '26-01-01', 'today', '', '0000-01-01', '2026-1-1'])
      expect(range(day, 'UTC')).toBe('day');
    expect(range('2026-01-01', 'Mars/Olympus')).toBe('timeZone');
    const why = (day: string): string => {
      const answer = dayIn(day, 'UTC');
      return answer.ok ? '' : answer.error.message;
    };
    expect(why('2026-02-30')).toBe('The day 2026-02-30 does not exist: February 2026 has 28 days.');
    expect(why('2026-2-3')).toBe('Write a day as 2026-11-24.');
  });
});

describe('local time', () => {
  it('carries the offset that held then', () => {
    expect(localTime(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00');
    expect(localTime(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25T02:30:00+01:00');
    expect(localTime(new Date('2026-01-01T00:00:00Z'), 'America/St_Johns')).toBe('2025-12-31T20:30:00-03:30');
    expect(localTime(new Date('2026-01-01T00:00:00Z'), 'UTC')).toBe('2026-01-01T00:00:00+00:00');
  });
});
