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
 * The lock makes writers queue: without it two of them would follow the same line and fork the chain.
 */
export async function appendAudit(tx: Transaction, organizationId: string | null, actor: Actor | null): Promise<void> {
  if (tx.auditEntries.length === 0) return;
  if (organizationId === null) throw new Error('only changes within an organization are audited');
  // Statements are answered in order: the second one looks when the first one holds the lock.
  const [, [last]] = await Promise.all([
    tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('audit:' || $1, 0))`, [organizationId]),
    tx.query<{ sequence: number; hash: string }>(
      'SELECT sequence, hash FROM audit_event WHERE organization_id = $1 ORDER BY sequence DESC LIMIT 1',
      [organizationId],
    ),
  ]);
  const lines = chained(tx, organizationId, actor, last ?? { sequence: 0, hash: GENESIS });
  await tx.query(
    `INSERT INTO audit_event (organization_id, occurred_at, member_id, via, request_id, sequence, action, subject_type, subject_id, detail, previous_hash, hash)
     SELECT $1, $2, $3, $4, $5, line.*
     FROM unnest($6::integer[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[]) AS line`,
    [
      ...[organizationId, lines[0]?.occurredAt, lines[0]?.memberId, lines[0]?.via, lines[0]?.requestId],
      ...(['sequence', 'action', 'subjectType', 'subjectId', 'detail', 'previousHash', 'hash'] as const).map((column) =>
        lines.map((line) => line[column]),
      ),
    ],
  );
}

/** The entries of the transaction as lines, each sealed to the one before it. */
function chained(
  tx: Transaction,
  organizationId: string,
  actor: Actor | null,
  last: { readonly sequence: number; readonly hash: string },
): readonly (AuditLine & { readonly hash: string })[] {
  let { sequence, hash } = last;
  return tx.auditEntries.map((entry) => {
    const line = lineOf(tx, organizationId, actor, entry, sequence + 1, hash);
    ({ sequence } = line);
    hash = hashOfLine(line);
    return { ...line, hash };
  });
}

function lineOf(
  tx: Transaction,
  organizationId: string,
  actor: Actor | null,
  entry: AuditEntry,
  sequence: number,
  previousHash: string,
): AuditLine {
  return {
    organizationId,
    sequence,
    occurredAt: tx.now.toISOString(),
    memberId: actor?.memberId ?? null,
    via: actor?.via ?? 'system',
    requestId: actor?.origin.requestId ?? 'system',
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    detail: canonicalJson(entry.detail ?? {}),
    previousHash,
  };
}
