import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import { err, notFound, type NotFoundError, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { AnnouncementListener, UnitOfWork } from '@touchstone/platform/database';
import { announcementStream } from '@touchstone/platform/graphql';
import { ACCESS_CHANGED } from '../../identity';
import { Standings } from '../../organizations';
import { type LoopChangeFact, readLoopAnnouncement } from './loop-announcement';
import { LoopRights } from './loop-rights';

/** A fact about a loop as it is told to those who watch. */
export type LoopEvent = LoopChangeFact & { readonly organizationId: string; readonly at: string };

/**
 * The facts about one loop, from now on, for as long as the actor may know them. Her membership, her roles, her credential and her right to the
 * loop are looked up at the start and again before each event; the stream ends when one is gone. A loop that is not hers is not found, like one that never was.
 */
@Injectable()
export class WatchLoop {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly listener: AnnouncementListener,
    private readonly standings: Standings,
    private readonly rights: LoopRights,
  ) {}

  async execute(actor: Actor, loopId: string | null): Promise<Result<AsyncIterableIterator<LoopEvent>, NotFoundError>> {
    const heard = announcementStream(this.listener, (announcement) => {
      if (announcement.payload['organizationId'] !== actor.organizationId) return false;
      return announcement.topic === ACCESS_CHANGED || readLoopAnnouncement(announcement)?.loopId === loopId;
    });
    const end = async (): Promise<IteratorResult<LoopEvent>> => {
      await heard.return?.();
      return { value: undefined, done: true };
    };
    if (loopId === null || !(await this.may(actor, loopId))) {
      await end();
      return err(notFound('loop', ['loopId']));
    }
    const events: AsyncIterableIterator<LoopEvent> = {
      [Symbol.asyncIterator]: () => events,
      next: async () => {
        for (;;) {
          const { value, done } = await heard.next();
          if (done === true || !(await this.may(actor, loopId))) return end();
          const event = readLoopAnnouncement(value);
          if (event !== null) return { value: event, done: false };
        }
      },
      return: end,
    };
    return ok(events);
  }

  private may(actor: Actor, loopId: string): Promise<boolean> {
    return this.unitOfWork.read(actor, async (tx) => {
      const roles = await this.standings.rolesOf(tx, actor);
      if (roles === null || !permits({ roles, scopes: actor.scopes }, 'loop.watch')) return false;
      return this.rights.mayRead(tx, { ...actor, roles }, loopId);
    });
  }
}
