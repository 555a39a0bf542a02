import type { Transaction } from '../database/transaction';
import { type AuditLine, GENESIS, hashOfLine } from './append-audit';

/** Whether the log of an organization is whole; if not, the first line at fault and what is wrong with it. */
export type ChainReport =
  | { readonly intact: true; readonly lines: number; readonly head: string }
  | { readonly intact: false; readonly lines: number; readonly firstBadSequence: number; readonly fault: string };

const BATCH = 1000;

/** Walks the whole chain and recomputes every hash. Finds changed, deleted, inserted and swapped lines; a cut tail shows only against a head kept elsewhere. */
export async function verifyChain(tx: Transaction, organizationId: string): Promise<ChainReport> {
  let previousHash = GENESIS;
  let sequence = 0;
  for (;;) {
    const lines = await tx.query<AuditLine & { hash: string; occurredAt: Date }>(
      `SELECT organization_id AS "organizationId", sequence, occurred_at AS "occurredAt", member_id AS "memberId", via, request_id AS "requestId",
              action, subject_type AS "subjectType", subject_id AS "subjectId", detail, previous_hash AS "previousHash", hash
       FROM audit_event WHERE organization_id = $1 AND sequence > $2 ORDER BY sequence LIMIT ${BATCH}`,
      [organizationId, sequence],
    );
    for (const { hash, occurredAt, ...line } of lines) {
      const bad = (fault: string): ChainReport => ({ intact: false, lines: sequence, firstBadSequence: line.sequence, fault });
      if (line.sequence !== sequence + 1) return bad(`line ${sequence + 1} is missing`);
      if (line.previousHash !== previousHash) return bad('it does not follow the line before it');
      if (hashOfLine({ ...line, occurredAt: new Date(occurredAt).toISOString() }) !== hash) return bad('its content was changed');
      previousHash = hash;
      ({ sequence } = line);
    }
    if (lines.length < BATCH) return { intact: true, lines: sequence, head: previousHash };
  }
}
