import { Injectable } from '@nestjs/common';
import type { Declaration } from '@touchstone/interviewing/insights';
import type { Transaction } from '@touchstone/platform/database';
import type { DeclarationLinkRecord } from './declaration-link.record';
import type { SelfDeclarationRecord } from './self-declaration.record';

export type DeclarationValue = Pick<SelfDeclarationRecord, 'candidateId' | 'declaredAt'> & Declaration;

export interface HeldLink {
  readonly candidateId: string;
  readonly expiresAt: Date;
  /** A link was made for her before this one. */
  readonly hasEarlier: boolean;
}

/** Links and what was declared by them. The policies show declarations to no member: only where the transaction has none. */
@Injectable()
export class DeclarationRepository {
  /** The link by which this candidate declares from now on; those that she had run out, and still take back what was declared by them. */
  async link(tx: Transaction, { organizationId, candidateId, tokenHash, createdAt, expiresAt }: DeclarationLinkRecord): Promise<void> {
    await tx.query('UPDATE declaration_link SET expires_at = $3 WHERE organization_id = $1 AND candidate_id = $2 AND expires_at > $3', [
      organizationId,
      candidateId,
      createdAt,
    ]);
    await tx.query(
      'INSERT INTO declaration_link (organization_id, candidate_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)',
      [organizationId, candidateId, tokenHash, createdAt, expiresAt],
    );
  }

  /** The link as it says of itself; null where there is none. */
  async linkOf(tx: Transaction, organizationId: string, tokenHash: string): Promise<{ readonly expiresAt: Date } | null> {
    const [row] = await tx.query<{ expiresAt: Date }>(
      'SELECT expires_at AS "expiresAt" FROM declaration_link WHERE organization_id = $1 AND token_hash = $2',
      [organizationId, tokenHash],
    );
    return row ?? null;
  }

  /** The link, held, so that two declarations by it come one after the other. */
  async holdLink(tx: Transaction, organizationId: string, tokenHash: string): Promise<HeldLink | null> {
    const [row] = await tx.query<HeldLink>(
      `SELECT candidate_id AS "candidateId", expires_at AS "expiresAt", EXISTS (
         SELECT 1 FROM declaration_link o WHERE o.organization_id = l.organization_id AND o.candidate_id = l.candidate_id AND o.token_hash <> l.token_hash
           AND o.created_at <= l.created_at) AS "hasEarlier"
       FROM declaration_link l WHERE organization_id = $1 AND token_hash = $2 FOR UPDATE OF l`,
      [organizationId, tokenHash],
    );
    return row ?? null;
  }

  /** What she declared by this link before is replaced; what she declared by another one stays, and this is not kept. The same again changes nothing. */
  async put(tx: Transaction, organizationId: string, candidateId: string, linkHash: string, said: Declaration): Promise<void> {
    await tx.query(
      `DELETE FROM self_declaration WHERE organization_id = $1 AND candidate_id = $2 AND link_hash = $3
         AND (gender, age_group, ethnicity, disability) IS DISTINCT FROM ($4::text, $5::text, $6::text, $7::text)`,
      [organizationId, candidateId, linkHash, said.gender, said.ageGroup, said.ethnicity, said.disability],
    );
    await tx.query(
      `INSERT INTO self_declaration (organization_id, candidate_id, link_hash, gender, age_group, ethnicity, disability, declared_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ON CONSTRAINT self_declaration_pk DO NOTHING`,
      [organizationId, candidateId, linkHash, said.gender, said.ageGroup, said.ethnicity, said.disability, tx.now],
    );
  }

  /** What was declared by this link, and by no other. */
  async remove(tx: Transaction, organizationId: string, candidateId: string, linkHash: string): Promise<void> {
    await tx.query('DELETE FROM self_declaration WHERE organization_id = $1 AND candidate_id = $2 AND link_hash = $3', [
      organizationId,
      candidateId,
      linkHash,
    ]);
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
