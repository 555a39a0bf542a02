import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { type BankViewer, Conditions, type Faces, facesOf, narrow, type QuestionFilter, textQuery } from './question-filter';
import { type QuestionVersionValue, STATE_COLUMNS, type StateRow } from './question-version-row';
import type { ParsedDocument } from './document-cache';
import { QuestionVersionRepository, versionValue } from './question-version.repository';

export const QUESTION_ORDERS = ['RELEVANCE', 'UPDATED', 'TITLE', 'DIFFICULTY'] as const;
export type QuestionOrder = (typeof QUESTION_ORDERS)[number];

/** A question in a list, by the version that stands for it there. */
export interface ListedQuestion extends QuestionVersionValue {
  readonly ownerId: string;
  readonly questionRevision: number;
  readonly questionCreatedAt: Date;
  readonly retiredAt: Date | null;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface QuestionFacetCounts {
  readonly total: number;
  readonly categories: readonly FacetCount[];
  readonly kinds: readonly FacetCount[];
  readonly difficulties: readonly FacetCount[];
}

/** What identity and owner of the question add to the columns of its version. */
export const QUESTION_COLUMNS = `q.owner_id AS "ownerId", q.revision AS "questionRevision", q.created_at AS "questionCreatedAt", q.retired_at AS "retiredAt"`;

const TABLES = 'question q JOIN question_version v ON v.organization_id = q.organization_id AND v.question_id = q.id';
/** The same without the question's id: which version it is says `Faces`, and one way to join is enough. */
const FACES = 'question q JOIN question_version v ON v.organization_id = q.organization_id';

interface SortKey {
  readonly key: string;
  readonly type: 'text' | 'integer' | 'timestamptz' | 'float8';
  readonly direction: 'ASC' | 'DESC';
}

/** Sort key of each order that needs no words. */
const orders: Readonly<Record<Exclude<QuestionOrder, 'RELEVANCE'>, SortKey>> = {
  TITLE: { key: 'v.title', type: 'text', direction: 'ASC' },
  DIFFICULTY: { key: 'v.difficulty', type: 'integer', direction: 'ASC' },
  UPDATED: { key: 'v.updated_at', type: 'timestamptz', direction: 'DESC' },
};

/** The best match first; without words there is none, and titles decide. */
function sortKeyOf(order: QuestionOrder, text: string | null | undefined, conditions: Conditions): SortKey {
  if (order !== 'RELEVANCE') return orders[order];
  if (!text) return orders.TITLE;
  return { key: `(-ts_rank(v.search, ${textQuery(conditions.value(text))})::float8)`, type: 'float8', direction: 'ASC' };
}

type ListRow = StateRow & Omit<ListedQuestion, keyof QuestionVersionValue> & { readonly sortKey: string };

const listedQuestion = (row: Omit<ListRow, 'sortKey'>, parsed: ParsedDocument): ListedQuestion => ({
  ...versionValue(row, parsed.columns, parsed),
  ownerId: row.ownerId,
  questionRevision: row.questionRevision,
  questionCreatedAt: row.questionCreatedAt,
  retiredAt: row.retiredAt,
});

/** Lists of questions as one viewer sees them. */
@Injectable()
export class QuestionListRepository {
  constructor(private readonly versions: QuestionVersionRepository) {}

