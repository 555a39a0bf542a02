import type { RatingTable } from '../ratings/rating-table';
import { comparableLevels } from './comparable-levels';
import { soundReduction } from './design-rank';
import { CANDIDATE, type Incidence, incidenceOf, ITEM, RATER } from './incidence';
import type { ReducedDesign } from './reduced-design';

/** Names that can be compared with one another within a group, and with nobody outside of it. */
export interface ComparableGroups {
  readonly candidates: readonly (readonly string[])[];
  readonly raters: readonly (readonly string[])[];
  readonly items: readonly (readonly string[])[];
}

/**
 * Which candidates can be compared with which, severity and difficulty taken out? Which raters, which questions?
 *
 * One group is what one wants. Candidates in two groups have no difference that rests on data: they were seen by panels without
 * a common candidate, or each was asked other questions by other raters. A design can fall short for raters and questions and still compare all
 * candidates: where every rater keeps to one question and all candidates meet all of them, severity and difficulty cannot be told apart, but
 * their sum cancels out of every comparison.
 *
 * Estimability in the additive model `candidate - rater - item`; groups by their first name. Exact but for a chance of about 2^-60 for each
 * pair of names, with the same outcome on every run. Cost that of `designRank`.
 *
 * Source: S. R. Searle (1971), Linear Models, Wiley, section 5.4 (estimable functions).
 */
export function comparableGroups(table: RatingTable): ComparableGroups {
  const incidence = incidenceOf(table);
  return groupsOfDesign(table, incidence, soundReduction(incidence));
}

export function groupsOfDesign(table: RatingTable, incidence: Incidence, design: ReducedDesign): ComparableGroups {
  if (design.deficiency === 0) return { candidates: [table.candidates], raters: [table.raters], items: [table.items] };
  const levels = comparableLevels(incidence, design);
  return {
    candidates: gathered(table.candidates, levels[CANDIDATE]),
    raters: gathered(table.raters, levels[RATER]),
    items: gathered(table.items, levels[ITEM]),
  };
}

function gathered(names: readonly string[], numbers: Int32Array): string[][] {
  const groups: string[][] = [];
  names.forEach((name, level) => (groups[numbers[level]!] ??= []).push(name));
  return groups;
}
