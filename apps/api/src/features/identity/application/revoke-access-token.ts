import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { CredentialRepository } from '../persistence/credential.repository';
import type { CredentialNotFound } from '../errors';
import { ACCESS_CHANGED, ActorCache } from './actor-cache';

/** Ends one of the actor's own access tokens, at once and for good. */
@Injectable()
export class RevokeAccessToken {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialRepository,
    private readonly cache: ActorCache,
  ) {}

  async execute(actor: Actor, accessTokenId: string | null): Promise<Result<{ accessTokenId: string }, CredentialNotFound>> {
    const revoked = await this.unitOfWork.write(actor, async (tx) => {
      const found = accessTokenId !== null && (await this.credentials.revokeAccessToken(tx, actor, accessTokenId));
      if (accessTokenId === null || !found) return err(notFound('access token', ['input', 'accessTokenId']));
      tx.audit({ action: 'accessToken.revoke', subjectType: 'AccessToken', subjectId: accessTokenId });
      tx.announce({ topic: ACCESS_CHANGED, payload: { organizationId: actor.organizationId } });
      return ok({ accessTokenId });
    });
    this.cache.forget(actor.organizationId);
    return revoked;
  }
}
