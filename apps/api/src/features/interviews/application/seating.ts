import { Injectable } from '@nestjs/common';
import { mayHoldSeat } from '@touchstone/interviewing/access';
import { checkNewSeat, checkNoConflict, type SeatKind, seatKindWords } from '@touchstone/interviewing/interviews';
import {
  conflict,
  type ConflictError,
  err,
  invalid,
  notFound,
  type NotFoundError,
  ok,
  type Result,
  type ValidationError,
} from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { Members } from '../../organizations';
import { ConflictRepository } from '../persistence/conflict.repository';
import type { LoopValue } from '../persistence/loop.repository';
import { SeatRepository } from '../persistence/seat.repository';

/** A seat that somebody wants to give; `memberId` is null where it is no member of this organization. */
export interface WantedSeat {
  readonly memberId: string | null;
  readonly kind: SeatKind;
}

type SeatingError = NotFoundError | ValidationError | ConflictError;

/** Gives seats at interviews, with the loop locked. A seat that was held before is given back, so that what it binds her to stays one record. */
@Injectable()
export class Seating {
  constructor(
    private readonly members: Members,
    private readonly seats: SeatRepository,
    private readonly conflicts: ConflictRepository,
  ) {}

  /** The seat's id, or why not; `path`: where the seat stands in the input. */
  async give(
    tx: Transaction,
    loop: LoopValue,
    interviewId: string,
    wanted: WantedSeat,
    path: readonly string[],
  ): Promise<Result<string, SeatingError>> {
    const { organizationId } = loop;
    const member = wanted.memberId === null ? null : await this.members.byId(tx, organizationId, wanted.memberId);
    if (member === null || member.status !== 'ACTIVE') return err(notFound('active member', [...path, 'memberId']));
    const { kind } = wanted;
    if (!mayHoldSeat(member.roles, kind)) {
      return err(
        invalid(
          `The roles of this member do not let her hold a seat as ${seatKindWords[kind]}; that of an interviewer is the one to grant.`,
          [...path, 'kind'],
        ),
      );
    }
    const held = await this.seats.ofInterview(tx, organizationId, interviewId);
    const free = checkNewSeat(
      held.map((seat) => ({ ...seat, removed: seat.removedAt !== null })),
      { memberId: member.id, kind },
    );
    if (!free.ok) return err({ ...free.error, path: [...path, ...free.error.path.slice(1)] });
    if (!checkNoConflict(member.id, await this.conflicts.ofCandidate(tx, organizationId, loop.candidateId)).ok) {
      return err(
        conflict(
          'A conflict of interest between this member and the candidate is on record. Seat somebody else, or let somebody who plans the panel acknowledge it first.',
          [...path, 'memberId'],
        ),
      );
    }
    const earlier = held.find(({ memberId }) => memberId === member.id);
    if (earlier !== undefined) {
      await this.seats.restore(tx, earlier, kind);
      return ok(earlier.id);
    }
    const id = newId();
    await this.seats.add(tx, [
      {
        organizationId,
        id,
        interviewId,
        loopId: loop.id,
        memberId: member.id,
        kind,
        submittedAt: null,
        removedAt: null,
        removedBy: null,
        removedReason: null,
        createdAt: tx.now,
        textErasedAt: null,
      },
    ]);
    return ok(id);
  }
}
