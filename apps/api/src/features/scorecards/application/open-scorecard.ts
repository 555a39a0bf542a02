import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { LoopRights, WriterStandings } from '../../interviews';
import type { OpenScorecardError } from '../errors';
import { ScorecardRepository } from '../persistence/scorecard.repository';
import { mayWrite } from './writing-rights';

/**
 * Finds or makes the actor's card for an interview. There is one for each seat, so that asking again, from however many tabs, gives the
 * same one; no idempotency key is needed for that.
 */
@Injectable()
export class OpenScorecard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standings: WriterStandings,
    private readonly loopRights: LoopRights,
    private readonly scorecards: ScorecardRepository,
  ) {}

  async execute(
    actor: Actor,
    { interviewId }: { readonly interviewId: string | null },
  ): Promise<Result<{ readonly scorecardId: string }, OpenScorecardError>> {
    const unknown = err(notFound('interview', ['input', 'interviewId']));
    if (interviewId === null) return unknown;
    return this.unitOfWork.write(actor, async (tx) => {
      const standing = await this.standings.of(tx, actor.organizationId, interviewId, actor.memberId);
      if (standing === null || !(await this.loopRights.mayRead(tx, actor, standing.interview.loopId))) return unknown;
      const mine = await this.scorecards.ownOfInterview(tx, actor, interviewId);
      if (mine !== null) return ok({ scorecardId: mine.id });
      const seat = mayWrite(actor, standing);
      if (!seat.ok) return seat;
      const { organizationId, memberId } = actor;
      const scorecardId = newId();
      const added = await this.scorecards.add(tx, {
        organizationId,
        id: scorecardId,
        loopId: standing.interview.loopId,
        interviewId,
        seatId: seat.value.seatId,
        memberId,
      });
      if (added) {
        tx.audit({ action: 'scorecard.open', subjectType: 'Scorecard', subjectId: scorecardId, detail: { interviewId } });
        return ok({ scorecardId });
      }
      // Another tab made it in this very moment.
      const made = await this.scorecards.ownOfInterview(tx, actor, interviewId);
      return made === null ? unknown : ok({ scorecardId: made.id });
    });
  }
}
