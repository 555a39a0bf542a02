import type { QuestionKind, QuestionUsage, Seniority } from '@touchstone/bank-format';
import type { QuestionVersionState } from '@touchstone/interviewing/question-bank';
import { STATUS } from './question-version-row';

export interface IntRange {
  readonly min?: number | null;
  readonly max?: number | null;
}

/** What a list of questions is narrowed to; all of it holds at once. What is absent or null does not narrow. */
export interface QuestionFilter {
  /** Words as a web search takes them. Found in titles, prompts, contexts and labels, never in what only scorers read. */
  readonly text?: string | null;
  readonly categories?: readonly string[] | null;
  /** Any of these competencies. */
  readonly competencies?: readonly string[] | null;
  readonly kinds?: readonly QuestionKind[] | null;
  readonly difficulty?: IntRange | null;
  readonly minutes?: IntRange | null;
  readonly tagsAll?: readonly string[] | null;
  readonly tagsAny?: readonly string[] | null;
  readonly seniority?: readonly Seniority[] | null;
  readonly statuses?: readonly QuestionVersionState[] | null;
  readonly usage?: QuestionUsage | null;
  /** Null in here = nobody, because the id given was none of ours. */
  readonly owner?: { readonly memberId: string | null } | null;
}

/** Who looks: decides which versions of a question there are. */
export interface BankViewer {
  readonly memberId: string;
  /** Sees the drafts of everybody. */
  readonly administers: boolean;
  /** Sees what is in review. */
  readonly reviews: boolean;
}

/** Conditions, and their parameters numbered as they come. */
export class Conditions {
  readonly sql: string[] = [];

  constructor(readonly parameters: unknown[] = []) {}

  /** Adds a parameter and gives its name. */
  value(parameter: unknown): string {
    this.parameters.push(parameter);
    return `$${this.parameters.length}`;
  }

  add(sql: string): void {
    this.sql.push(sql);
  }

  /** All of them, and some more. */
  and(...more: readonly string[]): string {
    return [...this.sql, ...more].map((condition) => `(${condition})`).join(' AND ');
  }
}

/** Where text search finds something; the same words for matching and for ranking. */
export const textQuery = (parameter: string): string => `websearch_to_tsquery('english', touchstone_plain(${parameter}))`;

/** Which version stands for a question in a list, as conditions on `question_version v` and `question q`. A question fits one of them at most. */
export interface Faces {
  /** Her own or, where she asks for states, any open version that she may see. */
  readonly open: string;
  /** The approved version, where no open one stands before it. */
  readonly approved: string;
}

/**
 * Without a wish for states: the viewer's own open version, else the approved one that is not retired. With wishes: the newest version in
 * one of these states that she may see. Two conditions and not one with OR, so that each has its index and a page stays cheap.
 */
export function facesOf(conditions: Conditions, organizationId: string, viewer: BankViewer, statuses: readonly string[] | null): Faces {
  const organization = conditions.value(organizationId);
  const me = conditions.value(viewer.memberId);
  const wished = statuses === null ? null : conditions.value(statuses);
  conditions.add(`q.organization_id = ${organization} AND v.organization_id = ${organization} AND ${me}::uuid IS NOT NULL`);
  if (wished !== null) conditions.add(`${wished}::text[] IS NOT NULL`);
  const own = (version: string): string => `(${version}.author_id = ${me}::uuid OR ${me}::uuid = ANY (${version}.editor_ids))`;
  const seen = (version: string): string => {
    if (statuses === null || !(viewer.administers || viewer.reviews)) return own(version);
    return viewer.administers ? 'true' : `(${own(version)} OR ${version}.status = 'IN_REVIEW')`;
  };
  const open = (version: string): string =>
    `${version}.status IN ('DRAFT', 'IN_REVIEW') AND ${seen(version)}${wished === null ? '' : ` AND ${version}.status = ANY (${wished})`}`;
  const wants = (...states: readonly string[]): boolean => statuses === null || states.some((state) => statuses.includes(state));
  const settled = wished === null ? 'v.number > coalesce(q.retired_number, 0)' : `${STATUS} = ANY (${wished})`;
  return {
    open: wants('DRAFT', 'IN_REVIEW') ? `v.id = q.latest_version_id AND ${open('v')}` : 'false',
    approved: !wants('APPROVED', 'RETIRED')
      ? 'false'
      : `v.id = q.approved_version_id AND ${settled} AND (q.latest_version_id = q.approved_version_id OR NOT EXISTS (
      SELECT 1 FROM question_version l WHERE l.organization_id = ${organization} AND l.organization_id = q.organization_id AND l.id = q.latest_version_id AND ${open('l')}))`,
  };
}

/** Adds the filter as conditions on `question_version v` and `question q`; false where it narrows nothing. The states are with the faces. */
export function narrow(conditions: Conditions, filter: QuestionFilter): boolean {
  const before = conditions.sql.length;
  const any = (column: string, values: readonly string[] | null | undefined): void => {
    if (values) conditions.add(`${column} = ANY (${conditions.value(values)})`);
  };
  const array = (column: string, operator: '&&' | '@>', values: readonly string[] | null | undefined): void => {
    if (values) conditions.add(`${column} ${operator} ${conditions.value(values)}::text[]`);
  };
  const range = (column: string, bounds: IntRange | null | undefined): void => {
    const { min = null, max = null } = bounds ?? {};
    if (min !== null) conditions.add(`${column} >= ${conditions.value(min)}`);
    if (max !== null) conditions.add(`${column} <= ${conditions.value(max)}`);
  };
  any('v.category_slug', filter.categories);
  any('v.kind', filter.kinds);
  array('v.competency_slugs', '&&', filter.competencies);
  array('v.seniority', '&&', filter.seniority);
  array('v.tags', '@>', filter.tagsAll);
  array('v.tags', '&&', filter.tagsAny);
  range('v.difficulty', filter.difficulty);
  range('v.minutes', filter.minutes);
  if (filter.usage) conditions.add(`v.usage = ${conditions.value(filter.usage)}`);
  if (filter.owner) conditions.add(`q.owner_id = ${conditions.value(filter.owner.memberId)}::uuid`);
  if (filter.text) conditions.add(`v.search @@ ${textQuery(conditions.value(filter.text))}`);
  return conditions.sql.length > before;
}
