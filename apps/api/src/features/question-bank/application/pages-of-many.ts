import type { Page, PageRequest } from '@touchstone/kernel';

/** A page of the list that one thing has, as the key of a loader. */
export const pageKey = (id: string, { first, after }: PageRequest): string => JSON.stringify([id, first, after]);

/**
 * Pages of the lists of many things, by `pageKey`. What asks for the same page of each is read at once: one call of `read` for every
 * page that differs, whatever the number of things.
 */
export async function inPages<T>(
  keys: readonly string[],
  read: (ids: readonly string[], request: PageRequest) => Promise<(id: string) => Page<T>>,
): Promise<ReadonlyMap<string, Page<T>>> {
  const asked = keys.map((key) => {
    const [id, first, after] = JSON.parse(key) as [string, number, PageRequest['after']];
    return { key, id, request: { first, after } };
  });
  const groups = new Map<string, typeof asked>();
  for (const one of asked) {
    const name = JSON.stringify(one.request);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const pages = new Map<string, Page<T>>();
  for (const group of groups.values()) {
    const [one] = group;
    if (one === undefined) continue;
    const pageFor = await read(
      group.map(({ id }) => id),
      one.request,
    );
    for (const { key, id } of group) pages.set(key, pageFor(id));
  }
  return pages;
}
