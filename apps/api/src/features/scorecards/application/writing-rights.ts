import { Injectable } from '@nestjs/common';
import { checkNoConflict, rates } from '@touchstone/interviewing/interviews';
import { conflict, type ConflictError, err, notAllowed, type NotAllowedError, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { Conflicts, type InterviewValue, Loops, Seats } from '../../interviews';

/**
 * May the actor write a scorecard for this interview? Asked before a card is opened and again by every change of it: a seat may be removed, and a
 * conflict of interest declared, at any time. Nothing is written before the interview starts, notes neither: what was put down about
 * an answer before it was given is no evidence.
 */
@Injectable()
export class WritingRights {
  constructor(
    private readonly seats: Seats,
    private readonly loops: Loops,
    private readonly conflicts: Conflicts,
  ) {}

  /** The actor's rating seat, or why she may not write. */
  async seatOf(
    tx: Transaction,
    { organizationId, memberId }: Actor,
    interview: InterviewValue,
  ): Promise<Result<{ readonly seatId: string }, NotAllowedError | ConflictError>> {
    const seat = await this.seats.ofMember(tx, organizationId, interview.id, memberId);
    if (seat === null) return err(notAllowed('You have no seat at this interview. Ask the coordinator for one.'));
    if (seat.removedAt !== null) return err(notAllowed('Your seat at this interview was removed. Ask the coordinator.'));
    if (!rates(seat.kind)) return err(notAllowed('An observer does not rate. Ask the coordinator for another seat.'));
    const loop = await this.loops.byId(tx, organizationId, interview.loopId);
    const conflicts = loop === null ? [] : await this.conflicts.ofMember(tx, organizationId, memberId, loop.candidateId);
    const impartial = checkNoConflict(memberId, conflicts);
    if (!impartial.ok) return impartial;
    if (interview.status !== 'IN_PROGRESS' && interview.status !== 'ENDED') {
      return err(conflict(`This interview is ${interview.status}. A scorecard is written from its start on.`, ['input']));
    }
    return ok({ seatId: seat.id });
  }
}
