import { culpritsRule, familiesRule, firstGuessRule, lengthCueRule } from './bank-patterns';
import { cloudsRule, endingsRule, enemiesRule, industriesRule, languagesRule, namesRule, uniqueIdsRule } from './bank-variety';
import { codedWordsRule, pronounsRule, protectedTopicsRule, secondLookRule } from './coded-words';
import { anchorsRule, productsRule, qualitiesRule, weightsRule } from './criteria';
import { knownNamesRule, referencesRule, versionsRule } from './facts';
import { giveawaysRule } from './giveaways';
import { exhibitsRule, lengthsRule, readabilityRule } from './lengths';
import { minutesRule } from './minutes';
import { relationsRule, shownNumbersRule } from './numbers';
import { leadingRule, probesRule } from './probes';
import { doubleRule, triviaRule, yesNoRule } from './prompt-style';
import { realDataRule } from './real-data';
import { schemaRule } from './references-in-question';
import type { BankRule, QuestionRule, Severity } from './rule';
import { modelAnswerRule, signalsRule } from './signals';
import { similarityRule, twinPagesRule } from './similarity';
import { dilemmaRule, filledRule, longFormRule, releaseRule, wayOutRule } from './upkeep';

/** Rules that look at one question, in the order of the authoring guide. */
export const QUESTION_RULES: readonly QuestionRule[] = [
  schemaRule,
  minutesRule,
  weightsRule,
  anchorsRule,
  qualitiesRule,
  probesRule,
  signalsRule,
  modelAnswerRule,
  giveawaysRule,
  lengthsRule,
  codedWordsRule,
  secondLookRule,
  protectedTopicsRule,
  pronounsRule,
  exhibitsRule,
  versionsRule,
  knownNamesRule,
  referencesRule,
  filledRule,
  wayOutRule,
  dilemmaRule,
  longFormRule,
  realDataRule,
  yesNoRule,
  doubleRule,
  leadingRule,
  triviaRule,
  releaseRule,
  productsRule,
  relationsRule,
  shownNumbersRule,
  readabilityRule,
];

/** Rules that look at all questions together. */
export const BANK_RULES: readonly BankRule[] = [
  similarityRule,
  culpritsRule,
  familiesRule,
  firstGuessRule,
  lengthCueRule,
  endingsRule,
  industriesRule,
  languagesRule,
  namesRule,
  cloudsRule,
  twinPagesRule,
  enemiesRule,
  uniqueIdsRule,
];

/** What the linter itself has to say about a file. */
export const FILE_RULES = {
  canonical: {
    id: 'F01',
    severity: 'WARNING',
    asks: 'Is the file written in its canonical form?',
    why: 'Then a change of one line is a difference of one line.',
  },
  exception: {
    id: 'X01',
    severity: 'WARNING',
    asks: 'Does every exception answer a complaint?',
    why: 'An exception that is left over hides the next mistake.',
  },
} as const satisfies Record<string, RuleInWords>;

/** A rule as it is listed. */
export interface RuleInWords {
  readonly id: string;
  readonly severity: Severity;
  readonly asks: string;
  readonly why: string;
}

/** Every rule there is, by id. */
export const ALL_RULES: readonly RuleInWords[] = [...QUESTION_RULES, ...BANK_RULES, ...Object.values(FILE_RULES)]
  .map(({ id, severity, asks, why }) => ({ id, severity, asks, why }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
