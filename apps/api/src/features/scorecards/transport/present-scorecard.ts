import { globalId } from '@touchstone/platform/graphql';
import type { Missing } from '../errors';
import type { RatingRecord } from '../persistence/rating.record';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import type { MissingPart, Rating, Scorecard } from './scorecard.types';

/** A scorecard that the seal shows to whoever asks. */
export const presentScorecard = (card: ScorecardRecord): Scorecard => ({
  cardId: card.id,
  interviewId: card.interviewId,
  memberId: card.memberId,
  id: globalId('Scorecard', card.organizationId, card.id),
  status: card.status,
  recommendation: card.recommendation,
  summary: card.summary,
  revision: card.revision,
  createdAt: card.createdAt,
  submittedAt: card.submittedAt,
  afterOpening: card.afterOpening,
});

export const presentRating = (rating: RatingRecord): Rating => ({
  questionVersionId: globalId('QuestionVersion', rating.organizationId, rating.questionVersionId),
  criterion: rating.criterion,
  level: rating.level,
  notObservedReason: rating.notObservedReason,
  evidence: rating.evidence,
  judgement: rating.judgement,
  probesUsed: rating.probesUsed,
  revision: rating.revision,
  ratedAt: rating.ratedAt,
});

export const presentMissing = (organizationId: string, { questionVersionId, criterion, what }: Missing): MissingPart => ({
  questionVersionId: questionVersionId === null ? null : globalId('QuestionVersion', organizationId, questionVersionId),
  criterion,
  what,
});
