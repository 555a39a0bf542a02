import type { Transaction } from '../database/transaction';
import { type AuditLine, GENESIS, hashOfLine } from './append-audit';

/** Whether the log of an organization is whole; if not, the first line at fault and what is wrong with it. */
export type ChainReport =
  | { readonly intact: true; readonly lines: number; readonly head: string }
  | { readonly intact: false; readonly lines: number; readonly firstBadSequence: number; readonly fault: string };

/** A line that was seen before and kept where nobody who can write to the database can reach it. */
export interface KnownHead {
  readonly sequence: number;
  readonly hash: string;
}

const BATCH = 1000;

/**
 * Walks the whole chain and recomputes every hash. Finds changed, deleted, inserted and swapped lines by itself. A cut tail and
 * a chain that was written anew from some line on show only against `known`, an earlier head that was kept elsewhere.
 * `lines` counts the good ones.
 */
export async function verifyChain(tx: Transaction, organizationId: string, known: KnownHead | null = null): Promise<ChainReport> {
  let previousHash = GENESIS;
  let sequence = 0;
  const bad = (firstBadSequence: number, fault: string): ChainReport => ({ intact: false, lines: sequence, firstBadSequence, fault });
  for (;;) {
    const lines = await linesAfter(tx, organizationId, sequence);
    for (const { hash, ...line } of lines) {
      if (line.sequence !== sequence + 1) return bad(sequence + 1, 'it is missing');
      if (line.previousHash !== previousHash) return bad(line.sequence, 'it does not follow the line before it');
      if (hashOfLine(line) !== hash) return bad(line.sequence, 'its content was changed');
      if (known?.sequence === line.sequence && known.hash !== hash) return bad(line.sequence, 'it is not the line that was known');
      previousHash = hash;
      ({ sequence } = line);
    }
    if (lines.length < BATCH) break;
  }
  if (known !== null && known.sequence > sequence)
    return bad(sequence + 1, `it is missing; the trail was known up to line ${known.sequence}`);
  return { intact: true, lines: sequence, head: previousHash };
}

/** Instants come as the text that was hashed; the database keeps microseconds, and a line written by us has none. */
const linesAfter = (tx: Transaction, organizationId: string, sequence: number): Promise<(AuditLine & { readonly hash: string })[]> =>
  tx.query(
    `SELECT organization_id AS "organizationId", sequence,
            regexp_replace(to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z$', 'Z') AS "occurredAt",
            member_id AS "memberId", via, request_id AS "requestId", action, subject_type AS "subjectType", subject_id AS "subjectId",
            detail, previous_hash AS "previousHash", hash
     FROM audit_event WHERE organization_id = $1 AND sequence > $2 ORDER BY sequence LIMIT ${BATCH}`,
    [organizationId, sequence],
  );
