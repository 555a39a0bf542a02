import { Injectable } from '@nestjs/common';
import { manageScope } from '@touchstone/interviewing/access';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { CandidateRepository } from '../persistence/candidate.repository';
import type { ConflictOfInterestRecord as ConflictValue } from '../persistence/conflict-of-interest.record';
import { ConflictRepository } from '../persistence/conflict.repository';
import { holds } from './holds';

export type { ConflictValue };

/** Conflicts of interest: those about candidates whose panels the actor plans, and otherwise her own and those that she suggested. */
@Injectable()
export class ViewConflicts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly conflicts: ConflictRepository,
    private readonly candidates: CandidateRepository,
  ) {}

  one(actor: Actor, id: string | null): Promise<ConflictValue | null> {
    return this.unitOfWork.read(actor, (tx) => this.find(tx, actor, id));
  }

  /** For a change: held until the end of the transaction. */
  async hold(tx: Transaction, actor: Actor, id: string | null): Promise<ConflictValue | null> {
    const found = await this.find(tx, actor, id);
    if (found === null) return null;
    await this.conflicts.lock(tx, actor.organizationId, found.id);
    return this.conflicts.byId(tx, actor.organizationId, found.id);
  }

  /** The conflicts around these candidates, as far as she may know them. */
  ofCandidates(actor: Actor, candidateIds: readonly string[]): Promise<readonly ConflictValue[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const found = await this.conflicts.ofCandidates(tx, actor.organizationId, candidateIds);
      const planned = await this.planned(tx, actor, candidateIds);
      return found.filter((one) => planned.has(one.candidateId) || concerns(one, actor));
    });
  }

  /** Those of these candidates whose panels she plans. */
  async planned(tx: Transaction, actor: Actor, candidateIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { everything, ownOpenings } = manageScope(actor.roles);
    if (!holds(actor, 'panel.edit') || !(everything || ownOpenings)) return new Set();
    if (everything) return new Set(candidateIds);
    const own = await this.candidates.byIds(tx, actor.organizationId, { hiringManagerId: actor.memberId }, candidateIds);
    return new Set(own.map(({ id }) => id));
  }

  private async find(tx: Transaction, actor: Actor, id: string | null): Promise<ConflictValue | null> {
    const found = id === null ? null : await this.conflicts.byId(tx, actor.organizationId, id);
    if (found === null) return null;
    return concerns(found, actor) || (await this.planned(tx, actor, [found.candidateId])).size > 0 ? found : null;
  }

  /** One that the actor has just made or changed. */
  async changed(actor: Actor, id: string): Promise<ConflictValue> {
    const found = await this.one(actor, id);
    if (found === null) throw new Error('what was changed cannot be read by whoever changed it');
    return found;
  }
}

const concerns = ({ memberId, declaredBy }: ConflictValue, actor: Actor): boolean =>
  memberId === actor.memberId || declaredBy === actor.memberId;
