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
  readonly expiresAt: Date;
}

/** Sessions and personal access tokens of one organization. */
@Injectable()
export class CredentialRepository {
  /** The session behind a hash, unless it is over: ended, expired, or older than the user's last change of password. */
  liveSession(tx: Transaction, organizationId: string, tokenHash: string): Promise<LiveCredential | null> {
    return this.session(tx, organizationId, 's.token_hash', tokenHash);
  }

  /** The same by the session's id. */
  liveSessionById(tx: Transaction, organizationId: string, id: string): Promise<LiveCredential | null> {
    return this.session(tx, organizationId, 's.id', id);
  }

  /** The access token behind a hash, unless it is over: revoked or expired. */
  liveAccessToken(tx: Transaction, organizationId: string, tokenHash: string): Promise<LiveCredential | null> {
    return this.accessToken(tx, organizationId, 'token_hash', tokenHash);
  }

  /** The same by the token's id. */
  liveAccessTokenById(tx: Transaction, organizationId: string, id: string): Promise<LiveCredential | null> {
    return this.accessToken(tx, organizationId, 'id', id);
  }

  /** When a token that holds ends. It is held to the end of the transaction, so that it is not revoked meanwhile. */
  async holdAccessToken(tx: Transaction, organizationId: string, id: string): Promise<Date | null> {
    const [row] = await tx.query<{ expiresAt: Date }>(
      `SELECT expires_at AS "expiresAt" FROM access_token
       WHERE organization_id = $1 AND id = $2 AND revoked_at IS NULL AND expires_at > $3 FOR SHARE`,
      [organizationId, id, tx.now],
    );
    return row?.expiresAt ?? null;
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
      `SELECT s.id, s.user_agent AS "userAgent", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt"
       FROM session s JOIN app_user u ON u.id = s.user_id
       WHERE s.organization_id = $1 AND s.member_id = $2 AND s.ended_at IS NULL AND s.expires_at > $3 AND s.created_at >= u.sessions_valid_after
       ORDER BY s.created_at DESC LIMIT 100`,
      [organizationId, memberId, tx.now],
    );
  }

  async addAccessToken(tx: Transaction, token: AccessTokenRecord): Promise<void> {
    await tx.manager.insert(AccessTokenRecord, token);
  }

  /** Ends a token and all that were made with it. */
  async revokeAccessToken(tx: Transaction, { organizationId, memberId }: Actor, id: string): Promise<boolean> {
    const revoked = await tx.query(
      `WITH RECURSIVE fallen AS (
         SELECT organization_id, id FROM access_token WHERE organization_id = $1 AND member_id = $2 AND id = $3 AND revoked_at IS NULL
         UNION
         SELECT made.organization_id, made.id FROM access_token made
         JOIN fallen ON fallen.organization_id = made.organization_id AND fallen.id = made.made_by WHERE made.organization_id = $1
       )
       UPDATE access_token SET revoked_at = $4 WHERE organization_id = $1 AND revoked_at IS NULL AND id IN (SELECT id FROM fallen) RETURNING id`,
      [organizationId, memberId, id, tx.now],
    );
    return revoked.length > 0;
  }

  accessTokensOf(tx: Transaction, { organizationId, memberId }: Pick<Actor, 'organizationId' | 'memberId'>): Promise<AccessTokenRecord[]> {
    return tx.query<AccessTokenRecord>(
      `SELECT id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"
       FROM access_token WHERE organization_id = $1 AND member_id = $2 AND revoked_at IS NULL AND expires_at > $3 ORDER BY created_at DESC LIMIT 100`,
      [organizationId, memberId, tx.now],
    );
  }

  /** Ends every session and every access token of a member, for good: they do not come back when she does. */
  async endAllOf(tx: Transaction, organizationId: string, memberId: string): Promise<void> {
    await tx.query('UPDATE session SET ended_at = $3 WHERE organization_id = $1 AND member_id = $2 AND ended_at IS NULL', [
      organizationId,
      memberId,
      tx.now,
    ]);
    await tx.query('UPDATE access_token SET revoked_at = $3 WHERE organization_id = $1 AND member_id = $2 AND revoked_at IS NULL', [
      organizationId,
      memberId,
      tx.now,
    ]);
  }

  /** Drops sessions that ended a month ago, and access tokens likewise unless another that is kept was made with them. */
  async forgetEnded(tx: Transaction, organizationId: string): Promise<void> {
    await tx.query(
      `DELETE FROM session WHERE organization_id = $1 AND least(expires_at, ended_at) < $2::timestamptz - interval '30 days'`,
      [organizationId, tx.now],
    );
    await tx.query(
      `DELETE FROM access_token ended WHERE ended.organization_id = $1 AND least(ended.expires_at, ended.revoked_at) < $2::timestamptz - interval '30 days'
         AND NOT EXISTS (SELECT 1 FROM access_token made WHERE made.organization_id = $1 AND made.made_by = ended.id)`,
      [organizationId, tx.now],
    );
  }

  private async accessToken(
    tx: Transaction,
    organizationId: string,
    column: 'token_hash' | 'id',
    value: string,
  ): Promise<LiveCredential | null> {
    const [row] = await tx.query<LiveCredential>(
      `SELECT id, user_id AS "userId", member_id AS "memberId", scopes, expires_at AS "expiresAt" FROM access_token
       WHERE organization_id = $1 AND ${column} = $2 AND revoked_at IS NULL AND expires_at > $3`,
      [organizationId, value, tx.now],
    );
    return row ?? null;
  }

  private async session(
    tx: Transaction,
    organizationId: string,
    column: 's.token_hash' | 's.id',
    value: string,
  ): Promise<LiveCredential | null> {
    const [row] = await tx.query<LiveCredential>(
      `SELECT s.id, s.user_id AS "userId", s.member_id AS "memberId", ARRAY['*'] AS scopes, s.expires_at AS "expiresAt"
       FROM session s JOIN app_user u ON u.id = s.user_id
       WHERE s.organization_id = $1 AND ${column} = $2 AND s.ended_at IS NULL AND s.expires_at > $3 AND s.created_at >= u.sessions_valid_after`,
      [organizationId, value, tx.now],
    );
    return row ?? null;
  }
}
