import { Injectable } from '@nestjs/common';
import type { Role } from '@touchstone/interviewing/access';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { In } from 'typeorm';
import { MemberRecord } from './member.record';

/** What a list of members is narrowed to; null leaves it open. */
export interface MemberFilter {
  readonly status: MemberRecord['status'] | null;
  readonly role: Role | null;
  /** Part of a name, whatever the case and the accents. */
  readonly text: string | null;
  /** Whether `text` may also be part of an e-mail address. */
  readonly searchEmails: boolean;
}

const COLUMNS = `organization_id AS "organizationId", id, user_id AS "userId", name, email, roles, status, revision, created_at AS "createdAt"`;
const MATCHES = `organization_id = $1 AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR $3 = ANY(roles))
  AND ($4::text IS NULL OR strpos(touchstone_plain(name), touchstone_plain($4)) > 0 OR ($5 AND strpos(email, lower($4)) > 0))`;

/** Members of one organization. */
@Injectable()
export class MemberRepository {
  byId(tx: Transaction, organizationId: string, id: string): Promise<MemberRecord | null> {
    return tx.manager.findOneBy(MemberRecord, { organizationId, id });
  }

  byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<MemberRecord[]> {
    return tx.manager.findBy(MemberRecord, { organizationId, id: In([...ids]) });
  }

  byUser(tx: Transaction, organizationId: string, userId: string): Promise<MemberRecord | null> {
    return tx.manager.findOneBy(MemberRecord, { organizationId, userId });
  }

  byEmail(tx: Transaction, organizationId: string, email: string): Promise<MemberRecord | null> {
    return tx.manager.findOneBy(MemberRecord, { organizationId, email });
  }

  async add(tx: Transaction, member: MemberRecord): Promise<void> {
    await tx.manager.insert(MemberRecord, member);
  }

  /** A page in the order of names. */
  async page(tx: Transaction, organizationId: string, filter: MemberFilter, { first, after }: PageRequest): Promise<Page<MemberRecord>> {
    const rows = await tx.query<MemberRecord>(
      `SELECT ${COLUMNS} FROM member WHERE ${MATCHES} AND ($6::text IS NULL OR (name, id) > ($6, $7::uuid)) ORDER BY name, id LIMIT $8`,
      [...parametersOf(organizationId, filter), after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
    return pageOf(rows, first, ({ name, id }) => [name, id]);
  }

  async count(tx: Transaction, organizationId: string, filter: MemberFilter): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM member WHERE ${MATCHES}`,
      parametersOf(organizationId, filter),
    );
    return row?.count ?? 0;
  }

  /**
   * The member and all active administrators, locked until the end of the transaction and always in the same order: of two who
   * change administrators at the same moment the second one waits, and sees what the first one has left.
   */
  lockWithAdministrators(tx: Transaction, organizationId: string, id: string): Promise<MemberRecord[]> {
    return tx.query<MemberRecord>(
      `SELECT ${COLUMNS} FROM member
       WHERE organization_id = $1 AND (id = $2 OR (status = 'ACTIVE' AND 'ADMIN' = ANY(roles))) ORDER BY id FOR UPDATE`,
      [organizationId, id],
    );
  }

  /** The member as she is now, held so until the end of the transaction. */
  async hold(tx: Transaction, organizationId: string, id: string): Promise<MemberRecord | null> {
    const [row] = await tx.query<MemberRecord>(`SELECT ${COLUMNS} FROM member WHERE organization_id = $1 AND id = $2 FOR SHARE`, [
      organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** The member that a user is or was, locked: of two invitations that she accepts at once the second one sees the first. */
  async lockForJoining(tx: Transaction, organizationId: string, userId: string): Promise<MemberRecord | null> {
    const [row] = await tx.query<MemberRecord>(`SELECT ${COLUMNS} FROM member WHERE organization_id = $1 AND user_id = $2 FOR UPDATE`, [
      organizationId,
      userId,
    ]);
    return row ?? null;
  }

  /** Writes name, roles and status of a member at this revision; the row as it is then, or null where the revision is another. */
  async change(
    tx: Transaction,
    { organizationId, id, revision }: Pick<MemberRecord, 'organizationId' | 'id' | 'revision'>,
    to: { readonly name: string; readonly roles: readonly Role[]; readonly status: MemberRecord['status'] },
  ): Promise<MemberRecord | null> {
    const [row] = await tx.query<MemberRecord>(
      `UPDATE member SET name = $4, roles = $5, status = $6, revision = revision + 1
       WHERE organization_id = $1 AND id = $2 AND revision = $3 RETURNING ${COLUMNS}`,
      [organizationId, id, revision, to.name, [...to.roles], to.status],
    );
    return row ?? null;
  }
}

const parametersOf = (organizationId: string, { status, role, text, searchEmails }: MemberFilter): unknown[] => [
  organizationId,
  status,
  role,
  text,
  searchEmails,
];
