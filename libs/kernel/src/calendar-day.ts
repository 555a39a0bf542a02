const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Years that a calendar day may lie in: the Gregorian calendar holds everywhere, and four digits are enough. */
export const YEARS = { first: 1900, last: 9999 } as const;

/**
 * Why there is no such day in the Gregorian calendar, as a sentence that says what there is; null where the day exists. `month` and `day` count from 1.
 */
export function missingDay(year: number, month: number, day: number): string | null {
  const written = `${two(year, 4)}-${two(month)}-${two(day)}`;
  if (year < YEARS.first || year > YEARS.last) return `The day ${written} is out of range: years go from ${YEARS.first} to ${YEARS.last}.`;
  const name = MONTHS[month - 1];
  if (name === undefined) return `The day ${written} does not exist: months go from 01 to 12.`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= last) return null;
  return `The day ${written} does not exist: ${name} ${year} has ${last} days.`;
}

const two = (value: number, digits = 2): string => String(value).padStart(digits, '0');
