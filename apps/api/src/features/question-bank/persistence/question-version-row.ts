import type { QuestionDocument, QuestionKind, QuestionUsage, Seniority } from '@touchstone/bank-format';
import type { QuestionVersionState } from '@touchstone/interviewing/question-bank';
import type { Json } from '@touchstone/kernel';

/** A question version without its document: what lists, filters and the assembly of kits need. */
export interface QuestionVersionRow {
  readonly organizationId: string;
  readonly id: string;
  readonly questionId: string;
  /** Stable name of the question. */
  readonly slug: string;
  readonly number: number;
  readonly status: QuestionVersionState;
  /** SHA-256 of the canonical document, in hex. */
  readonly contentHash: string;
  readonly title: string;
  readonly kind: QuestionKind;
  /** 1 to 5. */
  readonly difficulty: number;
  /** Whole minutes to plan; the document holds them to the half minute. */
  readonly minutes: number;
  readonly categorySlug: string;
  /** The one that is measured first, then those that are touched. */
  readonly competencySlugs: readonly string[];
  readonly tags: readonly string[];
  readonly seniority: readonly Seniority[];
  readonly usage: QuestionUsage;
  /** Slugs of questions that must not share a kit with this one. */
  readonly enemies: readonly string[];
  /** Variants of one question share a family; null = none. */
  readonly variantFamily: string | null;
  readonly authorId: string;
  /** Everybody who wrote on this version or on what it was copied from. */
  readonly editorIds: readonly string[];
  /** What was changed and why, as the author said it when she submitted. */
  readonly note: string | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
}

/** A question version with its content. The document is shared by everybody who reads it: never change it. */
export interface QuestionVersionValue extends QuestionVersionRow {
  readonly document: QuestionDocument;
  /** The document as it is hashed and exported. */
  readonly canonical: Json;
}

/** The state of version `v` of question `q`, retirement included. */
export const STATUS = `CASE WHEN v.status = 'APPROVED' AND v.number <= q.retired_number THEN 'RETIRED' ELSE v.status END`;

/** What is written once more beside the document, for filters and for whoever reads rows without documents. */
export type WrittenColumns = Pick<
  QuestionVersionRow,
  | 'title'
  | 'kind'
  | 'difficulty'
  | 'minutes'
  | 'categorySlug'
  | 'competencySlugs'
  | 'tags'
  | 'seniority'
  | 'usage'
  | 'enemies'
  | 'variantFamily'
>;

/** These columns, from the document that they are written from. */
export const writtenColumns = (document: QuestionDocument): WrittenColumns => ({
  title: document.title,
  kind: document.kind,
  difficulty: document.difficulty,
  minutes: Math.max(1, Math.ceil(document.minutes.target)),
  categorySlug: document.category,
  competencySlugs: document.competencies,
  tags: document.tags,
  seniority: document.seniority,
  usage: document.usage,
  enemies: document.enemies,
  variantFamily: document.variants.family ?? null,
});

/** A row without what its document says, for reads that take the document anyway. */
export type StateRow = Omit<QuestionVersionRow, keyof WrittenColumns>;

/** Columns of a `StateRow` from `question_version v` and `question q`. */
export const STATE_COLUMNS = `v.organization_id AS "organizationId", v.id, v.question_id AS "questionId", q.slug, v.number, ${STATUS} AS status,
  v.content_hash AS "contentHash", v.author_id AS "authorId", v.editor_ids AS "editorIds", v.note, v.revision, v.created_at AS "createdAt",
  v.updated_at AS "updatedAt", v.submitted_at AS "submittedAt", v.approved_by AS "approvedBy", v.approved_at AS "approvedAt"`;

/** Columns of a `QuestionVersionRow` from `question_version v` and `question q`. */
export const VERSION_COLUMNS = `${STATE_COLUMNS}, v.title, v.kind, v.difficulty, v.minutes, v.category_slug AS "categorySlug",
  v.competency_slugs AS "competencySlugs", v.tags, v.seniority, v.usage, v.enemies, v.variant_family AS "variantFamily"`;

/** The two tables behind every read of versions. */
export const VERSION_TABLES = `question_version v JOIN question q ON q.organization_id = v.organization_id AND q.id = v.question_id`;
