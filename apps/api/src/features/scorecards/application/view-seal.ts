import { Injectable } from '@nestjs/common';
import type { SealedLoop, SealPolicy } from '@touchstone/interviewing/access';
import { isHeld, rates } from '@touchstone/interviewing/interviews';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { Loops } from '../../interviews';

/** What everybody who reads a loop may know of its seal, open or not. */
export interface SealState {
  readonly policy: SealPolicy;
  readonly open: boolean;
  readonly openedAt: Date | null;
  /** Null where the seal opened by itself, or is not open. */
  readonly early: { readonly by: string; readonly reason: string } | null;
  readonly submitted: number;
  readonly of: number;
}

/** The state of the seal of a loop. */
@Injectable()
export class ViewSeal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loops: Loops,
  ) {}

  async execute(actor: Actor, loopId: string): Promise<SealState | null> {
    return this.unitOfWork.read(actor, async (tx) => {
      const loop = await this.loops.byId(tx, actor.organizationId, loopId);
      const facts = await this.loops.sealFacts(tx, actor.organizationId, loopId);
      if (loop === null || facts === null) return null;
      const { sealPolicy: policy, sealOpenedAt: openedAt, sealOpenedEarlyBy: by, sealOpenedEarlyReason: reason } = loop;
      return {
        policy,
        open: openedAt !== null,
        openedAt,
        early: by === null ? null : { by, reason: reason ?? '' },
        ...submissionsOf(facts),
      };
    });
  }
}

/** How many of the scorecards that are owed are submitted: those of rating seats that were not removed, of interviews that are held. */
export function submissionsOf({ seats }: SealedLoop): { readonly submitted: number; readonly of: number } {
  const owing = seats.filter(({ kind, removed, interviewStatus }) => rates(kind) && !removed && isHeld(interviewStatus));
  return { submitted: owing.filter(({ submitted }) => submitted).length, of: owing.length };
}
