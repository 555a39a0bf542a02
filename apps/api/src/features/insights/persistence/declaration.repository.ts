import { Injectable } from '@nestjs/common';
import type { Declaration } from '@touchstone/interviewing/insights';
import type { Transaction } from '@touchstone/platform/database';
import type { DeclarationLinkRecord } from './declaration-link.record';
import type { SelfDeclarationRecord } from './self-declaration.record';

export type DeclarationValue = Pick<SelfDeclarationRecord, 'candidateId' | 'declaredAt'> & Declaration;

/** Links and what was declared by them. The policies show declarations to no member: only where the transaction has none. */
@Injectable()
export class DeclarationRepository {
  /** The link of this candidate from now on; one that she had stops working. */
  async link(tx: Transaction, { organizationId, candidateId, tokenHash, createdAt, expiresAt }: DeclarationLinkRecord): Promise<void> {
    await tx.query(
      `INSERT INTO declaration_link (organization_id, candidate_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT declaration_link_pk DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = excluded.expires_at`,
      [organizationId, candidateId, tokenHash, createdAt, expiresAt],
    );
  }

  /** Held, so that one link declares once. */
  async holdLink(tx: Transaction, organizationId: string, tokenHash: string): Promise<{ candidateId: string; expiresAt: Date } | null> {
    const [row] = await tx.query<{ candidateId: string; expiresAt: Date }>(
      `SELECT candidate_id AS "candidateId", expires_at AS "expiresAt" FROM declaration_link WHERE organization_id = $1 AND token_hash = $2 FOR UPDATE`,
      [organizationId, tokenHash],
    );
    return row ?? null;
  }

  /** False where she has declared already. */
  async add(tx: Transaction, organizationId: string, candidateId: string, said: Declaration): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO self_declaration (organization_id, candidate_id, gender, age_group, ethnicity, disability, declared_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ON CONSTRAINT self_declaration_pk DO NOTHING RETURNING candidate_id`,
      [organizationId, candidateId, said.gender, said.ageGroup, said.ethnicity, said.disability, tx.now],
    );
    return added.length === 1;
  }

  async remove(tx: Transaction, organizationId: string, candidateId: string): Promise<boolean> {
    const removed = await tx.query('DELETE FROM self_declaration WHERE organization_id = $1 AND candidate_id = $2 RETURNING candidate_id', [
      organizationId,
      candidateId,
    ]);
    return removed.length === 1;
  }

  /** Of whom this transaction erases, the link with it. */
  async erase(tx: Transaction, organizationId: string): Promise<void> {
    for (const table of ['self_declaration', 'declaration_link'])
      await tx.query(`DELETE FROM ${table} WHERE organization_id = $1 AND candidate_id = touchstone_erased_candidate_id()`, [
        organizationId,
      ]);
  }

  all(tx: Transaction, organizationId: string): Promise<DeclarationValue[]> {
    return tx.query<DeclarationValue>(
      `SELECT candidate_id AS "candidateId", gender, age_group AS "ageGroup", ethnicity, disability, declared_at AS "declaredAt"
       FROM self_declaration WHERE organization_id = $1 ORDER BY candidate_id`,
      [organizationId],
    );
  }
}
