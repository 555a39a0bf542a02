/** A number of points, or a coefficient: two digits, and no minus before a zero. */
export const points = (value: number, digits = 2): string => {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace('-', '−');
};

/** "3" of 4 pairs as long as they can be counted, "about 7 of 10" where they are many or answers weigh unequally. */
export function ofPairs(share: number, pairs: number): string {
  const count = share * pairs;
  if (pairs <= 30 && Math.abs(count - Math.round(count)) < 1e-6) return `${Math.round(count)} of ${pairs}`;
  const tenths = Math.round(share * 10);
  if (tenths === 0 || tenths === 10) return share === 0 ? 'none' : share === 1 ? 'all' : tenths === 0 ? 'fewer than 1 of 10' : 'nearly all';
  return `about ${tenths} of 10`;
}

/**
 * How is a chance said, so that nobody takes it for more than it is?
 *
 * 0.95 is "95 %"; never 100 % of what is not certain, nor 0 % of what is possible. A number from 0 to 1. Cost O(1). Source: the rule that no figure claims a certainty.
 */
export function perCent(share: number): string {
  if (share > 0.99 && share < 1) return 'over 99 %';
  if (share > 0 && share < 0.01) return 'under 1 %';
  return `${Math.round(share * 100)} %`;
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "Ana", "Ana and Bo", "Ana, Bo and 3 others". */
export function listed(names: readonly string[], most = 6): string {
  if (names.length > most) return `${names.slice(0, most - 1).join(', ')} and ${plural(names.length - most + 1, 'other')}`;
  return names.length < 2 ? (names[0] ?? 'nobody') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\brater(s?)\b/g, 'interviewer$1'],
  [/\bRater(s?)\b/g, 'Interviewer$1'],
  [/\bitem(s?)\b/g, 'question$1'],
  [/\badjusted scores\b/g, 'corrected scores'],
];

/**
 * How would those who interview say it?
 *
 * A sentence of the chapters in their words: interviewers and questions for raters and items. Names, which stand between quotation marks, stay as
 * they are. Cost O(length). Source: the glossary.
 */
export const inInterviewWords = (sentence: string): string =>
  sentence
    .split(/(“[^”]*”)/)
    .map((part) => (part.startsWith('“') ? part : WORDS.reduce((words, [from, to]) => words.replace(from, to), part)))
    .join('');

/** A score as it was given: whole numbers as they are, others to two digits. */
export const scoreGiven = (score: number): string => (Number.isInteger(score) ? points(score, 0) : points(score));
