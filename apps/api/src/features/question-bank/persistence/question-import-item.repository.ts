import { Injectable } from '@nestjs/common';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { QuestionImportItemRecord, type ImportEffect, type ImportOutcome } from './question-import-item.record';

/** Which import. */
export interface ImportKey {
  readonly organizationId: string;
  readonly importId: string;
}

/** How many items of an import there are, by what they are to the bank or by what became of them. */
export interface ItemCounts {
  readonly importId: string;
  readonly outcome: ImportOutcome;
  readonly result: ImportEffect | null;
  readonly unknownLicense: boolean;
  readonly alike: boolean;
  readonly complained: boolean;
  readonly count: number;
}

/** What became of an item. */
export interface SettledItem {
  readonly number: number;
  readonly outcome: ImportOutcome;
  readonly result: ImportEffect;
  readonly reason: string | null;
  readonly questionId: string | null;
  readonly versionId: string | null;
}

type Planned = Omit<QuestionImportItemRecord, 'organizationId' | 'importId' | 'result' | 'questionId' | 'versionId'>;

const STRETCH = 2_000;

/** The questions of files that come in. */
@Injectable()
export class QuestionImportItemRepository {
  async add(tx: Transaction, { organizationId, importId }: ImportKey, items: readonly Planned[]): Promise<void> {
    await tx.query(
      `INSERT INTO question_import_item (organization_id, import_id, number, slug, title, outcome, effect, reason, license, content_hash, document, identity, basis,
         faults, findings, alike)
       SELECT $1, $2, number, slug, title, outcome, effect, reason, license, "contentHash", document, identity, basis, faults, findings, alike
       FROM jsonb_to_recordset($3::jsonb) AS item (number integer, slug text, title text, outcome text, effect text, reason text, license text, "contentHash" text,
         document text, identity text, basis text, faults text, findings text, alike text)`,
      [organizationId, importId, JSON.stringify(items)],
    );
  }

  async forget(tx: Transaction, { organizationId, importId }: ImportKey): Promise<void> {
    await tx.query('DELETE FROM question_import_item WHERE organization_id = $1 AND import_id = $2', [organizationId, importId]);
  }

  /** Of imports that came to nothing. */
  async forgetUnwanted(tx: Transaction, organizationId: string): Promise<void> {
    await tx.query(
      `DELETE FROM question_import_item WHERE organization_id = $1 AND import_id IN
         (SELECT id FROM question_import WHERE organization_id = $1 AND state IN ('REFUSED', 'CANCELLED', 'FAILED', 'EXPIRED'))`,
      [organizationId],
    );
  }

  /** In the order of the file. */
  async page(
    tx: Transaction,
    { organizationId, importId }: ImportKey,
    outcomes: readonly ImportOutcome[] | null,
    { first, after }: PageRequest,
  ): Promise<Page<QuestionImportItemRecord>> {
    const numbers = await tx.query<{ number: number }>(
      `SELECT number FROM question_import_item WHERE organization_id = $1 AND import_id = $2 AND ($3::text[] IS NULL OR outcome = ANY ($3)) AND number > $4
       ORDER BY number LIMIT $5`,
      [organizationId, importId, outcomes, after?.[0] ?? 0, first + 1],
    );
    const rows = await tx.find(
      QuestionImportItemRecord,
      { organizationId, importId, number: numbers.slice(0, first).map(({ number }) => number) },
      ['number'],
    );
    return { ...pageOf(rows, first, ({ number }) => [number]), hasNextPage: numbers.length > first };
  }

  counts(tx: Transaction, organizationId: string, importIds: readonly string[]): Promise<ItemCounts[]> {
    return tx.query<ItemCounts>(
      `SELECT import_id AS "importId", outcome, result, license = 'LicenseRef-unknown' AS "unknownLicense", alike <> '[]' AS alike, findings <> '[]' AS complained,
         count(*)::integer AS count
       FROM question_import_item WHERE organization_id = $1 AND import_id = ANY ($2) GROUP BY 1, 2, 3, 4, 5, 6`,
      [organizationId, importIds],
    );
  }

  /** Items that are to be written, by their slugs: whoever writes several takes them in one order, so that two of them do not wait for each other in a circle. */
  toWrite(
    tx: Transaction,
    { organizationId, importId }: ImportKey,
    chosen: readonly number[] | null,
    afterSlug: string,
    most: number,
  ): Promise<QuestionImportItemRecord[]> {
    return tx.query<QuestionImportItemRecord>(
      `SELECT number, slug, title, outcome, effect, content_hash AS "contentHash", document, identity, basis FROM question_import_item
       WHERE organization_id = $1 AND import_id = $2 AND outcome IN ('NEW', 'CHANGED') AND ($3::integer[] IS NULL OR number = ANY ($3)) AND slug > $4
       ORDER BY slug LIMIT $5`,
      [organizationId, importId, chosen, afterSlug, most],
    );
  }

  async settle(tx: Transaction, { organizationId, importId }: ImportKey, items: readonly SettledItem[]): Promise<void> {
    await tx.query(
      `UPDATE question_import_item i SET outcome = s.outcome, result = s.result, reason = coalesce(s.reason, i.reason), question_id = s."questionId", version_id = s."versionId"
       FROM jsonb_to_recordset($3::jsonb) AS s (number integer, outcome text, result text, reason text, "questionId" uuid, "versionId" uuid)
       WHERE i.organization_id = $1 AND i.import_id = $2 AND i.number = s.number`,
      [organizationId, importId, JSON.stringify(items)],
    );
  }

  /** Everything that was not written is settled as left out, not chosen or there already; contents are let go of. In stretches that no time limit ends. */
  async close(tx: Transaction, { organizationId, importId }: ImportKey, total: number): Promise<void> {
    for (let from = 0; from < total; from += STRETCH) {
      await tx.query(
        `UPDATE question_import_item SET document = NULL, result = coalesce(result, CASE outcome WHEN 'UNCHANGED' THEN 'NOTHING'
           WHEN 'NEW' THEN 'NOT_CHOSEN' WHEN 'CHANGED' THEN 'NOT_CHOSEN' ELSE 'LEFT_OUT' END)
         WHERE organization_id = $1 AND import_id = $2 AND number > $3 AND number <= $4`,
        [organizationId, importId, from, from + STRETCH],
      );
    }
  }

  /** Which of these numbers there are as something that can be written. */
  async writable(tx: Transaction, { organizationId, importId }: ImportKey, numbers: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await tx.query<{ number: number }>(
      `SELECT number FROM question_import_item WHERE organization_id = $1 AND import_id = $2 AND number = ANY ($3) AND outcome IN ('NEW', 'CHANGED')`,
      [organizationId, importId, numbers],
    );
    return new Set(rows.map(({ number }) => number));
  }

  /** By which import versions came in. */
  ofVersions(
    tx: Transaction,
    organizationId: string,
    versionIds: readonly string[],
  ): Promise<{ readonly versionId: string; readonly importId: string; readonly identity: string | null; readonly license: string }[]> {
    return tx.query(
      `SELECT version_id AS "versionId", import_id AS "importId", identity, license FROM question_import_item
       WHERE organization_id = $1 AND version_id = ANY ($2) AND result IN ('NEW_QUESTION', 'NEW_VERSION', 'DRAFT_REPLACED') ORDER BY import_id`,
      [organizationId, versionIds],
    );
  }
}
