import { Injectable } from '@nestjs/common';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { QuestionImportRecord, type ImportState, type ImportStep } from './question-import.record';

/** What may be written beside a change of state. */
export type ImportChange = Partial<
  Pick<
    QuestionImportRecord,
    'step' | 'done' | 'total' | 'detected' | 'notices' | 'refusals' | 'chosen' | 'plannedAt' | 'appliedAt' | 'expiresAt'
  >
>;

const COLUMNS: Readonly<Record<keyof ImportChange, string>> = {
  step: 'step',
  done: 'done',
  total: 'total',
  detected: 'detected',
  notices: 'notices',
  refusals: 'refusals',
  chosen: 'chosen',
  plannedAt: 'planned_at',
  appliedAt: 'applied_at',
  expiresAt: 'expires_at',
};

const UNFINISHED: readonly ImportState[] = ['PLANNING', 'PLANNED', 'APPLYING'];

/** Imports of one organization. */
@Injectable()
export class QuestionImportRepository {
  async add(tx: Transaction, row: QuestionImportRecord): Promise<void> {
    await tx.query(
      `INSERT INTO question_import (organization_id, id, member_id, file_id, file_name, byte_count, sha256, settings, state, step, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        row.organizationId,
        row.id,
        row.memberId,
        row.fileId,
        row.fileName,
        row.byteCount,
        row.sha256,
        row.settings,
        row.state,
        row.step,
        row.createdAt,
        row.expiresAt,
      ],
    );
  }

  byId(tx: Transaction, organizationId: string, id: string): Promise<QuestionImportRecord | null> {
    return tx.findOne(QuestionImportRecord, { organizationId, id });
  }

  byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<QuestionImportRecord[]> {
    return tx.find(QuestionImportRecord, { organizationId, id: ids });
  }

  /** Moves an import that is in this state (and, where it is given, at this revision) to another one. False where it is not. */
  async move(
    tx: Transaction,
    { organizationId, id }: Pick<QuestionImportRecord, 'organizationId' | 'id'>,
    from: { readonly state: ImportState; readonly revision?: number },
    to: ImportState,
    change: ImportChange = {},
  ): Promise<boolean> {
    const entries = Object.entries(change) as [keyof ImportChange, unknown][];
    const sets = entries.map(([name], index) => `, ${COLUMNS[name]} = $${index + 6}`).join('');
    const moved = await tx.query(
      `UPDATE question_import SET state = $4, revision = revision + 1${sets}
       WHERE organization_id = $1 AND id = $2 AND state = $3 AND ($5::integer IS NULL OR revision = $5) RETURNING id`,
      [organizationId, id, from.state, to, from.revision ?? null, ...entries.map(([, value]) => value)],
    );
    return moved.length === 1;
  }

  /** Writes down how far it is, as long as it is in this state; false where it no longer is. */
  async advance(
    tx: Transaction,
    { organizationId, id, state }: Pick<QuestionImportRecord, 'organizationId' | 'id' | 'state'>,
    { step, done, total }: { readonly step: ImportStep; readonly done: number; readonly total: number | null },
  ): Promise<boolean> {
    const moved = await tx.query(
      'UPDATE question_import SET step = $4, done = $5, total = $6 WHERE organization_id = $1 AND id = $2 AND state = $3 RETURNING id',
      [organizationId, id, state, step, done, total],
    );
    return moved.length === 1;
  }

  async stateOf(tx: Transaction, organizationId: string, id: string): Promise<ImportState | null> {
    const [row] = await tx.query<{ state: ImportState }>('SELECT state FROM question_import WHERE organization_id = $1 AND id = $2', [
      organizationId,
      id,
    ]);
    return row?.state ?? null;
  }

  /** How many are under way or wait for a decision. */
  async unfinished(tx: Transaction, organizationId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM question_import WHERE organization_id = $1 AND state = ANY ($2) AND expires_at > $3',
      [organizationId, UNFINISHED, tx.now],
    );
    return row?.count ?? 0;
  }

  /** Those that somebody has to work on. */
  due(tx: Transaction, organizationId: string): Promise<{ id: string }[]> {
    return tx.query<{ id: string }>(
      `SELECT id FROM question_import WHERE organization_id = $1 AND state IN ('PLANNING', 'APPLYING') ORDER BY created_at`,
      [organizationId],
    );
  }

  /** The newest first; of one member, or with null of all. */
  async page(
    tx: Transaction,
    organizationId: string,
    memberId: string | null,
    { first, after }: PageRequest,
  ): Promise<Page<QuestionImportRecord>> {
    const ids = await tx.query<{ id: string; key: string }>(
      `SELECT id, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS key FROM question_import
       WHERE organization_id = $1 AND ($2::uuid IS NULL OR member_id = $2) AND ($3::timestamptz IS NULL OR (created_at, id) < ($3::timestamptz, $4::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $5`,
      [organizationId, memberId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
    const rows = new Map(
      (
        await this.byIds(
          tx,
          organizationId,
          ids.map(({ id }) => id),
        )
      ).map((row) => [row.id, row]),
    );
    const { rows: listed, ...page } = pageOf(ids, first, ({ key, id }) => [key, id]);
    return {
      ...page,
      rows: listed.flatMap(({ node, key }) => ((row) => (row === undefined ? [] : [{ node: row, key }]))(rows.get(node.id))),
    };
  }

  /** Plans that nobody applied in their time are over. */
  async expire(tx: Transaction, organizationId: string): Promise<void> {
    await tx.query(
      `UPDATE question_import SET state = 'EXPIRED', revision = revision + 1 WHERE organization_id = $1 AND state = 'PLANNED' AND expires_at <= $2`,
      [organizationId, tx.now],
    );
  }
}
