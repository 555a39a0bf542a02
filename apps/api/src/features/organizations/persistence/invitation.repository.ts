import { Injectable } from '@nestjs/common';
import type { InvitationState } from '@touchstone/interviewing/organizations';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { InvitationRecord } from './invitation.record';

/** An invitation without its secret's hash. */
export type SeenInvitation = Omit<InvitationRecord, 'tokenHash'>;

const COLUMNS = `organization_id AS "organizationId", id, email, roles, invited_by AS "invitedBy", created_at AS "createdAt",
  expires_at AS "expiresAt", accepted_at AS "acceptedAt", revoked_at AS "revokedAt"`;
/** As `invitationState` of the domain says it; a test holds the two against each other. */
const STATE = `CASE WHEN accepted_at IS NOT NULL THEN 'ACCEPTED' WHEN revoked_at IS NOT NULL THEN 'REVOKED' WHEN expires_at > $2 THEN 'OPEN' ELSE 'EXPIRED' END`;

/** Invitations of one organization. */
@Injectable()
export class InvitationRepository {
  async add(tx: Transaction, invitation: InvitationRecord): Promise<void> {
    await tx.manager.insert(InvitationRecord, invitation);
  }

  async byId(tx: Transaction, organizationId: string, id: string): Promise<SeenInvitation | null> {
    const [row] = await tx.query<SeenInvitation>(`SELECT ${COLUMNS} FROM invitation WHERE organization_id = $1 AND id = $2`, [
      organizationId,
      id,
    ]);
    return row ?? null;
  }

  async byToken(tx: Transaction, organizationId: string, tokenHash: string): Promise<SeenInvitation | null> {
    const [row] = await tx.query<SeenInvitation>(`SELECT ${COLUMNS} FROM invitation WHERE organization_id = $1 AND token_hash = $2`, [
      organizationId,
      tokenHash,
    ]);
    return row ?? null;
  }

  /** Locked, so that it is accepted or withdrawn once. */
  async lock(tx: Transaction, organizationId: string, id: string): Promise<SeenInvitation | null> {
    const [row] = await tx.query<SeenInvitation>(`SELECT ${COLUMNS} FROM invitation WHERE organization_id = $1 AND id = $2 FOR UPDATE`, [
      organizationId,
      id,
    ]);
    return row ?? null;
  }

  async end(tx: Transaction, organizationId: string, id: string, how: 'accepted_at' | 'revoked_at'): Promise<void> {
    await tx.query(`UPDATE invitation SET ${how} = $3 WHERE organization_id = $1 AND id = $2`, [organizationId, id, tx.now]);
  }

  /** Makes whoever invites this address wait until the transaction is over: of two who do so at once the second replaces the link of the first. */
  async holdAddress(tx: Transaction, organizationId: string, email: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('invitation:' || $1 || ':' || $2, 0))`, [organizationId, email]);
  }

  /** Withdraws what is open for an address, or what a member has sent; their ids. */
  async revokeOpen(
    tx: Transaction,
    organizationId: string,
    of: { readonly email: string } | { readonly invitedBy: string },
  ): Promise<readonly string[]> {
    const [column, value] = 'email' in of ? ['email', of.email] : ['invited_by', of.invitedBy];
    const revoked = await tx.query<{ id: string }>(
      `UPDATE invitation SET revoked_at = $3
       WHERE organization_id = $1 AND ${column} = $2 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $3 RETURNING id`,
      [organizationId, value, tx.now],
    );
    return revoked.map(({ id }) => id);
  }

  /** A page, newest first. */
  async page(
    tx: Transaction,
    organizationId: string,
    state: InvitationState | null,
    { first, after }: PageRequest,
  ): Promise<Page<SeenInvitation>> {
    const rows = await tx.query<SeenInvitation>(
      `SELECT ${COLUMNS} FROM invitation
       WHERE organization_id = $1 AND ($3::text IS NULL OR ${STATE} = $3) AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $6`,
      [organizationId, tx.now, state, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
    return pageOf(rows, first, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }
}
