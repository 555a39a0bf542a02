import type { CursorKey } from '@touchstone/kernel';
import { type Conditions, textQuery } from './question-filter';

export const QUESTION_ORDERS = ['RELEVANCE', 'UPDATED', 'TITLE', 'DIFFICULTY'] as const;
export type QuestionOrder = (typeof QUESTION_ORDERS)[number];

/** What a list is sorted by, before the id. */
export interface SortKey {
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
export function sortKeyOf(order: QuestionOrder, text: string | null | undefined, conditions: Conditions): SortKey {
  if (order !== 'RELEVANCE') return orders[order];
  if (!text) return orders.TITLE;
  return { key: `(-ts_rank(v.search, ${textQuery(conditions.value(text))})::float8)`, type: 'float8', direction: 'ASC' };
}

/** The value of a sort key as a cursor keeps it: text, with every digit of an instant or a rank. */
export const sortText = ({ type }: SortKey, value: string): string =>
  type === 'timestamptz' ? `to_char(${value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : `(${value})::text`;

/** Is this value, with this id, behind what a cursor stands for? */
export const behind = (
  { type, direction }: SortKey,
  [value, id]: readonly [value: string, id: string],
  after: CursorKey,
  conditions: Conditions,
): string =>
  `(${value}, ${id}) ${direction === 'ASC' ? '>' : '<'} (${conditions.value(after[0])}::${type}, ${conditions.value(after[1])}::uuid)`;
