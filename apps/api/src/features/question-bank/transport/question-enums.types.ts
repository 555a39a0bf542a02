import {
  CLAIM_CLASSES,
  CLAIM_RESULTS,
  CULPRITS,
  ENDINGS,
  EXHIBIT_FORMATS,
  FIRST_GUESSES,
  PROBE_KINDS,
  QUESTION_FORMS,
  QUESTION_KINDS,
  QUESTION_USAGES,
  RELATIONS,
  RESPONSE_MODES,
  SENIORITIES,
} from '@touchstone/bank-format';
import { QUESTION_VERSION_STATES } from '@touchstone/interviewing/question-bank';
import { registerEnumType } from '@nestjs/graphql';
import { QUESTION_ORDERS } from '../application/list-questions';

/** The words of the bank as GraphQL enums: `technical-depth` is `TECHNICAL_DEPTH`. */
function enumOf<T extends string>(name: string, words: readonly T[], description: string): Readonly<Record<string, T>> {
  const values = Object.fromEntries(words.map((word) => [word.toUpperCase().replaceAll('-', '_'), word]));
  registerEnumType(values, { name, description });
  return values;
}

export const QuestionKindEnum = enumOf('QuestionKind', QUESTION_KINDS, 'What an answer consists of.');
export const QuestionFormEnum = enumOf('QuestionForm', QUESTION_FORMS, 'Debugging questions and cases come in two lengths.');
export const QuestionUsageEnum = enumOf(
  'QuestionUsage',
  QUESTION_USAGES,
  'TRAINING questions are published with their answers and must not be used to select.',
);
export const SeniorityEnum = enumOf('Seniority', SENIORITIES, 'For whom the question is fair.');
export const ExhibitFormatEnum = enumOf('ExhibitFormat', EXHIBIT_FORMATS, 'How the content of an exhibit is to be set.');
export const ProbeKindEnum = enumOf(
  'ProbeKind',
  PROBE_KINDS,
  'When a probe is asked: always, to clear up a word, to go deeper, to go beyond.',
);
export const QuestionVersionStatusEnum = enumOf('QuestionVersionStatus', QUESTION_VERSION_STATES, 'DRAFT, IN_REVIEW, APPROVED, RETIRED.');
export const QuestionOrderEnum = enumOf('QuestionOrder', QUESTION_ORDERS, 'RELEVANCE needs words to search for; UPDATED is newest first.');
export const ReviewVerdictEnum = enumOf(
  'ReviewVerdict',
  ['APPROVE', 'REQUEST_CHANGES'] as const,
  'What a reviewer says: it is good for good, or it goes back to its authors.',
);
export const AnswerModeEnum = enumOf('AnswerMode', RESPONSE_MODES, 'How an answer is given.');
export const CulpritEnum = enumOf('Culprit', CULPRITS, 'What turned out to be guilty.');
export const FirstGuessEnum = enumOf('FirstGuess', FIRST_GUESSES, 'Whether the first plausible explanation holds.');
export const EndingEnum = enumOf('Ending', ENDINGS, 'What the right end of the case is.');
export const ClaimClassEnum = enumOf(
  'ClaimClass',
  CLAIM_CLASSES,
  'A: a score depends on it. B: background. C: arithmetic inside the page. D: opinion or practice.',
);
export const ClaimResultEnum = enumOf('ClaimResult', CLAIM_RESULTS, 'What looking a claim up gave.');
export const ExternalRelationEnum = enumOf('ExternalRelation', RELATIONS, 'How a name in another system relates to this one.');
export const LintSeverityEnum = enumOf(
  'LintSeverity',
  ['ERROR', 'WARNING'] as const,
  'An error keeps a version from being approved, unless whoever approves answers it.',
);
export const QuestionChangeKindEnum = enumOf('QuestionChangeKind', ['ADDED', 'REMOVED', 'CHANGED'] as const, 'What happened to a place.');
export const DiffPartKindEnum = enumOf('DiffPartKind', ['SAME', 'REMOVED', 'ADDED'] as const, 'In both texts, only before, only after.');
