import { Injectable } from '@nestjs/common';
import { can, manageScope } from '@touchstone/interviewing/access';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { CandidateRecord as CandidateValue } from '../persistence/candidate.record';
import { type CandidateReach, CandidateRepository } from '../persistence/candidate.repository';

export type { CandidateValue };

/** Candidates with their contact data: all for those who coordinate, those of her own openings for a hiring manager, none for others. */
@Injectable()
export class CandidateReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: CandidateRepository,
  ) {}

  /** Those of these candidates that the actor may read. */
  async some(actor: Actor, ids: readonly string[]): Promise<readonly CandidateValue[]> {
    const reach = this.reach(actor);
    return reach === null ? [] : this.unitOfWork.read(actor, (tx) => this.candidates.byIds(tx, actor.organizationId, reach, ids));
  }

  /** Null where she may read none. An auditor looks over loops, not over contact data; so the scope is that of planning. */
  reach({ roles, memberId }: Actor): CandidateReach | null {
    if (!can(roles, 'candidate.read')) return null;
    return { hiringManagerId: manageScope(roles).everything ? null : memberId };
  }
}
