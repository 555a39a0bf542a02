import { Injectable } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { IsNull } from 'typeorm';
import { AccessTokenRecord } from './access-token.record';
import { SessionRecord } from './session.record';

/** A credential that holds now. */
export interface LiveCredential {
  readonly id: string;
  readonly userId: string;
  readonly memberId: string;
  readonly scopes: readonly string[];
}

/** Sessions and personal access tokens of one organization. */
@Injectable()
export class CredentialRepository {
  /** The session behind a hash, unless it is over: ended, expired, or older than the user's last change of password. */
  async liveSession(tx: Transaction, organizationId: string, tokenHash: string): Promise<LiveCredential | null> {
    const [row] = await tx.query<LiveCredential>(
      `SELECT s.id, s.user_id AS "userId", s.member_id AS "memberId", ARRAY['*'] AS scopes
       FROM session s JOIN app_user u ON u.id = s.user_id
       WHERE s.organization_id = $1 AND s.token_hash = $2 AND s.ended_at IS NULL AND s.expires_at > $3 AND s.created_at >= u.sessions_valid_after`,
      [organizationId, tokenHash, tx.now],
    );
    return row ?? null;
  }

  async liveAccessToken(tx: Transaction, organizationId: string, tokenHash: string): Promise<LiveCredential | null> {
    const [row] = await tx.query<LiveCredential>(
      `SELECT id, user_id AS "userId", member_id AS "memberId", scopes FROM access_token
       WHERE organization_id = $1 AND token_hash = $2 AND revoked_at IS NULL AND expires_at > $3`,
      [organizationId, tokenHash, tx.now],
    );
    return row ?? null;
  }

  /** Notes the use, once a minute at most. */
  async touch(tx: Transaction, organizationId: string, { id, table }: { id: string; table: 'session' | 'access_token' }): Promise<void> {
    const column = table === 'session' ? 'last_seen_at' : 'last_used_at';
    await tx.query(
      `UPDATE ${table} SET ${column} = $3 WHERE organization_id = $1 AND id = $2 AND coalesce(${column}, '-infinity') < $3::timestamptz - interval '1 minute'`,
      [organizationId, id, tx.now],
    );
  }

  async addSession(tx: Transaction, session: SessionRecord): Promise<void> {
    await tx.manager.insert(SessionRecord, session);
  }

  async endSession(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
    const { organizationId, memberId } = actor;
    const { affected } = await tx.manager.update(SessionRecord, { organizationId, memberId, id, endedAt: IsNull() }, { endedAt: tx.now });
    return affected === 1;
  }

  sessionsOf(tx: Transaction, { organizationId, memberId }: Actor): Promise<SessionRecord[]> {
    return tx.query<SessionRecord>(
      `SELECT id, user_agent AS "userAgent", created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt"
       FROM session WHERE organization_id = $1 AND member_id = $2 AND ended_at IS NULL AND expires_at > $3 ORDER BY created_at DESC LIMIT 100`,
      [organizationId, memberId, tx.now],
    );
  }

  async addAccessToken(tx: Transaction, token: AccessTokenRecord): Promise<void> {
    await tx.manager.insert(AccessTokenRecord, token);
  }

  async revokeAccessToken(tx: Transaction, { organizationId, memberId }: Actor, id: string): Promise<boolean> {
    const { affected } = await tx.manager.update(AccessTokenRecord, { organizationId, memberId, id, revokedAt: IsNull() }, { revokedAt: tx.now });
    return affected === 1;
  }

  accessTokensOf(tx: Transaction, { organizationId, memberId }: Actor): Promise<AccessTokenRecord[]> {
    return tx.query<AccessTokenRecord>(
      `SELECT id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"
       FROM access_token WHERE organization_id = $1 AND member_id = $2 AND revoked_at IS NULL AND expires_at > $3 ORDER BY created_at DESC LIMIT 100`,
      [organizationId, memberId, tx.now],
    );
  }
}
