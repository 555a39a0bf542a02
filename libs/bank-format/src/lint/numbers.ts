import { checkRelation } from '../relations/check-relation';
import type { BankQuestion } from '../bank-file';
import { type QuestionRule, when } from './rule';
import { candidateTexts, joined } from './texts';
import { numbersOf } from './words';

export const relationsRule: QuestionRule = {
  id: 'N01',
  severity: 'ERROR',
  asks: 'Do the relations between the numbers hold?',
  why: 'Whoever recomputes a figure that does not fit thinks about the figure and not about the question.',
  check: ({ relations = [] }) =>
    relations.flatMap((relation, index) => {
      const check = checkRelation(relation);
      if (check.holds === true) return [];
      const message =
        check.holds === false
          ? `"${relation}" does not hold: ${check.says}.`
          : `"${relation}" cannot be computed: ${check.says}, from character ${check.at + 1} on.`;
      return [{ path: ['relations', index], message }];
    }),
};

/** Figures with fewer digits than these are factors, counts and percentages that a text may spell in words. */
const TELLING_DIGITS = 4;
/** Seconds, hours and bytes that need no exhibit. */
const CONSTANTS = new Set(['3600', '86400', '1000', '1024', '1000000', '1048576']);

export const shownNumbersRule: QuestionRule = {
  id: 'N02',
  severity: 'WARNING',
  asks: 'Does every long figure of the relations stand on the page, in the key, or as the result of another relation?',
  why: 'When a figure of an exhibit is changed and the relation is not, the check proves nothing any more.',
  check: (question) => {
    const { relations = [] } = question;
    const shown = new Set(numbersOf(pageAndKey(question)).map(plain));
    const stated = relations.map((relation) => {
      const check = checkRelation(relation);
      return check.holds === null ? [] : check.quantities;
    });
    const results = new Set(
      stated
        .flat()
        .filter(({ isResult }) => isResult)
        .flatMap(({ written }) => numbersOf(written).map(plain)),
    );
    return stated.flatMap((quantities, index) => {
      const lost = quantities
        .filter(({ isResult, written }) => !isResult && !/[:-]/.test(written.slice(1)))
        .flatMap(({ written }) => numbersOf(written).map(plain))
        .filter((number) => digitsOf(number) >= TELLING_DIGITS && !CONSTANTS.has(number) && !shown.has(number) && !results.has(number));
      return when(lost.length > 0, ['relations', index], `${[...new Set(lost)].join(', ')}: nowhere on the page or in the key.`);
    });
  },
};

const pageAndKey = (question: BankQuestion): string =>
  [
    joined(candidateTexts(question)),
    question.groundTruth ?? '',
    question.arithmeticCheck ?? '',
    question.numbersKey ?? '',
    question.followUpKey ?? '',
  ].join('\n');

const plain = (number: string): string => (number.includes('.') ? number.replace(/\.?0+$/, '') : number);
const digitsOf = (number: string): number => number.replace(/\D|^0+/g, '').length;
