import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBranch } from './tree';
import type { Pair, Published } from './pair';
import type { Json, OracleInput } from './section';
import type { Tolerances } from './tolerance';

export type Read = { readonly name: string; readonly pair: Pair } | { readonly name: string; readonly fault: string };

/** Every case of a folder, by name: its pair of files, or why it cannot be read. One file without the other is a fault too. */
export function readPairs(folder: string): Read[] {
  const names = readdirSync(folder).flatMap((file) => /^(.*)\.(input|expected)\.json$/.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort().map((name) => {
    try {
      return { name, pair: readPair(folder, name) };
    } catch (error) {
      return { name, fault: error instanceof Error ? error.message : String(error) };
    }
  });
}

function readPair(folder: string, name: string): Pair {
  const input = object(parsed(folder, `${name}.input.json`), 'the input');
  const { expected, tolerance = {}, published = [] } = object(parsed(folder, `${name}.expected.json`), 'the expectation');
  if (!Array.isArray(published)) throw new Error('`published` is no list');
  const tolerances = object(tolerance, '`tolerance`');
  const unfit = Object.entries(tolerances).find(([, value]) => typeof value !== 'number' || !(value >= 0));
  if (unfit !== undefined) throw new Error(`the tolerance of “${unfit[0]}” is no number from 0 on`);
  return {
    name,
    input: input as unknown as OracleInput,
    expected: notEmpty(object(expected, '`expected`')),
    tolerance: tolerances as Tolerances,
    published: published as unknown as readonly Published[],
  };
}

function parsed(folder: string, file: string): Json {
  let text: string;
  try {
    text = readFileSync(join(folder, file), 'utf8');
  } catch {
    throw new Error(`${file} is missing or cannot be read`);
  }
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`);
  }
}

function notEmpty<T extends object>(expected: T): T {
  if (Object.keys(expected).length === 0) throw new Error('`expected` holds nothing to compare');
  return expected;
}

function object(tree: Json | undefined, what: string): { readonly [key: string]: Json } {
  if (!isBranch(tree) || Array.isArray(tree)) throw new Error(`${what} is no object`);
  return tree as { readonly [key: string]: Json };
}