  /** One page: one statement for the rows, one for documents that were not read lately. Without words RELEVANCE is TITLE. */
  async page(
    tx: Transaction,
    organizationId: string,
    viewer: BankViewer,
    { filter, order, counted }: { readonly filter: QuestionFilter; readonly order: QuestionOrder; readonly counted: boolean },
    { first, after }: PageRequest,
  ): Promise<Page<ListedQuestion>> {
    const { conditions, faces } = this.conditions(organizationId, viewer, filter);
    const total = counted ? await this.count(tx, conditions, faces) : null;
    const { key, type, direction } = sortKeyOf(order, filter.text, conditions);
    if (after !== null) {
      const beyond = direction === 'ASC' ? '>' : '<';
      conditions.add(`(${key}, v.id) ${beyond} (${conditions.value(after[0])}::${type}, ${conditions.value(after[1])}::uuid)`);
    }
    // Text keeps every digit of an instant or a rank.
    const sortKey = type === 'timestamptz' ? `to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : `(${key})::text`;
    const sorted = (face: string): string =>
      `(SELECT ${STATE_COLUMNS}, ${QUESTION_COLUMNS}, ${sortKey} AS "sortKey", ${key} AS sort_value FROM ${FACES}
        WHERE ${conditions.and(face)} ORDER BY ${key} ${direction}, v.id ${direction} LIMIT ${first + 1})`;
    const rows = await tx.query<ListRow & { readonly sort_value: unknown }>(
      `${sorted(faces.approved)} UNION ALL ${sorted(faces.open)} ORDER BY sort_value ${direction}, id ${direction} LIMIT ${first + 1}`,
      conditions.parameters,
    );
    const listed = await this.versions.withDocuments(tx, organizationId, rows.slice(0, first), (row, parsed) => ({
      node: listedQuestion(row, parsed),
      key: [row.sortKey, row.id],
    }));
    return { rows: listed, hasNextPage: rows.length > first, totalCount: total };
  }

  /** These questions with their newest and their approved version: one or two rows each, the newest first. */
  async faces(tx: Transaction, organizationId: string, questionIds: readonly string[]): Promise<ListedQuestion[]> {
    const rows = await tx.query<Omit<ListRow, 'sortKey'>>(
      `SELECT ${STATE_COLUMNS}, ${QUESTION_COLUMNS} FROM ${TABLES}
       WHERE q.organization_id = $1 AND v.organization_id = $1 AND q.id = ANY ($2) AND v.id IN (q.latest_version_id, q.approved_version_id)
       ORDER BY v.number DESC`,
      [organizationId, questionIds],
    );
    return this.versions.withDocuments(tx, organizationId, rows, listedQuestion);
  }

  /** How many questions of the list there are by category, kind and difficulty, in one statement. */
  async facets(tx: Transaction, organizationId: string, viewer: BankViewer, filter: QuestionFilter): Promise<QuestionFacetCounts> {
    const { conditions, faces } = this.conditions(organizationId, viewer, filter);
    const facets = (face: string): string => `SELECT v.category_slug, v.kind, v.difficulty FROM ${FACES} WHERE ${conditions.and(face)}`;
    const rows = await tx.query<{ facet: string; value: string; count: number }>(
      `SELECT CASE grouping(category_slug, kind, difficulty) WHEN 3 THEN 'categories' WHEN 5 THEN 'kinds' WHEN 6 THEN 'difficulties' ELSE 'total' END AS facet,
              coalesce(category_slug, kind, difficulty::text) AS value, count(*)::integer AS count
       FROM (${facets(faces.approved)} UNION ALL ${facets(faces.open)}) AS face
       GROUP BY GROUPING SETS ((category_slug), (kind), (difficulty), ()) ORDER BY count DESC, value`,
      conditions.parameters,
    );
    const of = (name: string): FacetCount[] => rows.filter(({ facet }) => facet === name).map(({ value, count }) => ({ value, count }));
    return { total: of('total')[0]?.count ?? 0, categories: of('categories'), kinds: of('kinds'), difficulties: of('difficulties') };
  }

  /** Versions in review that this member may review: none that she owns or wrote on. The longest waiting first. */
  async inbox(
    tx: Transaction,
    organizationId: string,
    memberId: string,
    { first, after }: PageRequest,
  ): Promise<Page<QuestionVersionValue>> {
    const rows = await tx.query<StateRow & { sortKey: string }>(
      `SELECT ${STATE_COLUMNS}, to_char(v.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "sortKey" FROM ${TABLES}
       WHERE q.organization_id = $1 AND v.organization_id = $1 AND v.status = 'IN_REVIEW'
         AND q.owner_id <> $2 AND v.author_id <> $2 AND $2 <> ALL (v.editor_ids)
         AND ($3::timestamptz IS NULL OR (v.submitted_at, v.id) > ($3::timestamptz, $4::uuid))
       ORDER BY v.submitted_at, v.id LIMIT $5`,
      [organizationId, memberId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
    const listed = await this.versions.withDocuments(tx, organizationId, rows.slice(0, first), (row, parsed) => ({
      node: versionValue(row, parsed.columns, parsed),
      key: [row.sortKey, row.id],
    }));
    return { rows: listed, hasNextPage: rows.length > first, totalCount: null };
  }

  private async count(tx: Transaction, conditions: Conditions, faces: Faces): Promise<number> {
    const counted = (face: string): string => `(SELECT count(*) FROM ${FACES} WHERE ${conditions.and(face)})`;
    const [row] = await tx.query<{ total: number }>(
      `SELECT (${counted(faces.approved)} + ${counted(faces.open)})::integer AS total`,
      conditions.parameters,
    );
    return row?.total ?? 0;
  }

  private conditions(
    organizationId: string,
    viewer: BankViewer,
    filter: QuestionFilter,
  ): { readonly conditions: Conditions; readonly faces: Faces } {
    const conditions = new Conditions();
    const faces = facesOf(conditions, organizationId, viewer, filter.statuses ?? null);
    narrow(conditions, filter);
    return { conditions, faces };
  }
}
