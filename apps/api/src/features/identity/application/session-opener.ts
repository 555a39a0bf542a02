import { Injectable } from '@nestjs/common';
import type { Role } from '@touchstone/interviewing/access';
import { ok, type Result } from '@touchstone/kernel';
import { type Actor, actorOf, type RequestOrigin } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { newToken } from '@touchstone/platform/secrets/token';
import { newId } from '@touchstone/platform/time/new-id';
import { CredentialRepository } from '../persistence/credential.repository';

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly organizationId: string;
  readonly memberId: string;
  /** The actor that the session stands for, so that the answer of signing in can already show the viewer. */
  readonly actor: Actor;
}

/** Who the session is of. */
export interface SessionHolder {
  readonly organizationId: string;
  readonly memberId: string;
  readonly roles: readonly Role[];
}

/** When the identity was proved (else now), and an end that the session must not pass. */
export interface SessionTerms {
  readonly provenAt?: Date;
  readonly notAfter?: Date;
}

/** Makes a session for a member whose identity has been proved. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialRepository,
  ) {}

  /** The actor behind a session that is still to be opened. Changes that belong to the opening are made in her name. */
  opening({ organizationId, memberId, roles }: SessionHolder, userId: string, origin: RequestOrigin): Actor {
    return actorOf({ userId, memberId, organizationId, roles, scopes: ['*'], via: 'session', credentialId: newId(), origin });
  }

  /** Opens the session of `actor` as part of a larger change, which is also what the audit trail tells. */
  async openIn(tx: Transaction, actor: Actor, hours: number, { provenAt = tx.now, notAfter }: SessionTerms = {}): Promise<OpenedSession> {
    const { organizationId, memberId, userId, credentialId, origin } = actor;
    const { token, hash } = newToken('session', organizationId);
    const latest = new Date(tx.now.getTime() + hours * 3_600_000);
    const expiresAt = notAfter !== undefined && notAfter < latest ? notAfter : latest;
    await this.credentials.addSession(tx, {
      organizationId,
      id: credentialId,
      memberId,
      userId,
      tokenHash: hash,
      userAgent: origin.userAgent,
      createdAt: provenAt,
      lastSeenAt: tx.now,
      expiresAt,
      endedAt: null,
    });
    return { token, expiresAt, organizationId, memberId, actor };
  }

  /** Opens a session and nothing else. */
  open(
    holder: SessionHolder,
    userId: string,
    origin: RequestOrigin,
    hours: number,
    terms: SessionTerms = {},
  ): Promise<Result<OpenedSession, never>> {
    const actor = this.opening(holder, userId, origin);
    return this.unitOfWork.write(actor, async (tx) => {
      const opened = await this.openIn(tx, actor, hours, terms);
      tx.audit({ action: 'session.open', subjectType: 'Member', subjectId: holder.memberId });
      return ok(opened);
    });
  }
}
