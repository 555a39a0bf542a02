import { Injectable } from '@nestjs/common';
import { err, notFound, type NotFoundError, ok, type Result } from '@touchstone/kernel';
import { permits } from '@touchstone/interviewing/access';
import type { Actor } from '@touchstone/platform/actor';
import { AnnouncementListener, UnitOfWork } from '@touchstone/platform/database';
import { announcementStream } from '@touchstone/platform/graphql';
import { ACCESS_CHANGED } from '../../identity';
import { Standings } from '../../organizations';
import { AssemblyRepository } from '../persistence/assembly.repository';
import type { AssemblyValue } from '../persistence/assembly-value';
import { readAssemblyAnnouncement } from './assembly-announcement';

/**
 * One assembly as it is now, and again whenever it has gone on, until it has ended; for as long as the actor may know. Her standing is looked up before each word.
 */
@Injectable()
export class WatchAssembly {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly listener: AnnouncementListener,
    private readonly standings: Standings,
    private readonly assemblies: AssemblyRepository,
  ) {}

  async execute(actor: Actor, assemblyId: string | null): Promise<Result<AsyncIterableIterator<AssemblyValue>, NotFoundError>> {
    const heard = announcementStream(this.listener, (announcement) => {
      if (announcement.payload['organizationId'] !== actor.organizationId) return false;
      return announcement.topic === ACCESS_CHANGED || readAssemblyAnnouncement(announcement)?.assemblyId === assemblyId;
    });
    const end = async (): Promise<IteratorResult<AssemblyValue>> => {
      await heard.return?.();
      return { value: undefined, done: true };
    };
    let next = assemblyId === null ? null : await this.read(actor, assemblyId);
    if (assemblyId === null || next === null) {
      await end();
      return err(notFound('assembly', ['assemblyId']));
    }
    let ended = false;
    const events: AsyncIterableIterator<AssemblyValue> = {
      [Symbol.asyncIterator]: () => events,
      next: async () => {
        for (;;) {
          if (ended) return end();
          if (next !== null) {
            const value = next;
            next = null;
            ended = value.endedAt !== null;
            return { value, done: false };
          }
          const { value, done } = await heard.next();
          if (done === true) return end();
          const now = await this.read(actor, assemblyId);
          if (now === null) return end();
          if (value.topic !== ACCESS_CHANGED) next = now;
        }
      },
      return: end,
    };
    return ok(events);
  }

  private read(actor: Actor, id: string): Promise<AssemblyValue | null> {
    return this.unitOfWork.read(actor, async (tx) => {
      const roles = await this.standings.rolesOf(tx, actor);
      if (roles === null || !permits({ roles, scopes: actor.scopes }, 'kit.read')) return null;
      return this.assemblies.byId(tx, actor.organizationId, id);
    });
  }
}
