import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { CredentialRepository } from '../persistence/credential.repository';
import type { CredentialNotFound } from '../errors';
import { ACCESS_CHANGED, ActorCache } from './actor-cache';

/** Ends one of the actor's own sessions: this one (sign out), or another device's. */
@Injectable()
export class EndSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialRepository,
    private readonly cache: ActorCache,
  ) {}

  async execute(actor: Actor, sessionId: string | null): Promise<Result<{ sessionId: string }, CredentialNotFound>> {
    const ended = await this.unitOfWork.write(actor, async (tx) => {
      const found = sessionId !== null && (await this.credentials.endSession(tx, actor, sessionId));
      if (sessionId === null || !found) return err(notFound('session', ['input', 'sessionId']));
      tx.audit({ action: 'session.end', subjectType: 'Session', subjectId: sessionId });
      tx.announce({ topic: ACCESS_CHANGED, payload: { organizationId: actor.organizationId } });
      return ok({ sessionId });
    });
    this.cache.forget(actor.organizationId);
    return ended;
  }
}
