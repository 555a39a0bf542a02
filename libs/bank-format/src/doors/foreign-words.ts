import { QUESTION_KINDS, type QuestionKind, SENIORITIES, type Seniority } from '../question-words';

const KINDS: readonly (readonly [RegExp, QuestionKind])[] = [
  [/^(behaviou?ral|verhalten)/i, 'behavioural'],
  [/^(situational|hypothetical)/i, 'situational'],
  [/^(system ?design|design|architecture)/i, 'system-design'],
  [/^(case|case ?study|problem ?solving)/i, 'case'],
  [/^(coding|code|programming|work ?sample|take ?home)/i, 'work-sample'],
  [/^code ?review/i, 'code-review'],
  [/^(debug|troubleshoot|problem)/i, 'debugging-evidence'],
  [/^(technical|knowledge|theory|theoretical|screening|technisch)/i, 'technical-depth'],
];

/** The kind of question that a foreign word means; null where it means none. */
export function kindOf(word: string | undefined): QuestionKind | null {
  if (word === undefined) return null;
  return QUESTION_KINDS.find((kind) => kind === word) ?? KINDS.find(([pattern]) => pattern.test(word.replace(/[-_]/g, ' ')))?.[1] ?? null;
}

const SENIORITY_WORDS: readonly (readonly [RegExp, Seniority])[] = [
  [/^(intern|trainee|entry|junior|jr|anfänger|einsteiger|младший|стажёр|стажер)/i, 'junior'],
  [/^(mid|middle|medium|intermediate|regular|mittel|средний|мидл)/i, 'middle'],
  [/^(senior|sr|advanced|expert|старший|сеньор)/i, 'senior'],
  [/^(lead|staff|manager|head|тимлид|ведущий)/i, 'lead'],
  [/^(principal|distinguished|fellow|architect|director|executive)/i, 'principal'],
];

/** The seniorities that foreign words mean, each once, in our order. */
export function senioritiesOf(words: readonly string[]): readonly Seniority[] {
  const meant = words.flatMap(
    (word) => SENIORITIES.find((one) => one === word) ?? SENIORITY_WORDS.find(([pattern]) => pattern.test(word.trim()))?.[1] ?? [],
  );
  return SENIORITIES.filter((one) => meant.includes(one));
}
