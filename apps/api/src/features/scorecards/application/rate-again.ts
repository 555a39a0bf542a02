import { Injectable } from '@nestjs/common';
import { isLevel } from '@touchstone/interviewing/competencies';
import { checkNotErased } from '@touchstone/interviewing/interviews';
import { checkReason } from '@touchstone/interviewing/lifecycle';
import { conflict, err, invalid, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { Interviews, Loops } from '../../interviews';
import type { RateAgainError } from '../errors';
import { RatingRepository } from '../persistence/rating.repository';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import { ScorecardRepository } from '../persistence/scorecard.repository';
import { SecondRatingRepository } from '../persistence/second-rating.repository';
import { RatedItems, scaleOf } from './rated-items';

export interface RateAgainInput {
  readonly scorecardId: string | null;
  readonly questionVersionId: string | null;
  readonly criterion: string;
  readonly level: number;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Puts a second rating beside one of the actor's own, once the seal is open. The first stays, and stays what figures use. */
@Injectable()
export class RateAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loops: Loops,
    private readonly interviews: Interviews,
    private readonly items: RatedItems,
    private readonly scorecards: ScorecardRepository,
    private readonly ratings: RatingRepository,
    private readonly secondRatings: SecondRatingRepository,
  ) {}

  async execute(
    actor: Actor,
    input: RateAgainInput,
  ): Promise<Result<{ readonly secondRatingId: string; readonly loopId: string }, RateAgainError>> {
    const { scorecardId, idempotencyKey: key, ...asked } = input;
    const unknown = err(notFound('scorecard of yours', ['input', 'scorecardId']));
    if (scorecardId === null) return unknown;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const card = await this.scorecards.own(tx, actor, scorecardId);
        if (card === null) return unknown;
        const loop = await this.loops.lock(tx, actor.organizationId, card.loopId);
        if (loop === null || loop.sealOpenedAt === null)
          return err(conflict('The seal of this loop is not open yet. Change your draft instead, or wait for the debrief.', ['input']));
        const open = checkNotErased(loop);
        if (!open.ok) return open;
        if (card.status !== 'SUBMITTED')
          return err(conflict('Your scorecard is still a draft. Change it there.', ['input', 'scorecardId']));
        const reason = await this.checked(tx, card, input);
        if (!reason.ok) return reason;
        const { organizationId, memberId } = actor;
        const { level, criterion } = input;
        const second = {
          organizationId,
          id: newId(),
          loopId: card.loopId,
          scorecardId,
          questionVersionId: reason.value.questionVersionId,
          criterion,
          memberId,
          level,
          reason: reason.value.reason,
        };
        if (!(await this.secondRatings.add(tx, second)))
          return err(conflict('You have rated this a second time already. Both ratings stay as they are.', ['input']));
        tx.audit({
          action: 'debrief.rateAgain',
          subjectType: 'Scorecard',
          subjectId: scorecardId,
          detail: { loopId: card.loopId, secondRatingId: second.id },
        });
        return ok({ secondRatingId: second.id, loopId: card.loopId });
      },
      { once: { operation: 'debrief.rateAgain', key, input: { scorecardId, ...asked } } },
    );
  }

  private async checked(
    tx: Transaction,
    card: ScorecardRecord,
    input: RateAgainInput,
  ): Promise<Result<{ reason: string; questionVersionId: string }, RateAgainError>> {
    const interview = await this.interviews.byId(tx, card.organizationId, card.interviewId);
    const items = interview === null ? [] : await this.items.of(tx, card.organizationId, interview);
    const item = items.find(({ questionVersionId }) => questionVersionId === input.questionVersionId);
    if (item === undefined) return err(notFound('question at this interview', ['input', 'questionVersionId']));
    const criterion = item.document.rubric.criteria.find(({ id }) => id === input.criterion);
    if (criterion === undefined) return err(invalid('This question has no such criterion.', ['input', 'criterion']));
    const scale = scaleOf(criterion);
    if (!isLevel(input.level, scale))
      return err(invalid(`A rating is a whole level from ${scale.min} to ${scale.max}.`, ['input', 'level']));
    const { questionVersionId } = item;
    const first = await this.ratings.one(tx, {
      organizationId: card.organizationId,
      scorecardId: card.id,
      questionVersionId,
      criterion: criterion.id,
    });
    if (first === null) return err(conflict('There is no first rating of yours to put a second one beside.', ['input', 'criterion']));
    const reason = checkReason(input.reason, ['input', 'reason']);
    return reason.ok ? ok({ reason: reason.value, questionVersionId }) : reason;
  }
}
