/** Tests plan within the present year: an interview lies at most a year before its loop was made and five years ahead. */
export const YEAR = new Date().getUTCFullYear();

const lastOfOctober = new Date(Date.UTC(YEAR, 9, 31));
const longDay = Date.UTC(YEAR, 9, 31 - lastOfOctober.getUTCDay());
const written = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The last Sunday of October has 25 hours in the European Union: at 01:00 UTC the clocks go back. And the day after. */
export const LONG_DAY = written(longDay);
export const DAY_AFTER = written(longDay + 86_400_000);
