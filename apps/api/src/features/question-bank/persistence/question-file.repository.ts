import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { QuestionFileRecord } from './question-file.record';

const PART_BYTES = 512 * 1024;

/** Files on their way in or out, in parts. */
@Injectable()
export class QuestionFileRepository {
  async add(tx: Transaction, file: QuestionFileRecord, bytes: Uint8Array): Promise<void> {
    const { organizationId, id } = file;
    await tx.query(
      `INSERT INTO question_file (organization_id, id, member_id, purpose, name, media_type, byte_count, sha256, token_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        organizationId,
        id,
        file.memberId,
        file.purpose,
        file.name,
        file.mediaType,
        file.byteCount,
        file.sha256,
        file.tokenHash,
        file.createdAt,
        file.expiresAt,
      ],
    );
    for (let from = 0, number = 0; from < bytes.length; from += PART_BYTES, number += 1) {
      const part = bytes.subarray(from, from + PART_BYTES);
      await tx.query('INSERT INTO question_file_part (organization_id, file_id, number, bytes) VALUES ($1, $2, $3, $4)', [
        organizationId,
        id,
        number,
        Buffer.from(part.buffer, part.byteOffset, part.byteLength),
      ]);
    }
  }

  byId(tx: Transaction, organizationId: string, id: string): Promise<QuestionFileRecord | null> {
    return tx.findOne(QuestionFileRecord, { organizationId, id });
  }

  byToken(tx: Transaction, organizationId: string, tokenHash: string): Promise<QuestionFileRecord | null> {
    return tx.findOne(QuestionFileRecord, { organizationId, tokenHash });
  }

  /** Has a file that still stands opened by this token from now on, and by no earlier one. False where there is none. */
  async changeToken(tx: Transaction, organizationId: string, id: string, tokenHash: string): Promise<boolean> {
    const changed = await tx.query(
      'UPDATE question_file SET token_hash = $3 WHERE organization_id = $1 AND id = $2 AND expires_at > $4 RETURNING id',
      [organizationId, id, tokenHash, tx.now],
    );
    return changed.length > 0;
  }

  /** The same file of the same member that still stands. */
  async twin(
    tx: Transaction,
    {
      organizationId,
      memberId,
      purpose,
      name,
      sha256,
    }: Pick<QuestionFileRecord, 'organizationId' | 'memberId' | 'purpose' | 'name' | 'sha256'>,
  ): Promise<QuestionFileRecord | null> {
    const found = await tx.find(QuestionFileRecord, { organizationId, memberId, purpose, name, sha256 });
    return found.find(({ expiresAt }) => expiresAt > tx.now) ?? null;
  }

  /** Bytes that an organization keeps here. Whoever adds some waits for whoever is about to, so that together they keep within the quota. */
  async bytesKept(tx: Transaction, organizationId: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('question-files:' || $1, 0))`, [organizationId]);
    const [row] = await tx.query<{ kept: number }>(
      'SELECT coalesce(sum(byte_count), 0)::float8 AS kept FROM question_file WHERE organization_id = $1 AND expires_at > $2',
      [organizationId, tx.now],
    );
    return row?.kept ?? 0;
  }

  /** One part; null behind the last. */
  async part(tx: Transaction, organizationId: string, fileId: string, number: number): Promise<Uint8Array | null> {
    const [row] = await tx.query<{ bytes: Buffer }>(
      'SELECT bytes FROM question_file_part WHERE organization_id = $1 AND file_id = $2 AND number = $3',
      [organizationId, fileId, number],
    );
    return row?.bytes ?? null;
  }

  /** Those whose time is over, with all their parts. */
  async forgetExpired(tx: Transaction, organizationId: string): Promise<void> {
    const expired = 'SELECT id FROM question_file WHERE organization_id = $1 AND expires_at <= $2';
    await tx.query(`DELETE FROM question_file_part WHERE organization_id = $1 AND file_id IN (${expired})`, [organizationId, tx.now]);
    await tx.query('DELETE FROM question_file WHERE organization_id = $1 AND expires_at <= $2', [organizationId, tx.now]);
  }
}
