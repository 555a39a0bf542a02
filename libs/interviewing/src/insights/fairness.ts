import { type AdverseImpact, adverseImpact } from '@touchstone/psychometrics';
import type { DecidedApplicant } from './decided-applicant';
import { DECLARED_GROUPS, type Dimension, DIMENSIONS } from './declaration';
import { gaveAway, joinedGroups, type Release, talliesOf } from './fairness-release';

/** Of how many people a table was made, and when: what changes are counted against. */
export interface Basis {
  readonly at: string;
  readonly people: number;
}

export type WithheldBecause = 'TOO_FEW_GROUPS' | 'OUTCOME_TOO_RARE' | 'REST_TOO_SMALL' | 'TOO_FEW_CHANGES';

/** One dimension of one scope: groups of at least the threshold, small ones merged. */
export type DimensionFairness =
  | { readonly dimension: Dimension; readonly withheld: WithheldBecause; readonly basis: Basis }
  | {
      readonly dimension: Dimension;
      readonly basis: Basis;
      readonly withheld: null;
      readonly groups: readonly (readonly string[])[];
      readonly impact: AdverseImpact;
    };

export interface ScopeFairness {
  readonly dimensions: readonly DimensionFairness[];
  /** Part of the decided applicants who declared anything, in tenths; null where it could point at somebody. */
  readonly answered: number | null;
  /** Of `answered`. */
  readonly basis: Basis;
}

export interface FairnessFigures {
  readonly smallestGroup: number;
  /** All that was ever published, oldest first: what may be published next is held against each of these. */
  readonly releases: { readonly [D in Dimension]: readonly Release[] };
  readonly overall: ScopeFairness;
  readonly profiles: Readonly<Record<string, ScopeFairness>>;
}

/**
 * How do selection rates of self-declared groups compare, told so that nobody can be picked out?
 *
 * Over everything and over each role profile; never over an opening or a free period, which are so small, or so many, that figures over them could be subtracted from each
 * other until one person is left. In words:
 * 1. A group of fewer than `smallestGroup` is merged with the other small ones; what is still too small takes the next smallest group in. There is no remainder to reckon.
 * 2. Fewer than `smallestGroup` selected, or rejected, among those who declared: withheld, since who was selected is known.
 * 3. A role profile keeps the merged groups of the whole, and is shown only if, group by group, it and what is left of the whole after all profiles that are shown are each
 *    nobody or at least `smallestGroup`: no subtraction of one filter from another gives less.
 * 4. A table is replaced only when at least `smallestGroup` of its own people are new or gone since it was made, else it stays as it was (`mayReplace`), under another threshold too.
 * 5. And only if no two publications, however far apart, differ by fewer than `smallestGroup` people in a cell, unless by nobody: a group, or several together, by outcome and
 *    without, in a profile and in what is left of the whole (`gaveAway`). What one of them tells apart and the other has together was enough when it was together, too.
 *    So a table waits until each of its cells that moves at all has moved by enough; it says as of when it is.
 * People are counted, however often each applied; the rates are over applications.
 * Nobody learns who declared, so that each of those who were decided may be among those who did not.
 *
 * Source: L. Sweeney (2002), k-anonymity: a model for protecting privacy, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10(5), 557-570,
 * doi:10.1142/S0218488502001648; on subtracting tables: D. E. Denning & J. Schlörer (1980), A fast procedure for finding a tracker in a statistical database, ACM
 * Transactions on Database Systems 5(1), 88-102, doi:10.1145/320128.320138. The comparison itself: `adverseImpact`.
 */
