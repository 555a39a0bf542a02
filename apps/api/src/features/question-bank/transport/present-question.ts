import { globalId } from '@touchstone/platform/graphql';
import type { ReadableQuestion } from '../application/list-questions';
import { presentQuestionVersion } from './present-question-version';
import type { Question } from './question.types';

/** A question as clients see it, by the version that stands for it. */
export const presentQuestion = ({ question, rubric }: ReadableQuestion): Question => ({
  id: globalId('Question', question.organizationId, question.questionId),
  slug: question.slug,
  categorySlug: question.categorySlug,
  revision: question.questionRevision,
  createdAt: question.questionCreatedAt,
  retiredAt: question.retiredAt,
  ownerId: question.ownerId,
  version: presentQuestionVersion(question, { rubric }),
});
