import { Injectable } from '@nestjs/common';
import type { QuestionDocument, QuestionKind, QuestionUsage, Seniority } from '@touchstone/bank-format';
import type { PageRequest } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { DocumentCache, type ParsedDocument } from './document-cache';
import type { BankViewer } from './question-filter';
import {
  type QuestionVersionRow,
  type QuestionVersionValue,
  type StateRow,
  VERSION_COLUMNS,
  VERSION_TABLES,
  type WrittenColumns,
} from './question-version-row';

/** What a pool of approved questions is narrowed to. What is left out does not narrow. */
export interface ApprovedFilter {
  readonly categories?: readonly string[];
  /** Questions that name any of these competencies. */
  readonly competencies?: readonly string[];
  readonly kinds?: readonly QuestionKind[];
  readonly usages?: readonly QuestionUsage[];
  readonly seniority?: readonly Seniority[];
  readonly minutes?: { readonly min?: number; readonly max?: number };
  readonly difficulty?: { readonly min?: number; readonly max?: number };
  readonly withoutQuestionIds?: readonly string[];
}

/** No kit is assembled from more questions than this. */
export const LARGEST_POOL = 3_000;

/** Question versions of one organization, by id and as a pool. Whoever asks decides who may see them. */
@Injectable()
export class QuestionVersionRepository {
  constructor(private readonly documents: DocumentCache) {}

  async byId(tx: Transaction, organizationId: string, id: string): Promise<QuestionVersionValue | null> {
    return (await this.byIds(tx, organizationId, [id])).get(id) ?? null;
  }

