import { Injectable } from '@nestjs/common';
import { transitionScorecard } from '@touchstone/interviewing/scorecards';
import { conflict, err, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { announceOnLoop, Interviews, Loops, SealOpener, Seats } from '../../interviews';
import { incomplete, type SubmitScorecardError } from '../errors';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import { ScorecardRepository } from '../persistence/scorecard.repository';
import { MissingParts } from './missing-parts';
import { WritingRights } from './writing-rights';

export interface SubmitScorecardInput {
  readonly scorecardId: string | null;
  readonly expectedRevision: number;
  readonly idempotencyKey: string;
}

/**
 * Submits the actor's card, for good, and opens the seal of the loop where it was the last one. One transaction under the lock of the loop, so
 * that two who submit last at the same time open it once, and a failed commit shows nothing to anybody.
 */
@Injectable()
export class SubmitScorecard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loops: Loops,
    private readonly interviews: Interviews,
    private readonly seats: Seats,
    private readonly sealOpener: SealOpener,
    private readonly rights: WritingRights,
    private readonly missing: MissingParts,
    private readonly scorecards: ScorecardRepository,
  ) {}

  async execute(
    actor: Actor,
    input: SubmitScorecardInput,
  ): Promise<Result<{ readonly scorecardId: string; readonly loopId: string }, SubmitScorecardError>> {
    const { scorecardId, expectedRevision, idempotencyKey: key } = input;
    const unknown = err(notFound('scorecard of yours', ['input', 'scorecardId']));
    if (scorecardId === null) return unknown;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const seen = await this.scorecards.own(tx, actor, scorecardId);
        if (seen === null) return unknown;
        await this.loops.lock(tx, actor.organizationId, seen.loopId);
        const card = await this.scorecards.lockDraft(tx, actor, scorecardId);
        const submittable = transitionScorecard(card === null ? 'SUBMITTED' : card.status, 'SUBMIT');
        if (card === null || !submittable.ok) return submittable.ok ? unknown : submittable;
        if (card.revision !== expectedRevision) return err(revisionConflict(card.revision, 'scorecard'));
        const ready = await this.ready(tx, actor, card);
        return ready.ok ? this.submit(tx, actor, card, ready.value.seatId) : ready;
      },
      { once: { operation: 'scorecard.submit', key, input: { scorecardId, expectedRevision } } },
    );
  }

  private async ready(
    tx: Transaction,
    actor: Actor,
    card: ScorecardRecord,
  ): Promise<Result<{ readonly seatId: string }, SubmitScorecardError>> {
    const interview = await this.interviews.byId(tx, actor.organizationId, card.interviewId);
    if (interview === null) return err(notFound('scorecard of yours', ['input', 'scorecardId']));
    const seat = await this.rights.seatOf(tx, actor, interview);
    if (!seat.ok) return seat;
    if (interview.status !== 'ENDED')
      return err(conflict(`This interview is ${interview.status}. End it, then submit.`, ['input', 'scorecardId']));
    const missing = await this.missing.of(tx, card, interview);
    return missing.length > 0 ? err(incomplete(missing)) : seat;
  }

  private async submit(
    tx: Transaction,
    actor: Actor,
    card: ScorecardRecord,
    seatId: string,
  ): Promise<Result<{ scorecardId: string; loopId: string }, SubmitScorecardError>> {
    const { organizationId } = actor;
    const { id: scorecardId, loopId } = card;
    const loop = await this.loops.byId(tx, organizationId, loopId);
    const afterOpening = loop !== null && loop.sealOpenedAt !== null;
    if (!(await this.scorecards.submit(tx, card, { afterOpening }))) return err(revisionConflict(card.revision, 'scorecard'));
    if (!(await this.seats.markSubmitted(tx, organizationId, seatId)))
      return err(conflict('This seat has submitted already or was removed.', ['input', 'scorecardId']));
    announceOnLoop(tx, organizationId, { loopId, kind: 'SUBMITTED', interviewId: card.interviewId, seatId });
    const opensSeal = await this.sealOpener.openIfDue(tx, organizationId, loopId);
    tx.audit({ action: 'scorecard.submit', subjectType: 'Scorecard', subjectId: scorecardId, detail: { loopId, afterOpening, opensSeal } });
    return ok({ scorecardId, loopId });
  }
}
