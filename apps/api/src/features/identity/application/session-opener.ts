import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@touchstone/kernel';
import type { Actor, RequestOrigin } from '@touchstone/platform/actor';
import { type Scope, UnitOfWork } from '@touchstone/platform/database';
import { newToken } from '@touchstone/platform/secrets/token';
import { newId } from '@touchstone/platform/time/new-id';
import { CredentialRepository } from '../persistence/credential.repository';
import type { Membership } from './memberships';

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly organizationId: string;
  readonly memberId: string;
  /** The actor that the session stands for, so that the answer of signing in can already show the viewer. */
  readonly actor: Actor;
}

/** Makes a session for a member whose identity has been proved. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialRepository,
  ) {}

  async open(membership: Membership, userId: string, origin: RequestOrigin, hours: number): Promise<Result<OpenedSession, never>> {
    const { organizationId, memberId, roles } = membership;
    const { token, hash } = newToken('session', organizationId);
    const scope: Scope = { organizationId, memberId, oversees: false };
    return this.unitOfWork.writeIn(scope, async (tx) => {
      const id = newId();
      const expiresAt = new Date(tx.now.getTime() + hours * 3_600_000);
      await this.credentials.addSession(tx, {
        organizationId, id, memberId, userId, tokenHash: hash, userAgent: origin.userAgent,
        createdAt: tx.now, lastSeenAt: tx.now, expiresAt, endedAt: null,
      });
      tx.audit({ action: 'session.open', subjectType: 'Member', subjectId: memberId });
      const actor = { userId, memberId, organizationId, roles, scopes: ['*'], via: 'session', credentialId: id, origin } as unknown as Actor;
      return ok({ token, expiresAt, organizationId, memberId, actor });
    });
  }
}
