import { connectedSubsets, designRank, type RatingTable } from '@touchstone/psychometrics';
import type { Json, OracleInput, Section } from './section';
import { tableOf } from './table-of';
import { at } from './tree';

/** Who rated whom on what: a case may hold several ratings of one cell, which tie nothing that one does not. */
function cellsOf({ ratings = [], ...input }: OracleInput): RatingTable {
  const cells = new Map(ratings.map((rating) => [JSON.stringify([rating.candidate, rating.rater, rating.item]), rating]));
  return tableOf({ ...input, ratings: [...cells.values()] });
}

/** Subsets are sets, of sets: where ours are those expected, they are told in the order expected. */
function connectivity(input: OracleInput, expected: Json): Json {
  const table = cellsOf(input);
  const subsets = connectedSubsets(table).map(({ candidates, raters }) => ({ candidates, raters }));
  const told = at(expected, ['subsets']);
  const listed: readonly Json[] = Array.isArray(told) ? (told as readonly Json[]) : [];
  const left = new Set(subsets);
  const matched = listed.flatMap((subset) => {
    const [candidates, raters] = [namesAt(subset, 'candidates'), namesAt(subset, 'raters')];
    const same = [...left].find((own) => sameNames(own.candidates, candidates) && sameNames(own.raters, raters));
    if (same === undefined) return [];
    left.delete(same);
    return [{ candidates, raters }];
  });
  return { n_subsets: subsets.length, subsets: [...matched, ...left], rank_deficiency: designRank(table).deficiency };
}

const namesAt = (subset: Json, facet: string): readonly string[] => {
  const names = at(subset, [facet]);
  return Array.isArray(names) ? names.map(String) : [];
};

const sameNames = (ours: readonly string[], theirs: readonly string[]): boolean =>
  ours.length === theirs.length && ours.every((name) => theirs.includes(name));

export const linkingSections: readonly Section[] = [{ name: 'connectivity', compute: connectivity }];
