/** A number of points, or a coefficient: two digits, and no minus before a zero. */
export const points = (value: number, digits = 2): string => {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace('-', '−');
};

/** "7 of 10" rather than a percentage, as long as it says the same; else whole per cent. */
export const ofTen = (share: number): string => `${Math.round(share * 10)} of 10`;

/** 95 %; never 100 % of what is not certain, nor 0 % of what is possible. */
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

/** A sentence of the chapters in the words of those who interview; names, which stand between quotation marks, stay as they are. */
export const inInterviewWords = (sentence: string): string =>
  sentence
    .split(/(“[^”]*”)/)
    .map((part) => (part.startsWith('“') ? part : WORDS.reduce((words, [from, to]) => words.replace(from, to), part)))
    .join('');

/** A score as it was given: whole numbers as they are, others to two digits. */
export const scoreGiven = (score: number): string => (Number.isInteger(score) ? points(score, 0) : points(score));
