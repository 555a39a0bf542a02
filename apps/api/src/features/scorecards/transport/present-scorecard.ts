import { wordsOf } from '@touchstone/interviewing/interviews';
import { globalId } from '@touchstone/platform/graphql';
import type { RatingValue, ScorecardValue } from '../application/scorecard.loader';
import type { Missing } from '../errors';
import type { MissingPart, Rating, Scorecard } from './scorecard.types';

/** A scorecard that the seal shows to whoever asks. */
export const presentScorecard = (card: ScorecardValue): Scorecard => ({
  cardId: card.id,
  interviewId: card.interviewId,
  memberId: card.memberId,
  id: globalId('Scorecard', card.organizationId, card.id),
  status: card.status,
  recommendation: card.recommendation,
  summary: wordsOf(card.summary, card),
  textErasedAt: card.textErasedAt,
  revision: card.revision,
  createdAt: card.createdAt,
  submittedAt: card.submittedAt,
  afterOpening: card.afterOpening,
});

export const presentRating = (rating: RatingValue): Rating => ({
  questionVersionId: globalId('QuestionVersion', rating.organizationId, rating.questionVersionId),
  criterion: rating.criterion,
  level: rating.level,
  notObservedReason: wordsOf(rating.notObservedReason, rating),
  evidence: wordsOf(rating.evidence, rating),
  judgement: wordsOf(rating.judgement, rating),
  textErasedAt: rating.textErasedAt,
  probesUsed: rating.probesUsed,
  revision: rating.revision,
  ratedAt: rating.ratedAt,
});

export const presentMissing = (organizationId: string, { questionVersionId, criterion, what }: Missing): MissingPart => ({
  questionVersionId: questionVersionId === null ? null : globalId('QuestionVersion', organizationId, questionVersionId),
  criterion,
  what,
});
