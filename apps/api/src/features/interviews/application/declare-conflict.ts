import { Injectable } from '@nestjs/common';
import { manageScope } from '@touchstone/interviewing/access';
import { checkReason } from '@touchstone/interviewing/lifecycle';
import { conflict, err, notAllowed, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { Members } from '../../organizations';
import type { CreateError } from '../errors';
import { ConflictRepository } from '../persistence/conflict.repository';
import { LoopGate } from './loop-gate';

export interface DeclareConflictInput {
  readonly loopId: string | null;
  /** Whose conflict; the actor's own where undefined, nobody of this organization where null. */
  readonly memberId?: string | null;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * Puts on record that a member may not be impartial towards the candidate of a loop: by herself, or suggested by those who coordinate. Until it is
 * acknowledged or withdrawn she gets no seat, and rates from none that she holds.
 */
@Injectable()
export class DeclareConflict {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: LoopGate,
    private readonly members: Members,
    private readonly conflicts: ConflictRepository,
  ) {}

  execute(actor: Actor, input: DeclareConflictInput): Promise<Result<{ conflictId: string; loopId: string }, CreateError>> {
    const { organizationId } = actor;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const loop = await this.gate.readable(tx, actor, input.loopId);
        if (!loop.ok) return loop;
        const memberId = input.memberId === undefined ? actor.memberId : input.memberId;
        const member = memberId === null ? null : await this.members.byId(tx, organizationId, memberId);
        if (member === null) return err(notFound('member', ['input', 'memberId']));
        if (member.id !== actor.memberId && !manageScope(actor.roles).everything) {
          return err(
            notAllowed(
              'You may declare a conflict of interest of your own; only a coordinator or an administrator may suggest one of somebody else.',
            ),
          );
        }
        const reason = checkReason(input.reason, ['input', 'reason']);
        if (!reason.ok) return reason;
        const conflictId = await this.conflicts.declare(tx, {
          organizationId,
          id: newId(),
          memberId: member.id,
          candidateId: loop.value.candidateId,
          reason: reason.value,
          declaredBy: actor.memberId,
          createdAt: tx.now,
          acknowledgedBy: null,
          acknowledgedAt: null,
          withdrawnAt: null,
          textErasedAt: null,
        });
        if (conflictId === null) return err(conflict('This conflict of interest is on record already.', ['input', 'memberId']));
        tx.audit({
          action: 'conflict.declare',
          subjectType: 'ConflictOfInterest',
          subjectId: conflictId,
          detail: { memberId: member.id, candidateId: loop.value.candidateId, own: member.id === actor.memberId },
        });
        return ok({ conflictId, loopId: loop.value.id });
      },
      { once: { operation: 'conflict.declare', key: input.idempotencyKey, input } },
    );
  }
}
