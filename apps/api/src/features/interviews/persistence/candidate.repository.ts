import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf } from '@touchstone/kernel';
import { type Transaction, violatesUnique } from '@touchstone/platform/database';
import { CandidateRecord } from './candidate.record';

export type CandidateChange = Partial<Pick<CandidateRecord, 'name' | 'email' | 'phone' | 'note' | 'erasedAt'>>;

const SELECT = `SELECT c.organization_id AS "organizationId", c.id, c.name, c.email, c.phone, c.note, c.revision, c.created_at AS "createdAt",
  c.erased_at AS "erasedAt" FROM candidate c`;

/** Whose candidates are asked for: all, or only those who applied for openings of this hiring manager. */
export type CandidateReach = { readonly hiringManagerId: string | null };

/** $2: a hiring manager, or null for all. */
const REACHED = `($2::uuid IS NULL OR EXISTS (
  SELECT 1 FROM application a JOIN opening o ON o.organization_id = a.organization_id AND o.id = a.opening_id
  WHERE a.organization_id = c.organization_id AND a.candidate_id = c.id AND o.hiring_manager_id = $2))`;

/** Candidates of one organization: the only place of their personal data. */
@Injectable()
export class CandidateRepository {
  /** Those of these candidates that are within reach. */
  byIds(tx: Transaction, organizationId: string, { hiringManagerId }: CandidateReach, ids: readonly string[]): Promise<CandidateRecord[]> {
    return tx.query<CandidateRecord>(`${SELECT} WHERE c.organization_id = $1 AND ${REACHED} AND c.id = ANY($3::uuid[])`, [
      organizationId,
      hiringManagerId,
      ids,
    ]);
  }

  /** The candidate, held as she is until the end of the transaction. */
  async hold(
    tx: Transaction,
    organizationId: string,
    id: string,
    strength: 'SHARE' | 'NO KEY UPDATE' | 'UPDATE',
  ): Promise<CandidateRecord | null> {
    const [candidate] = await tx.query<CandidateRecord>(`${SELECT} WHERE c.organization_id = $1 AND c.id = $2 FOR ${strength}`, [
      organizationId,
      id,
    ]);
    return candidate ?? null;
  }

  /** The newest first. `text` is looked for in names and e-mail addresses, without regard to case and accents. */
  async page(
    tx: Transaction,
    organizationId: string,
    { hiringManagerId }: CandidateReach,
    text: string | null,
    { first, after }: PageRequest,
  ): Promise<Page<CandidateRecord>> {
    const rows = await tx.query<CandidateRecord>(
      `${SELECT} WHERE c.organization_id = $1 AND ${REACHED}
       AND ($3::text IS NULL OR position(touchstone_plain($3) IN touchstone_plain(c.name)) > 0 OR position(lower($3) IN c.email) > 0)
       AND ($4::uuid IS NULL OR c.id < $4) ORDER BY c.id DESC LIMIT $5`,
      [organizationId, hiringManagerId, text, after?.[0] ?? null, first + 1],
    );
    return pageOf(rows, first, ({ id }) => [id]);
  }

  /** False where another candidate has this e-mail address. */
  async add(tx: Transaction, candidate: CandidateRecord): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO candidate (organization_id, id, name, email, phone, note, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ON CONSTRAINT candidate_email_uq DO NOTHING RETURNING id`,
      [candidate.organizationId, candidate.id, candidate.name, candidate.email, candidate.phone, candidate.note, candidate.createdAt],
    );
    return added.length === 1;
  }

  /** Changes the candidate if she still is at this revision. */
  async change(
    tx: Transaction,
    { organizationId, id }: CandidateRecord,
    revision: number,
    change: CandidateChange,
  ): Promise<'CHANGED' | 'STALE' | 'EMAIL_TAKEN'> {
    try {
      const { affected } = await tx.manager.update(
        CandidateRecord,
        { organizationId, id, revision },
        { ...change, revision: revision + 1 },
      );
      return affected === 1 ? 'CHANGED' : 'STALE';
    } catch (error) {
      if (violatesUnique(error, 'candidate_email_uq')) return 'EMAIL_TAKEN';
      throw error;
    }
  }
}
