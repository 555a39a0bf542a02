import { globalId } from '@touchstone/platform/graphql';
import type { SubstituteValue } from '../application/list-substitutes';
import type { Substitute } from './kit-payload.types';

export const presentSubstitute = ({
  organizationId,
  questionId,
  questionVersionId,
  minutes,
  objectiveChange,
}: SubstituteValue): Substitute => ({
  questionId: globalId('Question', organizationId, questionId),
  questionVersionId: globalId('QuestionVersion', organizationId, questionVersionId),
  minutes,
  objectiveChange,
});