  /** Versions with their content. One statement, and one more for documents that were not read lately. */
  async byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, QuestionVersionValue>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<QuestionVersionRow>(
      `SELECT ${VERSION_COLUMNS} FROM ${VERSION_TABLES} WHERE v.organization_id = $1 AND v.id = ANY ($2)`,
      [organizationId, ids],
    );
    const values = await this.withDocuments(tx, organizationId, rows, fromRow);
    return new Map(values.map((value) => [value.id, value]));
  }

  /** A page of the versions of each of these questions that the viewer may see, the newest first, and one more where there is a next page. */
  async ofQuestions(
    tx: Transaction,
    organizationId: string,
    questionIds: readonly string[],
    viewer: BankViewer,
    { first, after }: PageRequest,
  ): Promise<QuestionVersionValue[]> {
    const rows = await tx.query<QuestionVersionRow>(
      `SELECT seen.* FROM unnest($2::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
         SELECT ${VERSION_COLUMNS} FROM ${VERSION_TABLES}
         WHERE v.organization_id = $1 AND v.question_id = wanted.id AND ($3::integer IS NULL OR v.number < $3)
           AND (v.status = 'APPROVED' OR v.author_id = $4 OR $4 = ANY (v.editor_ids) OR $5 OR (v.status = 'IN_REVIEW' AND $6))
         ORDER BY v.number DESC LIMIT $7) AS seen ORDER BY seen.number DESC`,
      [organizationId, questionIds, after?.[0] ?? null, viewer.memberId, viewer.administers, viewer.reviews, first + 1],
    );
    return this.withDocuments(tx, organizationId, rows, fromRow);
  }

  /** Contents by their hash; what is stored nowhere is left out. The caller holds a row that names it. */
  async contents(tx: Transaction, organizationId: string, hashes: readonly string[]): Promise<ReadonlyMap<string, QuestionDocument>> {
    const rows = [...new Set(hashes)].map((contentHash) => ({ id: contentHash, contentHash }));
    const found = await this.withDocuments(tx, organizationId, rows, ({ id }, { document }) => [id, document] as const);
    return new Map(found);
  }

  /** The approved version of every question that is not retired, without documents, by id; at most `LARGEST_POOL`. */
  approved(tx: Transaction, organizationId: string, filter: ApprovedFilter = {}): Promise<QuestionVersionRow[]> {
    const list = (entries: readonly string[] | undefined): readonly string[] | null => entries ?? null;
    return tx.query<QuestionVersionRow>(
      `SELECT ${VERSION_COLUMNS}
       FROM question q JOIN question_version v ON v.organization_id = q.organization_id AND v.id = q.approved_version_id
       WHERE q.organization_id = $1 AND v.organization_id = $1 AND v.status = 'APPROVED' AND v.number > coalesce(q.retired_number, 0)
         AND ($2::text[] IS NULL OR v.category_slug = ANY ($2)) AND ($3::text[] IS NULL OR v.competency_slugs && $3)
         AND ($4::text[] IS NULL OR v.kind = ANY ($4)) AND ($5::text[] IS NULL OR v.usage = ANY ($5)) AND ($6::text[] IS NULL OR v.seniority && $6)
         AND v.minutes BETWEEN $7 AND $8 AND v.difficulty BETWEEN $9 AND $10 AND ($11::uuid[] IS NULL OR q.id <> ALL ($11))
       ORDER BY v.id LIMIT ${LARGEST_POOL}`,
      [
        organizationId,
        list(filter.categories),
        list(filter.competencies),
        list(filter.kinds),
        list(filter.usages),
        list(filter.seniority),
        filter.minutes?.min ?? 0,
        filter.minutes?.max ?? 1_000,
        filter.difficulty?.min ?? 1,
        filter.difficulty?.max ?? 5,
        list(filter.withoutQuestionIds),
      ],
    );
  }

  /** Gives rows their content, from the cache, and what is missing there in one statement; `make` puts the two together. */
  async withDocuments<Row extends Pick<StateRow, 'id' | 'contentHash'>, Value>(
    tx: Transaction,
    organizationId: string,
    rows: readonly Row[],
    make: (row: Row, parsed: ParsedDocument) => Value,
  ): Promise<Value[]> {
    const found = new Map(rows.map(({ contentHash }) => [contentHash, this.documents.get(contentHash)]));
    const missing = [...found].filter(([, parsed]) => parsed === null).map(([contentHash]) => contentHash);
    if (missing.length > 0) {
      const stored = await tx.query<{ contentHash: string; document: string }>(
        `SELECT content_hash AS "contentHash", document FROM question_document WHERE organization_id = $1 AND content_hash = ANY ($2)`,
        [organizationId, missing],
      );
      for (const { contentHash, document } of stored) found.set(contentHash, this.documents.keep(contentHash, document));
    }
    return rows.map((row) => {
      const parsed = found.get(row.contentHash);
      if (!parsed) throw new Error(`The document ${row.contentHash} of version ${row.id} is missing. Restore it from a backup.`);
      return make(row, parsed);
    });
  }
}

/**
 * Row and document as one value. Every field by its name: rows of many columns are slow objects in V8, and to copy one costs
 * more than all else of a list.
 */
export const versionValue = (row: StateRow, columns: WrittenColumns, { document, canonical }: ParsedDocument): QuestionVersionValue => ({
  organizationId: row.organizationId,
  id: row.id,
  questionId: row.questionId,
  slug: row.slug,
  number: row.number,
  status: row.status,
  contentHash: row.contentHash,
  authorId: row.authorId,
  editorIds: row.editorIds,
  note: row.note,
  revision: row.revision,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  submittedAt: row.submittedAt,
  approvedBy: row.approvedBy,
  approvedAt: row.approvedAt,
  title: columns.title,
  kind: columns.kind,
  difficulty: columns.difficulty,
  minutes: columns.minutes,
  categorySlug: columns.categorySlug,
  competencySlugs: columns.competencySlugs,
  tags: columns.tags,
  seniority: columns.seniority,
  usage: columns.usage,
  enemies: columns.enemies,
  variantFamily: columns.variantFamily,
  document,
  canonical,
});

const fromRow = (row: QuestionVersionRow, parsed: ParsedDocument): QuestionVersionValue => versionValue(row, row, parsed);
