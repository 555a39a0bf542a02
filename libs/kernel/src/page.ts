/** What part of a list is wanted: the first `first` rows after the row that `after` stands for. */
export interface PageRequest {
  readonly first: number;
  readonly after: CursorKey | null;
}

/** The sort key of one row, in the order of the ORDER BY, its id last. */
export type CursorKey = readonly (string | number | null)[];

/** One page. `totalCount` is null where nobody asked for it. */
export interface Page<T> {
  readonly rows: readonly { readonly node: T; readonly key: CursorKey }[];
  readonly hasNextPage: boolean;
  readonly totalCount: number | null;
}

/** Cuts the one row too many that was read to learn whether there is a next page. */
export function pageOf<T>(rows: readonly T[], first: number, keyOf: (row: T) => CursorKey, totalCount: number | null = null): Page<T> {
  return {
    rows: rows.slice(0, first).map((node) => ({ node, key: keyOf(node) })),
    hasNextPage: rows.length > first,
    totalCount,
  };
}
