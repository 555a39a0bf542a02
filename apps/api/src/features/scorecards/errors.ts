import type {
  ConflictError,
  DomainError,
  IdempotencyMismatchError,
  NotAllowedError,
  NotFoundError,
  RevisionConflictError,
  ValidationError,
} from '@touchstone/kernel';

/** What of a rating one writes. */
export interface RatingText {
  readonly level: number | null;
  readonly notObservedReason: string | null;
  readonly evidence: string;
  readonly judgement: string;
  readonly probesUsed: readonly string[];
}

/** Another tab or device of the same panelist saved this rating meanwhile. Both texts come back, so that neither is lost. */
export interface RatingConflictError extends DomainError {
  readonly type: 'RatingConflictError';
  readonly code: 'REVISION_CONFLICT';
  /** 0 where nothing is stored. */
  readonly currentRevision: number;
  readonly stored: RatingText | null;
  readonly attempted: RatingText;
}

/** One thing that a scorecard lacks. The version and criterion are null where it is the recommendation of the card. */
export interface Missing {
  readonly questionVersionId: string | null;
  readonly criterion: string | null;
  readonly what: 'RATING' | 'REASON' | 'EVIDENCE' | 'RECOMMENDATION';
}

export interface IncompleteScorecardError extends DomainError {
  readonly type: 'IncompleteScorecardError';
  readonly code: 'INCOMPLETE_SCORECARD';
  readonly missing: readonly Missing[];
}

export type OpenScorecardError = NotFoundError | NotAllowedError | ConflictError;
export type SaveRatingError = NotFoundError | NotAllowedError | ConflictError | ValidationError | RatingConflictError;
export type SaveSummaryError = NotFoundError | NotAllowedError | ConflictError | RevisionConflictError;
export type SubmitScorecardError =
  | NotFoundError
  | NotAllowedError
  | ConflictError
  | ValidationError
  | RevisionConflictError
  | RatingConflictError
  | IncompleteScorecardError
  | IdempotencyMismatchError;
export type OpenSealEarlyError = NotFoundError | NotAllowedError | ConflictError | ValidationError | IdempotencyMismatchError;
export type RateAgainError = NotFoundError | NotAllowedError | ConflictError | ValidationError | IdempotencyMismatchError;
export type RecordDecisionError = NotFoundError | NotAllowedError | ConflictError | ValidationError | IdempotencyMismatchError;

export const ratingConflict = (
  stored: (RatingText & { readonly revision: number }) | null,
  attempted: RatingText,
  path: readonly string[] = ['input'],
): RatingConflictError => ({
  type: 'RatingConflictError',
  code: 'REVISION_CONFLICT',
  message: `You saved this rating elsewhere meanwhile (it is at revision ${stored?.revision ?? 0}). Put both texts together and save that.`,
  path: [...path, 'expectedRevision'],
  currentRevision: stored?.revision ?? 0,
  stored: stored === null ? null : textOf(stored),
  attempted: textOf(attempted),
});

export const incomplete = (missing: readonly Missing[]): IncompleteScorecardError => ({
  type: 'IncompleteScorecardError',
  code: 'INCOMPLETE_SCORECARD',
  message: `${missing.length === 1 ? '1 thing is' : `${missing.length} things are`} missing: every criterion needs a level with evidence or a reason why it was not observed, and the card a recommendation.`,
  path: ['input', 'scorecardId'],
  missing,
});

const textOf = ({ level, notObservedReason, evidence, judgement, probesUsed }: RatingText): RatingText => ({
  level,
  notObservedReason,
  evidence,
  judgement,
  probesUsed,
});
