import type { ReadableQuestion } from '../application/list-questions';
import { presentQuestionVersion } from './present-question-version';
import type { QuestionVersion } from './question-version.types';
import type { Question } from './question.types';

/** A question as clients see it, by the version that stands for it. */
export const presentQuestion = ({ question, rubric }: ReadableQuestion): Question =>
  present(question, presentQuestionVersion(question, { rubric }));

const present = (question: ReadableQuestion['question'], version: QuestionVersion): Question => ({
  id: version.questionId,
  slug: question.slug,
  categorySlug: question.categorySlug,
  revision: question.questionRevision,
  createdAt: question.questionCreatedAt,
  retiredAt: question.retiredAt,
  ownerId: question.ownerId,
  version,
});
