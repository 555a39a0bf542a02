import { createHash } from 'node:crypto';
import { canonicalJson } from '@touchstone/kernel';
import type { Actor } from '../actor';
import type { AuditEntry, Transaction } from '../database/transaction';

/** What the first line of a chain points back to. */
export const GENESIS = '0'.repeat(64);

/** The fields of one line, in the form that is hashed. */
export interface AuditLine {
  readonly organizationId: string;
  readonly sequence: number;
  readonly occurredAt: string;
  readonly memberId: string | null;
  readonly via: string;
  readonly requestId: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail: string;
  readonly previousHash: string;
}

/** The hash that seals a line to the one before it: SHA-256 over the canonical JSON of all fields. */
export const hashOfLine = (line: AuditLine): string => createHash('sha256').update(canonicalJson(line)).digest('hex');

/**
 * Writes the audit lines of a transaction as its last act, so that the lock on the organization's chain is held briefly.
 * The lock makes writers queue: without it two of them would follow the same line and fork the chain. Number, previous hash and
 * hash are worked out by the statement itself, which looks when the one before it holds the lock: so all of it is one round trip.
 */
export function appendAudit(tx: Transaction, organizationId: string | null, actor: Actor | null): Promise<unknown> {
  if (tx.auditEntries.length === 0) return Promise.resolve();
  if (organizationId === null) throw new Error('only changes within an organization are audited');
  // Whatever cannot be written down throws before anything is sent.
  const lines = tx.auditEntries.map((entry) => fieldsOf(tx, organizationId, actor, entry));
  return Promise.all([
    tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('audit:' || $1, 0))`, [organizationId]),
    ...lines.map((line) => append(tx, line)),
  ]);
}

/** All of a line that does not depend on the line before it. */
type LineFields = Omit<AuditLine, 'sequence' | 'previousHash'>;

function append(tx: Transaction, line: LineFields): Promise<unknown> {
  const { organizationId, occurredAt, memberId, via, requestId, action, subjectType, subjectId, detail } = line;
  return tx.query(
    `INSERT INTO audit_event (organization_id, occurred_at, member_id, via, request_id, action, subject_type, subject_id, detail, sequence, previous_hash, hash)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, next.sequence, next.previous,
       encode(sha256(convert_to($10 || next.previous || $11 || next.sequence::text || $12, 'UTF8')), 'hex')
     FROM (SELECT 1) one
     LEFT JOIN LATERAL (SELECT sequence, hash FROM audit_event WHERE organization_id = $1 ORDER BY sequence DESC LIMIT 1) last ON true
     CROSS JOIN LATERAL (SELECT coalesce(last.sequence, 0) + 1 AS sequence, coalesce(last.hash, $13) AS previous) next`,
    [organizationId, occurredAt, memberId, via, requestId, action, subjectType, subjectId, detail, ...aroundTheChain(line), GENESIS],
  );
}

/** The canonical JSON of a line in three pieces: the previous hash stands between the first two, the sequence between the last two. */
function aroundTheChain({ requestId, subjectId, subjectType, via, ...front }: LineFields): readonly [string, string, string] {
  const members = (fields: Readonly<Record<string, unknown>>): string => canonicalJson(fields).slice(1, -1);
  return [
    `{${members(front)},"previousHash":"`,
    `",${members({ requestId })},"sequence":`,
    `,${members({ subjectId, subjectType, via })}}`,
  ];
}

function fieldsOf(tx: Transaction, organizationId: string, actor: Actor | null, entry: AuditEntry): LineFields {
  return {
    organizationId,
    occurredAt: tx.now.toISOString(),
    memberId: actor?.memberId ?? null,
    via: actor?.via ?? 'system',
    requestId: actor?.origin.requestId ?? 'system',
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    detail: canonicalJson(entry.detail ?? {}),
  };
}
