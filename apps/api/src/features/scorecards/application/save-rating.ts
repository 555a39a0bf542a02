import { Injectable } from '@nestjs/common';
import { checkRating, NOT_OBSERVED, transitionScorecard } from '@touchstone/interviewing/scorecards';
import { conflict, err, invalid, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { Interviews } from '../../interviews';
import { ratingConflict, type SaveRatingError } from '../errors';
import { type RatingContent, type RatingKey, RatingRepository } from '../persistence/rating.repository';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import { ScorecardRepository } from '../persistence/scorecard.repository';
import { RatedItems, scaleOf } from './rated-items';
import { WritingRights } from './writing-rights';

export interface SaveRatingInput extends RatingContent {
  readonly scorecardId: string | null;
  readonly questionVersionId: string | null;
  readonly criterion: string;
  /** Of this rating; 0 where there is none yet. */
  readonly expectedRevision: number;
}

export interface SavedRating {
  readonly scorecardId: string;
  readonly questionVersionId: string;
  readonly criterion: string;
}

/**
 * Saves one rating of the actor's draft, as she goes. Saving the same content again changes nothing and is no conflict, so a client may
 * retry as often as it likes. A skipped item may still get notes: they are shown at the debrief and do not count.
 */
@Injectable()
export class SaveRating {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly interviews: Interviews,
    private readonly items: RatedItems,
    private readonly rights: WritingRights,
    private readonly scorecards: ScorecardRepository,
    private readonly ratings: RatingRepository,
  ) {}

  async execute(actor: Actor, input: SaveRatingInput): Promise<Result<SavedRating, SaveRatingError>> {
    const { scorecardId } = input;
    if (scorecardId === null) return err(unknownCard());
    return this.unitOfWork.write(actor, async (tx) => {
      const seen = await this.scorecards.own(tx, actor, scorecardId);
      if (seen === null) return err(unknownCard());
      const content = await this.checked(tx, actor, seen, input);
      if (!content.ok) return content;
      const card = await this.scorecards.lockDraft(tx, actor, scorecardId);
      if (card === null) return submittedAlready();
      return this.save(tx, content.value.key, content.value.content, input.expectedRevision);
    });
  }

  /** Is it a rating of an item of this interview, by somebody who may write now? */
  private async checked(
    tx: Transaction,
    actor: Actor,
    card: ScorecardRecord,
    input: SaveRatingInput,
  ): Promise<Result<{ key: RatingKey; content: RatingContent }, SaveRatingError>> {
    if (card.status === 'SUBMITTED') return submittedAlready();
    const interview = await this.interviews.byId(tx, actor.organizationId, card.interviewId);
    if (interview === null) return err(unknownCard());
    const seat = await this.rights.seatOf(tx, actor, interview);
    if (!seat.ok) return seat;
    const item = (await this.items.of(tx, actor.organizationId, interview)).find(
      ({ questionVersionId }) => questionVersionId === input.questionVersionId,
    );
    if (item === undefined) return err(notFound('question at this interview', ['input', 'questionVersionId']));
    const criterion = item.document.rubric.criteria.find(({ id }) => id === input.criterion);
    if (criterion === undefined) return err(invalid('This question has no such criterion.', ['input', 'criterion']));
    const value = input.level ?? (input.notObservedReason === null ? null : NOT_OBSERVED);
    const question = { scale: scaleOf(criterion), probeIds: item.document.probes.map(({ id }) => id) };
    const { notObservedReason, evidence, judgement, probesUsed } = input;
    const rating = checkRating({ value, notObservedReason, evidence, judgement, probesUsed }, question);
    if (!rating.ok) return rating;
    const key = {
      organizationId: actor.organizationId,
      scorecardId: card.id,
      questionVersionId: item.questionVersionId,
      criterion: criterion.id,
    };
    return ok({ key, content: { level: input.level, notObservedReason: rating.value.notObservedReason, evidence, judgement, probesUsed } });
  }

  private async save(
    tx: Transaction,
    key: RatingKey,
    content: RatingContent,
    expectedRevision: number,
  ): Promise<Result<SavedRating, SaveRatingError>> {
    const stored = await this.ratings.one(tx, key);
    const { scorecardId, questionVersionId, criterion } = key;
    const saved = ok({ scorecardId, questionVersionId, criterion });
    if (stored !== null && isSame(stored, content)) return saved;
    if ((stored?.revision ?? 0) !== expectedRevision) return err(ratingConflict(stored, content));
    if (stored === null) await this.ratings.add(tx, key, content);
    else if (!(await this.ratings.replace(tx, key, content, expectedRevision)))
      return err(ratingConflict(await this.ratings.one(tx, key), content));
    tx.audit({ action: 'scorecard.rate', subjectType: 'Scorecard', subjectId: scorecardId });
    return saved;
  }
}

const unknownCard = () => notFound('scorecard of yours', ['input', 'scorecardId']);

function submittedAlready(): Result<never, SaveRatingError> {
  const state = transitionScorecard('SUBMITTED', 'RATE');
  return state.ok ? err(conflict('This scorecard is submitted and stays as it is.', ['input', 'scorecardId'])) : state;
}

const isSame = (stored: RatingContent, content: RatingContent): boolean =>
  stored.level === content.level &&
  stored.notObservedReason === content.notObservedReason &&
  stored.evidence === content.evidence &&
  stored.judgement === content.judgement &&
  stored.probesUsed.length === content.probesUsed.length &&
  stored.probesUsed.every((probe, index) => probe === content.probesUsed[index]);
