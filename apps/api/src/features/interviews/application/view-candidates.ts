import { Injectable } from '@nestjs/common';
import { can, manageScope } from '@touchstone/interviewing/access';
import { type Page, type PageRequest, pageOf } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { CandidateRecord as CandidateValue } from '../persistence/candidate.record';
import { type CandidateReach, CandidateRepository } from '../persistence/candidate.repository';

export type { CandidateValue };

/** Candidates with their contact data: all for those who coordinate, those of her own openings for a hiring manager, none for others. */
@Injectable()
export class ViewCandidates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: CandidateRepository,
  ) {}

  /** `text`: a part of the name or e-mail address, in any case. */
  async page(actor: Actor, text: string | null, request: PageRequest): Promise<Page<CandidateValue>> {
    const reach = reachOf(actor);
    if (reach === null) return pageOf([], request.first, () => []);
    const wanted = text?.trim() ?? '';
    return this.unitOfWork.read(actor, (tx) =>
      this.candidates.page(tx, actor.organizationId, reach, wanted === '' ? null : wanted, request),
    );
  }

  async one(actor: Actor, id: string | null): Promise<CandidateValue | null> {
    return id === null ? null : ((await this.some(actor, [id]))[0] ?? null);
  }

  /** Those of these candidates that the actor may read. */
  async some(actor: Actor, ids: readonly string[]): Promise<readonly CandidateValue[]> {
    const reach = reachOf(actor);
    return reach === null ? [] : this.unitOfWork.read(actor, (tx) => this.candidates.byIds(tx, actor.organizationId, reach, ids));
  }

  /** One that the actor has just made or changed. */
  async changed(actor: Actor, id: string): Promise<CandidateValue> {
    const found = await this.one(actor, id);
    if (found === null) throw new Error('what was changed cannot be read by whoever changed it');
    return found;
  }
}

/** An auditor looks over loops, not over contact data; so the scope is that of planning. */
function reachOf({ roles, memberId }: Actor): CandidateReach | null {
  if (!can(roles, 'candidate.read')) return null;
  return { hiringManagerId: manageScope(roles).everything ? null : memberId };
}
