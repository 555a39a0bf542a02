import type { BankQuestion } from '../bank-file';
import { inOneLine } from '../upkeep-shapes';
import { type QuestionRule, when } from './rule';
import { anchorTexts, candidateTexts, joined } from './texts';

/**
 * Names of settings: words with at least two dots, or with one before a value. Each expression begins where a word begins and has a longest
 * match, so that a text of 20,000 signs without a blank is looked at once and not 20,000 times.
 */
const SETTING = /(?<![\w.-])[a-z][\w-]{0,60}(?:\.[A-Za-z][\w-]{0,60}){2,10}\b|(?<![\w.-])[a-z]{1,40}(?:\.[a-z]{1,40}){1,8}(?==)/g;
const CALL = /(?<!\w)[a-z]\w{0,80}(?=\()/g;
/** A call that is no plain word of a sentence before a bracket. */
const isName = (call: string): boolean => /[A-Z_]/.test(call);

const settingsIn = (text: string): readonly string[] => text.match(SETTING) ?? [];

const keyTexts = (question: BankQuestion): string =>
  [joined(anchorTexts(question)), question.modelAnswer ?? '', question.groundTruth ?? '', question.followUpKey ?? ''].join('\n');

export const versionsRule: QuestionRule = {
  id: 'L16',
  severity: 'ERROR',
  asks: 'Where the key names a setting, does the page say of which version?',
  why: 'Defaults change between versions; without one, the answer is right somewhere and wrong elsewhere.',
  check: (question) => {
    const [setting] = settingsIn(keyTexts(question));
    const versioned = question.technologies.some(({ detail = '' }) => /\d/.test(detail));
    return when(
      setting !== undefined && !versioned,
      ['technologies'],
      `The key names ${setting ?? ''}. Say in "technologies" which version it is about.`,
    );
  },
};

export const knownNamesRule: QuestionRule = {
  id: 'L17',
  severity: 'WARNING',
  asks: 'Is every setting and function of the key printed on the page or backed by a source?',
  why: 'A name that nobody looked up is often a name of another version, or of none.',
  check: (question, { texts }) => {
    const backed = [
      joined(candidateTexts(question)),
      ...question.references.map(inOneLine),
      ...question.references.map((entry) => (typeof entry === 'string' ? '' : (entry.supports ?? ''))),
      ...question.reviewedFacts.map(inOneLine),
      ...texts.map(({ text }) => text),
    ].join('\n');
    const key = keyTexts(question);
    const strangers = [...new Set([...settingsIn(key), ...(key.match(CALL) ?? []).filter(isName)])].filter(
      (name) => !backed.includes(name),
    );
    return when(strangers.length > 0, ['references'], `${strangers.join(', ')}: neither on the page nor in a source or reviewed fact.`);
  },
};

export const referencesRule: QuestionRule = {
  id: 'L18',
  severity: 'ERROR',
  asks: 'Does every criterion rest on a source, and none on a fact that was not found?',
  why: 'A score that depends on a fact nobody can show is an opinion.',
  check: ({ references, reviewedFacts, rubric }) => {
    const named = new Set([...references, ...reviewedFacts].flatMap((entry) => (typeof entry === 'string' ? [] : (entry.criteria ?? []))));
    const bare = rubric.criteria.filter(({ id }) => !named.has(id)).map(({ id }) => id);
    return [
      ...when(references.length === 0, ['references'], 'Name at least one source: primary, with its version.'),
      ...when(
        named.size > 0 && bare.length > 0,
        ['references'],
        `Sources name the criteria that rest on them; none names ${bare.join(', ')}.`,
      ),
      ...reviewedFacts.flatMap((entry, index) => {
        const failed = typeof entry !== 'string' && (entry.result === 'not-found' || entry.result === 'refuted');
        const counts = failed && (entry.class === 'A' || (entry.criteria ?? []).length > 0);
        return when(
          counts,
          ['reviewedFacts', index],
          'This fact was not found or is refuted, and a score depends on it. Remove it from the key.',
        );
      }),
    ];
  },
};
