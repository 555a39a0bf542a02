import type { JsonNode, JsonObject } from '../guard/read-json';

/** The object that a value is; an empty one where it is none. */
export const objectOf = (value: JsonNode | undefined): JsonObject => (value instanceof Map ? (value as JsonObject) : NOTHING);

const NOTHING: JsonObject = new Map();

/** The value on the way down by these names; undefined where there is none. */
export function valueAt(value: JsonNode | undefined, ...path: readonly string[]): JsonNode | undefined {
  let here = value;
  for (const step of path) here = objectOf(here).get(step);
  return here;
}

/** A text that is not blank, numbers as text; null otherwise. */
export function textAt(value: JsonNode | undefined, ...path: readonly string[]): string | null {
  const found = valueAt(value, ...path);
  const text = typeof found === 'string' ? found.trim() : typeof found === 'number' ? String(found) : '';
  return text === '' ? null : text;
}

export function numberAt(value: JsonNode | undefined, ...path: readonly string[]): number | null {
  const found = valueAt(value, ...path);
  const number = typeof found === 'number' ? found : typeof found === 'string' && found.trim() !== '' ? Number(found) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

export function listAt(value: JsonNode | undefined, ...path: readonly string[]): readonly JsonNode[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? (found as readonly JsonNode[]) : [];
}

export const has = (value: JsonNode | undefined, ...names: readonly string[]): boolean => names.every((name) => objectOf(value).has(name));
