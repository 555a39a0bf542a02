import { Injectable } from '@nestjs/common';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';

/** One line of the audit trail. */
export interface AuditEventRow {
  readonly sequence: number;
  readonly occurredAt: Date;
  readonly memberId: string | null;
  readonly via: string;
  readonly requestId: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Canonical JSON. */
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the trail is narrowed to; null leaves it open. */
export interface AuditEventFilter {
  readonly memberId: string | null;
  /** How the action begins: `member.` or `member.update`. */
  readonly action: string | null;
  readonly subject: { readonly type: string; readonly id: string } | null;
  /** From this instant on. */
  readonly from: Date | null;
  /** Before this instant. */
  readonly to: Date | null;
}

/** Reads the audit trail. Only the unit of work writes it. */
@Injectable()
export class AuditEventRepository {
  /** A page, newest first. */
  async page(
    tx: Transaction,
    organizationId: string,
    filter: AuditEventFilter,
    { first, after }: PageRequest,
  ): Promise<Page<AuditEventRow>> {
    const { memberId, action, subject, from, to } = filter;
    const rows = await tx.query<AuditEventRow>(
      `SELECT sequence, occurred_at AS "occurredAt", member_id AS "memberId", via, request_id AS "requestId", action,
              subject_type AS "subjectType", subject_id AS "subjectId", detail, previous_hash AS "previousHash", hash
       FROM audit_event
       WHERE organization_id = $1 AND ($2::uuid IS NULL OR member_id = $2) AND ($3::text IS NULL OR starts_with(action, $3))
         AND ($4::text IS NULL OR (subject_type = $4 AND subject_id = $5))
         AND ($6::timestamptz IS NULL OR occurred_at >= $6) AND ($7::timestamptz IS NULL OR occurred_at < $7)
         AND ($8::integer IS NULL OR sequence < $8)
       ORDER BY sequence DESC LIMIT $9`,
      [organizationId, memberId, action, subject?.type ?? null, subject?.id ?? null, from, to, after?.[0] ?? null, first + 1],
    );
    return pageOf(rows, first, ({ sequence }) => [sequence]);
  }
}
