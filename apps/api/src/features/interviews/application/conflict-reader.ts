import { Injectable } from '@nestjs/common';
import { manageScope, permits } from '@touchstone/interviewing/access';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { CandidateRepository } from '../persistence/candidate.repository';
import type { ConflictOfInterestRecord as ConflictValue } from '../persistence/conflict-of-interest.record';
import { ConflictRepository } from '../persistence/conflict.repository';

export type { ConflictValue };

/** Conflicts of interest that an actor may know: those about candidates whose panels she plans, and otherwise her own and those that she suggested. */
@Injectable()
export class ConflictReader {
  constructor(
    private readonly conflicts: ConflictRepository,
    private readonly candidates: CandidateRepository,
  ) {}

  async one(tx: Transaction, actor: Actor, id: string | null): Promise<ConflictValue | null> {
    const found = id === null ? null : await this.conflicts.byId(tx, actor.organizationId, id);
    if (found === null) return null;
    return concerns(found, actor) || (await this.planned(tx, actor, [found.candidateId])).size > 0 ? found : null;
  }

  /** For a change: held until the end of the transaction. */
  async hold(tx: Transaction, actor: Actor, id: string | null): Promise<ConflictValue | null> {
    const found = await this.one(tx, actor, id);
    if (found === null) return null;
    await this.conflicts.lock(tx, actor.organizationId, found.id);
    return this.conflicts.byId(tx, actor.organizationId, found.id);
  }

  /** The conflicts around these candidates, as far as she may know them. */
  async ofCandidates(tx: Transaction, actor: Actor, candidateIds: readonly string[]): Promise<readonly ConflictValue[]> {
    const found = await this.conflicts.ofCandidates(tx, actor.organizationId, candidateIds);
    const planned = await this.planned(tx, actor, candidateIds);
    return found.filter((one) => planned.has(one.candidateId) || concerns(one, actor));
  }

  /** Those of these candidates whose panels she plans. */
  async planned(tx: Transaction, actor: Actor, candidateIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { everything, ownOpenings } = manageScope(actor.roles);
    if (!permits(actor, 'panel.edit') || !(everything || ownOpenings)) return new Set();
    if (everything) return new Set(candidateIds);
    const own = await this.candidates.byIds(tx, actor.organizationId, { hiringManagerId: actor.memberId }, candidateIds);
    return new Set(own.map(({ id }) => id));
  }
}

const concerns = ({ memberId, declaredBy }: ConflictValue, actor: Actor): boolean =>
  memberId === actor.memberId || declaredBy === actor.memberId;
