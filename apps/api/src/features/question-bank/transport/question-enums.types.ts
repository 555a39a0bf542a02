import { EXHIBIT_FORMATS, PROBE_KINDS, QUESTION_FORMS, QUESTION_KINDS, QUESTION_USAGES, SENIORITIES } from '@touchstone/bank-format';
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
export const ReviewVerdictEnum = enumOf('ReviewVerdict', ['APPROVE', 'REJECT'] as const, 'What a reviewer says.');
