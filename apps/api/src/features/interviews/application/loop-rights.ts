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
    return (await this.readable(tx, actor, [loopId])).has(loopId);
  }

  /** Those of these loops that she may read; one statement for all of them. */
  async readable(tx: Transaction, actor: Actor, loopIds: readonly string[]): Promise<ReadonlySet<string>> {
    const standings = await this.loops.standings(tx, actor.organizationId, loopIds, actor.memberId);
    return new Set(standings.filter((standing) => mayReadLoop(actor, standing)).map(({ id }) => id));
  }

  /** The same rule for a list. */
  visibility({ roles, memberId }: Actor): Visibility {
    return { ...readScope(roles), memberId };
  }
}
