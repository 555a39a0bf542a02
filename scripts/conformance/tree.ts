import type { Json } from './section';

export type Path = readonly string[];

export const dotted = (path: Path): string => path.join('.');

export const isBranch = (tree: Json | undefined): tree is readonly Json[] | { readonly [key: string]: Json } =>
  typeof tree === 'object' && tree !== null;

/** The subtree at a path; undefined where there is none. */
export function at(tree: Json | undefined, path: Path): Json | undefined {
  let here = tree;
  for (const key of path) here = isBranch(here) && Object.hasOwn(here, key) ? (here as { readonly [key: string]: Json })[key] : undefined;
  return here;
}

/** Everything that can agree or differ: numbers, texts, truth values, nulls, and branches without anything in them. */
export function leaves(tree: Json, path: Path = []): { readonly path: Path; readonly value: Json }[] {
  if (!isBranch(tree) || Object.keys(tree).length === 0) return [{ path, value: tree }];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value as Json, [...path, key]));
}

/** The lengths of all lists, so that one that is too long is seen too. */
export function lists(tree: Json, path: Path = []): { readonly path: Path; readonly length: number }[] {
  if (!isBranch(tree)) return [];
  const own = Array.isArray(tree) && tree.length > 0 ? [{ path, length: tree.length }] : [];
  return [...own, ...Object.entries(tree).flatMap(([key, value]) => lists(value as Json, [...path, key]))];
}
