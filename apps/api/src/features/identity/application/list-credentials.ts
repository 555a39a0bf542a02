import { Injectable } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { AccessTokenRecord } from '../persistence/access-token.record';
import { CredentialRepository } from '../persistence/credential.repository';
import type { SessionRecord } from '../persistence/session.record';

export type { AccessTokenRecord } from '../persistence/access-token.record';
export type { SessionRecord } from '../persistence/session.record';

/** The actor's own sessions and access tokens that still hold, newest first. Never the secrets. */
@Injectable()
export class ListCredentials {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialRepository,
  ) {}

  sessions(actor: Actor): Promise<SessionRecord[]> {
    return this.unitOfWork.read(actor, (tx) => this.credentials.sessionsOf(tx, actor));
  }

  accessTokens(actor: Actor): Promise<AccessTokenRecord[]> {
    return this.unitOfWork.read(actor, (tx) => this.credentials.accessTokensOf(tx, actor));
  }
}
