import { Injectable } from '@nestjs/common';
import { checkEarlyOpening, submissionsOf } from '@touchstone/interviewing/access';
import { checkNotErased } from '@touchstone/interviewing/interviews';
import { conflict, err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { announceOnLoop, LoopRights, Loops, Seals } from '../../interviews';
import type { OpenSealEarlyError } from '../errors';

export interface OpenSealEarlyInput {
  readonly loopId: string | null;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Opens the seal of a loop before everybody has submitted. Who did it and why stays on the debrief for good. */
@Injectable()
export class OpenSealEarly {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loops: Loops,
    private readonly seals: Seals,
    private readonly loopRights: LoopRights,
  ) {}

  async execute(
    actor: Actor,
    { loopId, reason, idempotencyKey: key }: OpenSealEarlyInput,
  ): Promise<Result<{ readonly loopId: string }, OpenSealEarlyError>> {
    const unknown = err(notFound('loop', ['input', 'loopId']));
    if (loopId === null) return unknown;
    const { organizationId, memberId } = actor;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        if (!(await this.loopRights.mayRead(tx, actor, loopId))) return unknown;
        const loop = await this.loops.lock(tx, organizationId, loopId);
        const facts = await this.seals.of(tx, organizationId, loopId);
        if (loop === null || facts === null) return unknown;
        const open = checkNotErased(loop, ['input', 'loopId']);
        if (!open.ok) return open;
        const allowed = checkEarlyOpening({ memberId, isAdministrator: actor.roles.includes('ADMIN') }, facts, reason);
        if (!allowed.ok) return allowed;
        if (!(await this.seals.open(tx, organizationId, loopId, { by: memberId, reason: allowed.value }))) {
          return err(conflict('The seal of this loop is open already.', ['input']));
        }
        tx.audit({ action: 'loop.openSealEarly', subjectType: 'Loop', subjectId: loopId, detail: { ...submissionsOf(facts) } });
        announceOnLoop(tx, organizationId, { loopId, kind: 'SEAL_OPENED' });
        return ok({ loopId });
      },
      { once: { operation: 'loop.openSealEarly', key, input: { loopId, reason } } },
    );
  }
}
