import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { StatementPlan, Transaction } from '@touchstone/platform/database';
import { type BankViewer, Conditions, type Faces, facesOf, narrow, type QuestionFilter } from './question-filter';
import { behind, type QuestionOrder, type SortKey, sortKeyOf, sortText } from './question-order';
import { type QuestionVersionValue, STATE_COLUMNS, type StateRow } from './question-version-row';
import type { ParsedDocument } from './document-cache';
import { QuestionVersionRepository, versionValue } from './question-version.repository';

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

type ListRow = StateRow & Omit<ListedQuestion, keyof QuestionVersionValue> & { readonly sortKey: string };

/** What fits into a list, and how to have it looked for. */
interface List {
  readonly conditions: Conditions;
  readonly faces: Faces;
  readonly plan: StatementPlan;
}

/**
 * No plan fits every word and every tag, so what is narrowed is planned for its values. A plan that is kept would also read the words
 * of a search anew for every version that it looks at, which costs more than all the rest.
 */
function listOf(organizationId: string, viewer: BankViewer, filter: QuestionFilter): List {
  const conditions = new Conditions();
  const faces = facesOf(conditions, organizationId, viewer, filter.statuses ?? null);
  return { conditions, faces, plan: narrow(conditions, filter) ? 'FRESH' : 'KEPT' };
}

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

  /** One page. Without words RELEVANCE is TITLE. Two statements at most, and one for documents that were not read lately. */
  async page(
    tx: Transaction,
    organizationId: string,
    viewer: BankViewer,
    { filter, order, counted }: { readonly filter: QuestionFilter; readonly order: QuestionOrder; readonly counted: boolean },
    request: PageRequest,
  ): Promise<Page<ListedQuestion>> {
    const list = listOf(organizationId, viewer, filter);
    const sort = sortKeyOf(order, filter.text, list.conditions);
    // A rank is known when all that fits has been looked at, and so is a total of what is narrowed: both at once is half the work.
    const { rows, total } =
      filter.text || (counted && list.plan === 'FRESH')
        ? await this.gathered(tx, organizationId, list, sort, request)
        : { total: counted ? await this.count(tx, list) : null, rows: await this.walked(tx, list, sort, request) };
    const listed = await this.versions.withDocuments(tx, organizationId, rows.slice(0, request.first), (row, parsed) => ({
      node: listedQuestion(row, parsed),
      key: [row.sortKey, row.id],
    }));
    return { rows: listed, hasNextPage: rows.length > request.first, totalCount: counted ? total : null };
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
    const { conditions, faces, plan } = listOf(organizationId, viewer, filter);
    const facets = (face: string): string => `SELECT v.category_slug, v.kind, v.difficulty FROM ${FACES} WHERE ${conditions.and(face)}`;
    const rows = await tx.query<{ facet: string; value: string; count: number }>(
      `SELECT CASE grouping(category_slug, kind, difficulty) WHEN 3 THEN 'categories' WHEN 5 THEN 'kinds' WHEN 6 THEN 'difficulties' ELSE 'total' END AS facet,
              coalesce(category_slug, kind, difficulty::text) AS value, count(*)::integer AS count
       FROM (${facets(faces.approved)} UNION ALL ${facets(faces.open)}) AS face
       GROUP BY GROUPING SETS ((category_slug), (kind), (difficulty), ()) ORDER BY count DESC, value`,
      conditions.parameters,
      plan,
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

  /** The rows of a page and one more, along an index where there is one for the order. */
  private walked(tx: Transaction, { conditions, faces, plan }: List, sort: SortKey, { first, after }: PageRequest): Promise<ListRow[]> {
    const { key, direction } = sort;
    if (after !== null) conditions.add(behind(sort, [key, 'v.id'], after, conditions));
    const sorted = (face: string): string =>
      `(SELECT ${STATE_COLUMNS}, ${QUESTION_COLUMNS}, ${sortText(sort, key)} AS "sortKey", ${key} AS sort_value FROM ${FACES}
        WHERE ${conditions.and(face)} ORDER BY ${key} ${direction}, v.id ${direction} LIMIT ${first + 1})`;
    return tx.query<ListRow>(
      `${sorted(faces.approved)} UNION ALL ${sorted(faces.open)} ORDER BY sort_value ${direction}, id ${direction} LIMIT ${first + 1}`,
      conditions.parameters,
      plan,
    );
  }

  /** The same and how many there are in all, from one look at everything that fits. */
  private async gathered(
    tx: Transaction,
    organizationId: string,
    { conditions, faces, plan }: List,
    sort: SortKey,
    { first, after }: PageRequest,
  ): Promise<{ readonly rows: readonly ListRow[]; readonly total: number }> {
    const { key, direction } = sort;
    const hits = (face: string): string => `SELECT v.id, ${key} AS sort_value FROM ${FACES} WHERE ${conditions.and(face)}`;
    const hit = `${hits(faces.approved)} UNION ALL ${hits(faces.open)}`;
    const organization = conditions.value(organizationId);
    const rest = after === null ? 'true' : behind(sort, ['sort_value', 'id'], after, conditions);
    // The total comes in a row without a question where the page is empty.
    const rows = await tx.query<{ readonly total: number } & (ListRow | { readonly id: null })>(
      `WITH hit AS MATERIALIZED (${hit}),
         best AS (SELECT id, sort_value FROM hit WHERE ${rest} ORDER BY sort_value ${direction}, id ${direction} LIMIT ${first + 1})
       SELECT counted.total, listed.* FROM (SELECT count(*)::integer AS total FROM hit) AS counted LEFT JOIN (
         SELECT ${STATE_COLUMNS}, ${QUESTION_COLUMNS}, ${sortText(sort, 'best.sort_value')} AS "sortKey", best.sort_value
         FROM best JOIN question_version v ON v.id = best.id JOIN question q ON q.organization_id = v.organization_id AND q.id = v.question_id
         WHERE v.organization_id = ${organization} AND q.organization_id = ${organization}
       ) AS listed ON true ORDER BY listed.sort_value ${direction}, listed.id ${direction}`,
      conditions.parameters,
      plan,
    );
    return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0 };
  }

  private async count(tx: Transaction, { conditions, faces, plan }: List): Promise<number> {
    const counted = (face: string): string => `(SELECT count(*) FROM ${FACES} WHERE ${conditions.and(face)})`;
    const [row] = await tx.query<{ total: number }>(
      `SELECT (${counted(faces.approved)} + ${counted(faces.open)})::integer AS total`,
      conditions.parameters,
      plan,
    );
    return row?.total ?? 0;
  }
}
