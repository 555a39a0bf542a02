import { Injectable } from '@nestjs/common';
import { checkSeatRemoval } from '@touchstone/interviewing/interviews';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { StateError } from '../errors';
import { SealRepository } from '../persistence/seal.repository';
import { SeatRepository } from '../persistence/seat.repository';
import { announceOnLoop } from './loop-announcement';
import { LoopGate } from './loop-gate';
import { SealOpener } from './seal-opener';

export interface RemoveSeatInput {
  readonly seatId: string | null;
  readonly reason: string | null;
}

/**
 * Takes a member off a panel. The seat stays on record: whoever ever held one is bound by the seal. A seat that has submitted stays. Releasing
 * one that owes a scorecard takes a reason; where it would open the seal it is an early opening, with the right and the mark of one.
 */
@Injectable()
export class RemoveSeat {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: LoopGate,
    private readonly seats: SeatRepository,
    private readonly seals: SealRepository,
    private readonly opener: SealOpener,
  ) {}

  execute(actor: Actor, { seatId, reason }: RemoveSeatInput): Promise<Result<{ seatId: string }, StateError>> {
    const { organizationId, memberId } = actor;
    return this.unitOfWork.write(actor, async (tx) => {
      const path = ['input', 'seatId'];
      const known = seatId === null ? null : await this.seats.byId(tx, organizationId, seatId);
      if (known === null) return err(notFound('seat', path));
      const found = await this.gate.plannedInterview(tx, actor, known.interviewId);
      if (!found.ok) return found.error.type === 'NotFoundError' ? err(notFound('seat', path)) : found;
      const seat = await this.seats.byId(tx, organizationId, known.id);
      if (seat === null) return err(notFound('seat', path));
      const { kind, submittedAt, removedAt, loopId, interviewId } = seat;
      const removal = checkSeatRemoval(
        { kind, submitted: submittedAt !== null, removed: removedAt !== null, interviewStatus: found.value.interview.status },
        reason,
      );
      if (!removal.ok) return removal;
      const before = await this.seals.of(tx, organizationId, loopId);
      if (before === null) return err(notFound('seat', path));
      await this.seats.remove(tx, seat, memberId, removal.value);
      announceOnLoop(tx, organizationId, { loopId, kind: 'PANEL', interviewId, seatId: seat.id });
      const release = await this.opener.openByRelease(tx, actor, { id: loopId, before, reason: removal.value ?? '' });
      if (!release.ok) return release;
      const sealOpened = release.value;
      tx.audit({
        action: 'seat.remove',
        subjectType: 'PanelSeat',
        subjectId: seat.id,
        detail: { interviewId, memberId: seat.memberId, kind, reasonGiven: removal.value !== null, ...(sealOpened && { sealOpened }) },
      });
      return ok({ seatId: seat.id });
    });
  }
}
