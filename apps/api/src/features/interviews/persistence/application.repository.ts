import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { ApplicationRecord } from './application.record';
import { type Visibility, visibilityParameters } from './visibility';

export interface ApplicationValue {
  readonly organizationId: string;
  readonly id: string;
  readonly candidateId: string;
  /** Null once the candidate was erased. */
  readonly candidateName: string | null;
  readonly openingId: string;
  readonly createdAt: Date;
}

const SELECT = `SELECT a.organization_id AS "organizationId", a.id, a.candidate_id AS "candidateId", c.name AS "candidateName", a.opening_id AS "openingId",
  a.created_at AS "createdAt" FROM application a
  JOIN candidate c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
  JOIN opening o ON o.organization_id = a.organization_id AND o.id = a.opening_id`;

/** All, or only those for openings of her own: the parameters of `visibilityParameters`, seats apart. */
const REACHED = '($2::boolean OR ($3::boolean AND o.hiring_manager_id = $4))';

/** Applications of one organization. */
@Injectable()
export class ApplicationRepository {
  /** Those of these applications that the member may read. */
  byIds(tx: Transaction, organizationId: string, visibility: Visibility, ids: readonly string[]): Promise<ApplicationValue[]> {
    return tx.query<ApplicationValue>(`${SELECT} WHERE a.organization_id = $1 AND ${REACHED} AND a.id = ANY($5::uuid[])`, [
      organizationId,
      ...visibilityParameters(visibility),
      ids,
    ]);
  }

  /** The applications for an opening that the member may read, the newest first. */
  async page(
    tx: Transaction,
    organizationId: string,
    visibility: Visibility,
    openingId: string,
    { first, after }: PageRequest,
  ): Promise<Page<ApplicationValue>> {
    const rows = await tx.query<ApplicationValue>(
      `${SELECT} WHERE a.organization_id = $1 AND ${REACHED} AND a.opening_id = $5 AND ($6::uuid IS NULL OR a.id < $6) ORDER BY a.id DESC LIMIT $7`,
      [organizationId, ...visibilityParameters(visibility), openingId, after?.[0] ?? null, first + 1],
    );
    return pageOf(rows, first, ({ id }) => [id]);
  }

  /** False where the candidate is entered for this opening already. */
  async add(tx: Transaction, application: ApplicationRecord): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO application (organization_id, id, candidate_id, opening_id, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT application_once_uq DO NOTHING RETURNING id`,
      [application.organizationId, application.id, application.candidateId, application.openingId, application.createdAt],
    );
    return added.length === 1;
  }
}
