import type { BankQuestion } from '../bank-file';
import type { QuestionRule } from './rule';
import { allTexts, anchorTexts, candidateTexts, type PlacedText, signalTexts, spokenTexts } from './texts';
import { withoutQuotes } from './words';
import { complaintAbout, findWords, type ListedWord } from './word-list';

const word = (pattern: string, more: Omit<ListedWord, 'form'> = {}): ListedWord => ({
  form: new RegExp(`\\b(?:${pattern})\\b`, 'i'),
  ...more,
});

/** To be replaced always. Where one word takes the place of another without a thought, the linter can do it. */
const REPLACE: readonly ListedWord[] = [
  word('rock[- ]?stars?'),
  word('ninjas?'),
  word('gurus?'),
  word('wizards?'),
  word('(?:great|real|true|growth|10x) hackers?'),
  word('crush(?:ed|es|ing)? (?:it|the|our|your)'),
  word('killer (?:feature|app|argument|product|idea)s?|killing it'),
  word('aggressive(?:ly)?'),
  word('fearless(?:ly)?'),
  word('warriors?|war[- ]rooms?'),
  word('battles?|battle-tested'),
  word('you guys', { to: 'you all' }),
  word('guys', { to: 'people' }),
  word('manpower', { to: 'staff' }),
  word('man-?hours', { to: 'person-hours' }),
  word('man-?hour', { to: 'person-hour' }),
  word('chairman', { to: 'chair' }),
  word('foreman', { to: 'supervisor' }),
  word('housekeeping', { to: 'cleanup' }),
  word('masters?[/-]slaves?|slaves?'),
  word('blacklist(?:s|ed|ing)?'),
  word('whitelist(?:s|ed|ing)?'),
  word('grandfathered', { to: 'exempted' }),
  word('sanity checks', { to: 'plausibility checks' }),
  word('sanity check', { to: 'plausibility check' }),
  word('crazy|insane|insanely'),
  word('(?:blind|deaf) to'),
  word('crippl(?:e|es|ed|ing)'),
  word('lame'),
  word('dummy', { to: 'placeholder' }),
  word('dummies', { to: 'placeholders' }),
  word('spirit animals?|tribes?|tribal'),
  word('native (?:english )?speakers?|mother tongues?'),
  word('digital natives?'),
  word('young|younger|youngest|youthful|energetic|recent graduates?|mature|old-school'),
  word('cultur(?:e|al) fit|work hard,? play hard'),
  word('(?:like|we are) (?:a|one) family|family (?:feeling|spirit|atmosphere)'),
  word('he or she|she or he|s/he', { to: 'they' }),
  word('his or her|her or his', { to: 'their' }),
  word('him or her|her or him', { to: 'them' }),
  word('girls?|ladies'),
];

export const codedWordsRule: QuestionRule = {
  id: 'L11',
  severity: 'ERROR',
  asks: 'Is the question free of coded words?',
  why: 'Words that picture one sort of person tell the others that they do not belong (Gaucher, Friesen and Kay, 2011). Each has a plain replacement.',
  check: (question) =>
    findWords(allTexts(question), REPLACE).map((found) => {
      const advice = found.word.to === undefined ? 'Say it plainly' : `Write "${found.word.to}"`;
      return complaintAbout(found, `"${found.written}" is a coded word. ${advice}.`);
    }),
};

/** Fine of things, not of people. */
const LOOK_TWICE: readonly ListedWord[] = [
  word('dominan(?:t|ce)|dominat(?:e|es|ed|ing)', {
    unless: /domina\w+ (?:term|cost|key|share|factor|part|time|size)s?|(?:cost|term|scan|shuffle|time|key)s? dominates?/gi,
  }),
  word('competitive'),
  word('(?:natural|born|true|real|strong) leaders?|leadership qualities'),
  word('confident(?:ly)?'),
  word('assertive(?:ly)?'),
  word('independent(?:ly)?', {
    unless: /independent(?:ly)? of|independent (?:of|variables?|events?|failures?|checks?|sources?|partitions?)/gi,
  }),
  word('strong (?:person|candidate|character|personality|engineer|team|presence)s?'),
  word('naturally?', { unless: /natural(?:ly)? (?:keys?|joins?|language|order(?:ed)?|partition\w*)/gi }),
  word('nurtur\\w*'),
  word('supportive(?:ly)?'),
  word('sensitive', {
    unless: /[\w-]+-sensitive|sensitive (?:data|columns?|fields?|attributes?|information|tables?|records?|values?)|sensitive to/gi,
  }),
  word('interpersonal'),
  word('gravitas|executive presence|articulate|hungry|hustle|fast-paced'),
  word('polish(?:ed)?'),
  word('passion(?:ate|ately)?'),
  word('tough(?:er|est|ness)?'),
];

/** What candidates and raters meet; words in quotes are somebody else's. */
const heardTexts = (question: BankQuestion): readonly PlacedText[] =>
  [...candidateTexts(question), ...spokenTexts(question), ...anchorTexts(question), ...signalTexts(question)]
    .filter(({ prose }) => prose)
    .map(({ text, ...place }) => ({ ...place, text: withoutQuotes(text) }));

export const secondLookRule: QuestionRule = {
  id: 'L12',
  severity: 'WARNING',
  asks: 'Are words that often praise one sort of person used of things only?',
  why: 'Of a term of a sum, "dominant" is a fact; of a person it is a taste.',
  check: (question) =>
    findWords(heardTexts(question), LOOK_TWICE).map((found) =>
      complaintAbout(found, `"${found.written}": if it is about a person, say what the person does.`),
    ),
};

/** Stems of what nobody may be asked about, by topic. */
const PROTECTED: readonly ListedWord[] = [
  'pregnan\\w*',
  'child(?:ren|care|less)?',
  'married|marriage',
  'religio\\w*',
  'church(?:es)?',
  'disab\\w*',
  'illness(?:es)?',
  'medic\\w*',
  'therap\\w*',
  'arrest\\w*',
  'convict\\w*',
  'citizen\\w*',
  'birth\\w*',
  'nationalit\\w*',
  'salary history',
  'unions?',
].map((stem) => word(stem));

export const protectedTopicsRule: QuestionRule = {
  id: 'L13',
  severity: 'ERROR',
  asks: 'Does the page of the candidate keep clear of protected topics?',
  why: 'What must not be asked must not be scenery either. A technical use, such as a child process, is named in biasCheck.',
  check: (question) => {
    const explained = (question.biasCheck ?? '').toLowerCase();
    return findWords(candidateTexts(question), PROTECTED)
      .filter(({ written }) => !explained.includes(written.toLowerCase()))
      .map((found) =>
        complaintAbout(found, `"${found.written}" touches a protected topic. Remove it, or explain its technical use in biasCheck.`),
      );
  },
};

const PRONOUNS: readonly ListedWord[] = [word('he|she|him|his|hers|her|himself|herself')];

export const pronounsRule: QuestionRule = {
  id: 'L14',
  severity: 'WARNING',
  asks: 'Is the page of the candidate free of gendered pronouns?',
  why: 'A case in which the difficult person is always "she" teaches something nobody wants taught. "They" or the role does as well.',
  check: (question) =>
    findWords(
      candidateTexts(question).filter(({ prose }) => prose),
      PRONOUNS,
    ).map((found) => complaintAbout(found, `"${found.written}": say "they", or the role.`)),
};
