import { Injectable } from '@nestjs/common';
import { type QuestionDocument, searchText } from '@touchstone/bank-format';
import type { Transaction } from '@touchstone/platform/database';
import { canonicalContent } from './document-cache';
import { writtenColumns } from './question-version-row';

/** A version as it is first written. */
export interface NewVersion {
  readonly id: string;
  readonly questionId: string;
  readonly number: number;
  readonly status: 'DRAFT' | 'APPROVED';
  readonly authorId: string;
  readonly editorIds: readonly string[];
  readonly document: QuestionDocument;
}

/** What a version may become, beside its content. */
export interface VersionMove {
  readonly status: 'DRAFT' | 'IN_REVIEW' | 'APPROVED';
  readonly submittedAt: Date | null;
  /** Left as it is where it is left out. */
  readonly note?: string | null;
  readonly approvedBy?: string;
  readonly approvedAt?: Date;
}

/** Names of slugs for the search index. */
export type NameOf = (slug: string) => string | undefined;

/** Columns written from the document, in the order of `contentOf`; `$a` to `$c` of the search index are its last three. */
const CONTENT_COLUMNS = [
  'content_hash',
  'title',
  'category_slug',
  'kind',
  'difficulty',
  'minutes',
  'seniority',
  'tags',
  'competency_slugs',
  'usage',
  'enemies',
  'variant_family',
] as const;

/**
 * Writes question versions. Content is one document by its hash, and columns and search index made from it; an approved
 * version is out of reach of every statement here (row-level security).
 */
@Injectable()
export class VersionWriter {
  /** Adds a version; gives the hash of its content. */
  async add(tx: Transaction, organizationId: string, version: NewVersion, nameOf: NameOf): Promise<string> {
    const { contentHash, values } = await this.content(tx, organizationId, version.document, nameOf);
    const fixed = [
      organizationId,
      version.id,
      version.questionId,
      version.number,
      version.status,
      version.authorId,
      version.editorIds,
      tx.now,
    ];
    const approvedAt = version.status === 'APPROVED' ? tx.now : null;
    await tx.query(
      `INSERT INTO question_version
         (organization_id, id, question_id, number, status, author_id, editor_ids, created_at, updated_at, approved_at, ${CONTENT_COLUMNS.join(', ')}, search)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, ${CONTENT_COLUMNS.map((_, index) => `$${index + 10}`).join(', ')}, ${searchVector(22)})`,
      [...fixed, approvedAt, ...values],
    );
    return contentHash;
  }

  /** Rewrites a draft that is still at this revision; gives its hash, or null where it has moved on. */
  async rewrite(
    tx: Transaction,
    organizationId: string,
    draft: { readonly id: string; readonly revision: number; readonly editorIds: readonly string[]; readonly document: QuestionDocument },
    nameOf: NameOf,
  ): Promise<string | null> {
    const { contentHash, values } = await this.content(tx, organizationId, draft.document, nameOf);
    const moved = await tx.query(
      `UPDATE question_version SET revision = revision + 1, updated_at = $4, editor_ids = $5,
         ${CONTENT_COLUMNS.map((column, index) => `${column} = $${index + 6}`).join(', ')}, search = ${searchVector(18)}
       WHERE organization_id = $1 AND id = $2 AND revision = $3 AND status = 'DRAFT' RETURNING id`,
      [organizationId, draft.id, draft.revision, tx.now, draft.editorIds, ...values],
    );
    return moved.length === 1 ? contentHash : null;
  }

  /** Moves a version that is still at this revision to another state. */
  async move(
    tx: Transaction,
    organizationId: string,
    version: { readonly id: string; readonly revision: number },
    to: VersionMove,
  ): Promise<boolean> {
    const moved = await tx.query(
      `UPDATE question_version SET revision = revision + 1, updated_at = $4, status = $5, submitted_at = $6, approved_by = $7, approved_at = $8,
         note = coalesce($9, note)
       WHERE organization_id = $1 AND id = $2 AND revision = $3 RETURNING id`,
      [
        organizationId,
        version.id,
        version.revision,
        tx.now,
        to.status,
        to.submittedAt,
        to.approvedBy ?? null,
        to.approvedAt ?? null,
        to.note ?? null,
      ],
    );
    return moved.length === 1;
  }

  private async content(
    tx: Transaction,
    organizationId: string,
    document: QuestionDocument,
    nameOf: NameOf,
  ): Promise<{ contentHash: string; values: unknown[] }> {
    const { text, contentHash } = canonicalContent(document);
    await tx.query('INSERT INTO question_document (organization_id, content_hash, document) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      organizationId,
      contentHash,
      text,
    ]);
    const { title, body, labels } = searchText(document, nameOf);
    const written = writtenColumns(document);
    return {
      contentHash,
      values: [
        contentHash,
        written.title,
        written.categorySlug,
        written.kind,
        written.difficulty,
        written.minutes,
        written.seniority,
        written.tags,
        written.competencySlugs,
        written.usage,
        written.enemies,
        written.variantFamily,
        title,
        body,
        labels,
      ],
    };
  }
}

/** The search index from three parameters, the first of them number `first`: title, body, labels. */
const searchVector = (first: number): string =>
  ['A', 'B', 'C']
    .map((weight, index) => `setweight(to_tsvector('english', touchstone_plain($${first + index})), '${weight}')`)
    .join(' || ');
