import { Injectable } from '@nestjs/common';
import { parseScopes, scopesWithin } from '@touchstone/interviewing/access';
import { err, invalid, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newToken } from '@touchstone/platform/secrets/token';
import { newId } from '@touchstone/platform/time/new-id';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { CredentialRepository } from '../persistence/credential.repository';
import type { AccessTokenError } from '../errors';

export interface CreateAccessTokenInput {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
}

export interface CreatedAccessToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: null;
  /** Shown this once. */
  readonly token: string;
}

const LONGEST_DAYS = 366;
/** As many as the list shows: what cannot be seen cannot be revoked. */
const MOST_TOKENS = 100;

/**
 * Makes a personal access token, no broader than the credential that asks for it; one that a token makes ends with that token
 * at the latest, and falls with it. Not replayed by an idempotency key: a
 * replay would have to keep the secret. A token that was made twice is seen in the list and revoked.
 */
@Injectable()
export class CreateAccessToken {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialRepository,
    private readonly clock: SystemClock,
  ) {}

  async execute(actor: Actor, input: CreateAccessTokenInput): Promise<Result<CreatedAccessToken, AccessTokenError>> {
    const scopes = parseScopes(input.scopes, ['input', 'scopes']);
    if (!scopes.ok) return scopes;
    if (!scopesWithin(actor.scopes, scopes.value))
      return err(invalid('A token cannot reach further than the credential that makes it.', ['input', 'scopes']));
    const now = this.clock.now().getTime();
    const until = input.expiresAt.getTime();
    if (until <= now || until > now + LONGEST_DAYS * 86_400_000)
      return err(invalid(`Give an end within the next ${LONGEST_DAYS} days.`, ['input', 'expiresAt']));
    const { token, hash } = newToken('access', actor.organizationId);
    return this.unitOfWork.write(actor, async (tx) => {
      const madeBy = actor.via === 'token' ? actor.credentialId : null;
      if (madeBy !== null) {
        const latest = await this.credentials.holdAccessToken(tx, actor.organizationId, madeBy);
        if (latest === null || input.expiresAt > latest)
          return err(invalid('A token cannot outlive the token that makes it.', ['input', 'expiresAt']));
      }
      const held = await this.credentials.accessTokensOf(tx, actor);
      if (held.length >= MOST_TOKENS)
        return err(invalid(`You have ${MOST_TOKENS} access tokens. Revoke those that you do not need.`, ['input']));
      const record = {
        id: newId(),
        name: input.name,
        scopes: [...scopes.value],
        createdAt: tx.now,
        expiresAt: input.expiresAt,
        lastUsedAt: null,
      };
      await this.credentials.addAccessToken(tx, {
        ...record,
        organizationId: actor.organizationId,
        memberId: actor.memberId,
        userId: actor.userId,
        tokenHash: hash,
        madeBy,
        revokedAt: null,
      });
      tx.audit({ action: 'accessToken.create', subjectType: 'AccessToken', subjectId: record.id, detail: { scopes: [...scopes.value] } });
      return ok({ ...record, token });
    });
  }
}
