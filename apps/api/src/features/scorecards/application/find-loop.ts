import { Injectable } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { LoopRights, Loops, type LoopValue } from '../../interviews';

/** A loop that the actor may read; null for every other. */
@Injectable()
export class FindLoop {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loops: Loops,
    private readonly loopRights: LoopRights,
  ) {}

  async execute(actor: Actor, loopId: string | null): Promise<LoopValue | null> {
    if (loopId === null) return null;
    return this.unitOfWork.read(actor, async (tx) =>
      (await this.loopRights.mayRead(tx, actor, loopId)) ? this.loops.byId(tx, actor.organizationId, loopId) : null,
    );
  }
}
