import { Injectable } from '@nestjs/common';
import { mayReadLoop, readScope } from '@touchstone/interviewing/access';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { LoopRepository } from '../persistence/loop.repository';
import type { Visibility } from '../persistence/visibility';

/** Whose loops a member may read. One rule (`mayReadLoop`), asked for one loop or handed to lists as a condition. */
@Injectable()
export class LoopRights {
  constructor(private readonly loops: LoopRepository) {}

  /** May she read this loop: its interviews, seats, who has submitted? False also where there is no such loop in her organization. */
  async mayRead(tx: Transaction, actor: Actor, loopId: string): Promise<boolean> {
    const standing = await this.loops.standing(tx, actor.organizationId, loopId, actor.memberId);
    return standing !== null && mayReadLoop(actor, standing);
  }

  /** The same rule for a list. */
  visibility({ roles, memberId }: Actor): Visibility {
    return { ...readScope(roles), memberId };
  }
}