export function fairnessFigures(
  applicants: readonly DecidedApplicant[],
  smallestGroup: number,
  at: Date,
  former: FairnessFigures | null = null,
): FairnessFigures {
  const byProfile = new Map<string, DecidedApplicant[]>(Object.keys(former?.profiles ?? {}).map((id) => [id, []]));
  for (const one of applicants) byProfile.set(one.roleProfileId, [...(byProfile.get(one.roleProfileId) ?? []), one]);
  const profiles = [...byProfile].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const overall: DimensionFairness[] = [];
  const releases = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, former?.releases[dimension] ?? []])) as Record<
    Dimension,
    readonly Release[]
  >;
  const ofProfile = new Map<string, DimensionFairness[]>(profiles.map(([id]) => [id, []]));
  for (const dimension of DIMENSIONS) {
    const tables = tablesOf({ applicants, profiles, dimension, smallestGroup, at, former, releases: releases[dimension] });
    overall.push(tables.whole);
    if (tables.release !== null) releases[dimension] = [...releases[dimension], tables.release];
    for (const [id, table] of tables.ofProfile) ofProfile.get(id)!.push(table);
  }
  const scope = (
    people: readonly DecidedApplicant[],
    dimensions: readonly DimensionFairness[],
    before: ScopeFairness | undefined,
  ): ScopeFairness => {
    const declared = people.filter(hasDeclared);
    if (before === undefined || mayReplace(changesSince(declared, before.basis), smallestGroup))
      return { dimensions, answered: answeredOf(people, smallestGroup), basis: { at: at.toISOString(), people: headsOf(declared) } };
    // The very object where nothing in it is new, so that it can be seen that nothing is.
    return dimensions.every((table, index) => table === before.dimensions[index]) ? before : { ...before, dimensions };
  };
  const whole = scope(applicants, overall, former?.overall);
  const scopes = profiles.map(([id, people]) => [id, scope(people, ofProfile.get(id)!, former?.profiles[id])] as const);
  if (former !== null && whole === former.overall && scopes.every(([id, one]) => one === former.profiles[id])) return former;
  return { smallestGroup, releases, overall: whole, profiles: Object.fromEntries(scopes) };
}

interface Input {
  readonly applicants: readonly DecidedApplicant[];
  readonly profiles: readonly (readonly [string, readonly DecidedApplicant[]])[];
  readonly dimension: Dimension;
  readonly smallestGroup: number;
  readonly at: Date;
  readonly former: FairnessFigures | null;
  readonly releases: readonly Release[];
}

interface Tables {
  readonly whole: DimensionFairness;
  readonly ofProfile: ReadonlyMap<string, DimensionFairness>;
  /** Null where nothing new was published. */
  readonly release: Release | null;
}

interface Part {
  readonly id: string;
  readonly people: readonly DecidedApplicant[];
  readonly before: DimensionFairness | undefined;
}

