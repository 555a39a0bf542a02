/* Counting words and sentences of English, as far as a linter needs it. */

const WORD = /[\p{L}\p{N}]+(?:[.'’_-][\p{L}\p{N}]+)*/gu;

/** The words in their order and spelling; `0.2`, `merchant_id` and `don't` are one word each. */
export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

export const countWords = (text: string): number => wordsOf(text).length;

/** Sentences end at `.`, `!`, `?` or `:` before a blank, and at list marks and empty lines; pieces without a word are none. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/\n[^\S\n]*\n\s*/g, '. ')
    .replace(/\n[ \t]*(?:[-*]|\d+[.)])[ \t]+/g, '. ')
    .split(/(?<=[.!?:;])["')\]]*\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => countWords(sentence) > 0);

/** Without what stands in quotes: words that are quoted are somebody else's. */
export const withoutQuotes = (text: string): string => text.replace(/"[^"]*"|“[^”]*”|`[^`]*`/g, ' ');

/** Groups of vowels, a silent e at the end not counted; at least one. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = letters.match(/[aeiouy]+/g)?.length ?? 0;
  const silent = /[^aeiouyl]e$/.test(letters) || /[^aeiouy]es$|[^aeioutd]ed$/.test(letters) ? 1 : 0;
  return Math.max(1, groups - silent);
}

/** Names, figures and terms that a reader of the trade knows: they say nothing about how hard a text is to read. */
export const isTerm = (word: string): boolean => /\d|[_.]|^[A-Z]{2,}|[a-z][A-Z]/.test(word);

/**
 * Years of school that a text needs (Flesch and Kincaid, 1975): 0.39 words per sentence + 11.8 syllables per word − 15.59, terms left out.
 * `null` where there are fewer than 30 words to go by.
 */
export function gradeOf(text: string): number | null {
  const sentences = sentencesOf(text);
  const words = wordsOf(text).filter((word) => !isTerm(word));
  if (words.length < 30 || sentences.length === 0) return null;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Numbers as they are written, without thousands separators, so that `1,200,000` and `1200000` are one. */
export const numbersOf = (text: string): readonly string[] =>
  (text.match(/\d+(?:[,\u00a0\u2009\u202f]\d{3})*(?:\.\d+)?/g) ?? []).map((number) => number.replace(/[,\u00a0\u2009\u202f]/g, ''));

/** Runs of `length` words, lower case, one text each. */
export function runsOf(text: string, length: number): readonly string[] {
  const words = wordsOf(text).map((word) => word.toLowerCase());
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, index) => words.slice(index, index + length).join(' '));
}
