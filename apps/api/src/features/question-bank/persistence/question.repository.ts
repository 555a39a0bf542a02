import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { In } from 'typeorm';
import { QuestionRecord } from './question.record';

/** Questions of one organization: their identity, owner and which versions stand for them. */
@Injectable()
export class QuestionRepository {
  byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<QuestionRecord[]> {
    return tx.manager.findBy(QuestionRecord, { organizationId, id: In([...ids]) });
  }

  /** Takes the question for writing: whoever changes one of its versions holds this row, so that versions cannot fork. */
  async lock(tx: Transaction, organizationId: string, id: string): Promise<QuestionRecord | null> {
    await tx.query('SELECT id FROM question WHERE organization_id = $1 AND id = $2 FOR UPDATE', [organizationId, id]);
    return tx.manager.findOneBy(QuestionRecord, { organizationId, id });
  }

  /** Takes the question of a version for writing. */
  async lockOfVersion(tx: Transaction, organizationId: string, versionId: string): Promise<QuestionRecord | null> {
    const [row] = await tx.query<{ questionId: string }>(
      `SELECT question_id AS "questionId" FROM question_version WHERE organization_id = $1 AND id = $2`,
      [organizationId, versionId],
    );
    return row === undefined ? null : this.lock(tx, organizationId, row.questionId);
  }

  /** False where the slug is taken. */
  async add(tx: Transaction, question: QuestionRecord): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO question (organization_id, id, slug, category_id, owner_id, latest_version_id, approved_version_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (organization_id, slug) DO NOTHING RETURNING id`,
      [
        question.organizationId,
        question.id,
        question.slug,
        question.categoryId,
        question.ownerId,
        question.latestVersionId,
        question.approvedVersionId,
        question.createdAt,
      ],
    );
    return added.length === 1;
  }

  /** Changes a question that is still at this revision and raises it. */
  async update(
    tx: Transaction,
    question: Pick<QuestionRecord, 'organizationId' | 'id' | 'revision'>,
    changes: Partial<Pick<QuestionRecord, 'categoryId' | 'latestVersionId' | 'approvedVersionId' | 'retiredNumber' | 'retiredAt'>>,
  ): Promise<boolean> {
    const { organizationId, id, revision } = question;
    const { affected } = await tx.manager.update(QuestionRecord, { organizationId, id, revision }, { ...changes, revision: revision + 1 });
    return affected === 1;
  }

  /** Which of these slugs are taken. */
  async taken(tx: Transaction, organizationId: string, slugs: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ slug: string }>('SELECT slug FROM question WHERE organization_id = $1 AND slug = ANY ($2)', [
      organizationId,
      slugs,
    ]);
    return new Set(rows.map(({ slug }) => slug));
  }
}