/** The tables of one dimension, over everything and over each profile: new ones, or those that were published before. */
function tablesOf({ applicants, profiles, dimension, smallestGroup, at, former, releases }: Input): Tables {
  const within = (people: readonly DecidedApplicant[]) => people.filter(({ declaration }) => (declaration?.[dimension] ?? null) !== null);
  const tableIn = (scope: ScopeFairness | undefined) => scope?.dimensions.find((one) => one.dimension === dimension);
  const declared = within(applicants);
  const parts: readonly Part[] = profiles.map(([id, people]) => ({ id, people: within(people), before: tableIn(former?.profiles[id]) }));
  const before = tableIn(former?.overall);
  const basisOf = (people: readonly DecidedApplicant[]): Basis => ({ at: at.toISOString(), people: headsOf(people) });
  /** As it was; without a table before, that there are too few changes to make one. */
  const kept = ({ id, people, before: table }: Part): [string, DimensionFairness] => [
    id,
    table ?? { dimension, withheld: 'TOO_FEW_CHANGES', basis: basisOf(people) },
  ];
  if (before !== undefined && !mayReplace(changesSince(declared, before.basis), smallestGroup))
    return { whole: before, ofProfile: new Map(parts.map(kept)), release: null };
  const merged = mergedGroups(countsOf(declared, dimension), dimension, smallestGroup);
  const figures = figuresOf(declared, dimension, merged, smallestGroup);
  if (figures.withheld !== null) {
    const { withheld } = figures;
    const silent = (people: readonly DecidedApplicant[]): DimensionFairness => ({ dimension, withheld, basis: basisOf(people) });
    return { whole: silent(declared), ofProfile: new Map(parts.map(({ id, people }) => [id, silent(people)])), release: null };
  }
  const last = releases.at(-1);
  for (const groups of last === undefined ? [merged] : [merged, joinedGroups(merged, last.groups)]) {
    const whole = figuresOf(declared, dimension, groups, smallestGroup);
    if (whole.withheld !== null) continue;
    const refused = new Set(parts.filter((part) => !isDue(part, smallestGroup)).map(({ id }) => id));
    for (let tables = profileTables(parts, declared, dimension, groups, smallestGroup, refused); ;) {
      const plan = { groups, profiles: new Set([...tables].flatMap(([id, { withheld }]) => (withheld === null ? [id] : []))) };
      const telling = firstOf([...releases].reverse(), (earlier) => gaveAway(applicants, dimension, plan, earlier, smallestGroup));
      if (telling === null) {
        const anew = parts.map((part): [string, DimensionFairness] => {
          const table = tables.get(part.id);
          return table === undefined ? kept(part) : [part.id, { ...table, basis: basisOf(part.people) }];
        });
        const told = parts.filter(({ id }) => plan.profiles.has(id)).map(({ id, people }) => [id, talliesOf(people, dimension, groups)]);
        const release = { at: at.toISOString(), groups, whole: talliesOf(declared, dimension, groups), profiles: Object.fromEntries(told) };
        return { whole: { ...whole, basis: basisOf(declared) }, ofProfile: new Map(anew), release };
      }
      // The rest is told by what the profiles leave of it: the smallest of them stays as it was.
      const staying = telling === 'REST' ? [...plan.profiles].at(-1) : telling;
      if (staying === undefined) break;
      refused.add(staying);
      tables = profileTables(parts, declared, dimension, groups, smallestGroup, refused);
    }
  }
  return {
    whole: before ?? { dimension, withheld: 'TOO_FEW_CHANGES', basis: basisOf(declared) },
    ofProfile: new Map(parts.map(kept)),
    release: null,
  };
}

const isDue = ({ people, before }: Part, smallestGroup: number): boolean =>
  before === undefined || mayReplace(changesSince(people, before.basis), smallestGroup);

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | null): R | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

/** New tables of profiles, but for those that are refused one: each shown only if it and what is left of the whole are enough (3). */
function profileTables(
  parts: readonly Part[],
  declared: readonly DecidedApplicant[],
  dimension: Dimension,
  groups: readonly (readonly string[])[],
  smallestGroup: number,
  refused: ReadonlySet<string>,
): ReadonlyMap<string, Unbased<DimensionFairness>> {
  // What stays is still there to be subtracted.
  const staying = new Set(parts.filter(({ id, before }) => refused.has(id) && before?.withheld === null).map(({ id }) => id));
  let rest = declared.filter(({ roleProfileId }) => !staying.has(roleProfileId));
  const tables = new Map<string, Unbased<DimensionFairness>>();
  for (const { id, people } of parts) {
    if (refused.has(id)) continue;
    const left = rest.filter(({ roleProfileId }) => roleProfileId !== id);
    const cells = [...cellsOf(people, dimension, groups), ...cellsOf(left, dimension, groups)];
    if (!cells.every((count) => isNobodyOr(smallestGroup, count))) {
      tables.set(id, { dimension, withheld: 'REST_TOO_SMALL' });
      continue;
    }
    const own = figuresOf(people, dimension, groups, smallestGroup);
    tables.set(id, own);
    if (own.withheld === null) rest = left;
  }
  return tables;
}

/** How many people are new since a table was made of so many, or how many are gone, whichever is more: one who changed is both. */
export function changesSince(people: readonly DecidedApplicant[], basis: Basis): number {
  const added = addedSince(people, basis).size;
  return Math.max(added, basis.people - (headsOf(people) - added));
}

