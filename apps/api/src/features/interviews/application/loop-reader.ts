import { Injectable } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { LoopRepository, type LoopValue } from '../persistence/loop.repository';
import { LoopRights } from './loop-rights';

/** Loops one by one, with the rights of whoever reads. */
@Injectable()
export class LoopReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loops: LoopRepository,
    private readonly rights: LoopRights,
  ) {}

  /** A loop that the actor may read; null for every other. */
  async one(actor: Actor, id: string | null): Promise<LoopValue | null> {
    if (id === null) return null;
    return this.unitOfWork.read(actor, async (tx) =>
      (await this.rights.mayRead(tx, actor, id)) ? this.loops.byId(tx, actor.organizationId, id) : null,
    );
  }
}