function addedSince(people: readonly DecidedApplicant[], { at }: Basis): ReadonlySet<string> {
  const since = Date.parse(at);
  return new Set(people.filter(({ changedAt }) => changedAt.getTime() > since).map(({ person }) => person));
}

/** May figures be published in the place of these? Not while fewer people are new or gone than a group needs. */
export const mayReplace = (changes: number, smallestGroup: number): boolean => changes >= smallestGroup;

const isNobodyOr = (smallestGroup: number, count: number): boolean => count === 0 || count >= smallestGroup;
const hasDeclared = ({ declaration }: DecidedApplicant): boolean => declaration !== null;
const headsOf = (people: readonly DecidedApplicant[]): number => new Set(people.map(({ person }) => person)).size;

function countsOf(people: readonly DecidedApplicant[], dimension: Dimension): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const group of DECLARED_GROUPS[dimension])
    counts.set(group, headsOf(people.filter(({ declaration }) => declaration?.[dimension] === group)));
  return counts;
}

function mergedGroups(counts: ReadonlyMap<string, number>, dimension: Dimension, smallestGroup: number): readonly (readonly string[])[] {
  const named = (DECLARED_GROUPS[dimension] as readonly string[]).filter((group) => (counts.get(group) ?? 0) > 0);
  const size = (group: string): number => counts.get(group) ?? 0;
  const alone = named.filter((group) => size(group) >= smallestGroup).sort((a, b) => size(a) - size(b));
  const merged = named.filter((group) => size(group) < smallestGroup);
  const together = (): number => merged.reduce((sum, group) => sum + size(group), 0);
  while (merged.length > 0 && together() < smallestGroup && alone.length > 0) merged.push(alone.shift()!);
  const groups = [...alone.map((group) => [group]), ...(merged.length === 0 ? [] : [merged])];
  const place = (group: string): number => named.indexOf(group);
  return groups.map((group) => [...group].sort((a, b) => place(a) - place(b))).sort(([a], [b]) => place(a!) - place(b!));
}

/** People of each group, selected and not; then all selected and all not. */
function cellsOf(people: readonly DecidedApplicant[], dimension: Dimension, groups: readonly (readonly string[])[]): readonly number[] {
  const within = people.filter(({ declaration }) => declaration !== null && declaration[dimension] !== null);
  const sizes = groups.map((group) => headsOf(within.filter(({ declaration }) => group.includes(declaration![dimension]!))));
  return [...sizes, headsOf(within.filter(({ selected }) => selected)), headsOf(within.filter(({ selected }) => !selected))];
}

type Unbased<T> = T extends unknown ? Omit<T, 'basis'> : never;

function figuresOf(
  people: readonly DecidedApplicant[],
  dimension: Dimension,
  groups: readonly (readonly string[])[],
  smallestGroup: number,
): Unbased<DimensionFairness> {
  const cells = cellsOf(people, dimension, groups);
  const present = groups.filter((_, index) => cells[index]! > 0);
  if (present.length < 2 || cells.slice(0, groups.length).some((count) => count > 0 && count < smallestGroup))
    return { dimension, withheld: 'TOO_FEW_GROUPS' };
  if (cells.slice(groups.length).some((count) => count < smallestGroup)) return { dimension, withheld: 'OUTCOME_TOO_RARE' };
  const outcomes = present.map((group) => {
    const own = people.filter(
      ({ declaration }) => declaration !== null && declaration[dimension] !== null && group.includes(declaration[dimension]!),
    );
    return { group: group.join('+'), applicants: own.length, selected: own.filter(({ selected }) => selected).length };
  });
  return { dimension, withheld: null, groups: present, impact: adverseImpact(outcomes, { smallestGroup }) };
}

function answeredOf(people: readonly DecidedApplicant[], smallestGroup: number): number | null {
  const said = headsOf(people.filter(hasDeclared));
  const all = headsOf(people);
  return said < smallestGroup || all - said < smallestGroup ? null : Math.round((said / all) * 10) / 10;
}
