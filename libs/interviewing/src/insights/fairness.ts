import { type AdverseImpact, adverseImpact } from '@touchstone/psychometrics';
import { type Declaration, DECLARED_GROUPS, type Dimension, DIMENSIONS } from './declaration';

/** One decided application. `declaration` null: nothing declared. */
export interface DecidedApplicant {
  /** The same for all applications of one candidate; it says nothing else, and enters no figure. */
  readonly person: string;
  readonly roleProfileId: string;
  readonly selected: boolean;
  readonly declaration: Declaration | null;
  /** The later one of the decision and the declaration. */
  readonly changedAt: Date;
}

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
 * 4. A table is replaced only when at least `smallestGroup` of its own people are new or gone since it was made, else it stays as it was (`mayReplace`), under another threshold too;
 *    and a table of a profile only if in each other one that is replaced, and in the rest, nobody is new since or at least `smallestGroup` are: two publications do not differ by one person.
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
  if (former !== null && !mayReplace(changesSince(applicants.filter(hasDeclared), former.overall.basis), smallestGroup)) return former;
  const byProfile = new Map<string, DecidedApplicant[]>(Object.keys(former?.profiles ?? {}).map((id) => [id, []]));
  for (const one of applicants) byProfile.set(one.roleProfileId, [...(byProfile.get(one.roleProfileId) ?? []), one]);
  const profiles = [...byProfile].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const overall: DimensionFairness[] = [];
  const ofProfile = new Map<string, DimensionFairness[]>(profiles.map(([id]) => [id, []]));
  for (const dimension of DIMENSIONS) {
    const tables = tablesOf(applicants, profiles, dimension, smallestGroup, at, former);
    overall.push(tables.whole);
    for (const [id, table] of tables.ofProfile) ofProfile.get(id)!.push(table);
  }
  const scope = (people: readonly DecidedApplicant[], dimensions: readonly DimensionFairness[], before: ScopeFairness | undefined) => {
    const declared = people.filter(hasDeclared);
    return before !== undefined && !mayReplace(changesSince(declared, before.basis), smallestGroup)
      ? { dimensions, answered: before.answered, basis: before.basis }
      : { dimensions, answered: answeredOf(people, smallestGroup), basis: { at: at.toISOString(), people: headsOf(declared) } };
  };
  return {
    smallestGroup,
    overall: scope(applicants, overall, former?.overall),
    profiles: Object.fromEntries(profiles.map(([id, people]) => [id, scope(people, ofProfile.get(id)!, former?.profiles[id])])),
  };
}

/** The tables of one dimension, over everything and over each profile: new ones, or those that were published before. */
function tablesOf(
  applicants: readonly DecidedApplicant[],
  profiles: readonly (readonly [string, readonly DecidedApplicant[]])[],
  dimension: Dimension,
  smallestGroup: number,
  at: Date,
  former: FairnessFigures | null,
): { readonly whole: DimensionFairness; readonly ofProfile: ReadonlyMap<string, DimensionFairness> } {
  const within = (people: readonly DecidedApplicant[]) => people.filter(({ declaration }) => (declaration?.[dimension] ?? null) !== null);
  const tableIn = (scope: ScopeFairness | undefined) => scope?.dimensions.find((one) => one.dimension === dimension);
  const declared = within(applicants);
  const parts: readonly Part[] = profiles.map(([id, people]) => ({ id, people: within(people), before: tableIn(former?.profiles[id]) }));
  const before = tableIn(former?.overall);
  const basisOf = (people: readonly DecidedApplicant[]): Basis => ({ at: at.toISOString(), people: headsOf(people) });
  const stays = before !== undefined && !mayReplace(changesSince(declared, before.basis), smallestGroup);
  const replaced = stays ? new Set<string>() : replacedProfiles(parts, declared, smallestGroup);
  const groups = mergedGroups(countsOf(declared, dimension), dimension, smallestGroup);
  const whole = stays ? before : { ...figuresOf(declared, dimension, groups, smallestGroup), basis: basisOf(declared) };
  const ofProfile = new Map<string, DimensionFairness>();
  let rest = declared;
  for (const { id, before: table } of parts) {
    if (replaced.has(id) || table === undefined) continue;
    ofProfile.set(id, table);
    // What stays is still there to be subtracted.
    if (table.withheld === null) rest = rest.filter(({ roleProfileId }) => roleProfileId !== id);
  }
  for (const { id, people } of parts) {
    if (ofProfile.has(id)) continue;
    const basis = basisOf(people);
    const left = rest.filter(({ roleProfileId }) => roleProfileId !== id);
    const cells = [...cellsOf(people, dimension, groups), ...cellsOf(left, dimension, groups)];
    const because =
      whole.withheld ?? (stays ? 'TOO_FEW_CHANGES' : cells.every((count) => isNobodyOr(smallestGroup, count)) ? null : 'REST_TOO_SMALL');
    if (because !== null) {
      ofProfile.set(id, { dimension, withheld: because, basis });
      continue;
    }
    const own = figuresOf(people, dimension, groups, smallestGroup);
    ofProfile.set(id, { ...own, basis });
    if (own.withheld === null) rest = left;
  }
  return { whole, ofProfile };
}

interface Part {
  readonly id: string;
  readonly people: readonly DecidedApplicant[];
  readonly before: DimensionFairness | undefined;
}

/** Profiles whose tables may be replaced, or that have none yet. */
function replacedProfiles(parts: readonly Part[], declared: readonly DecidedApplicant[], smallestGroup: number): ReadonlySet<string> {
  const replaced = new Map<string, Part>();
  for (const part of parts)
    if (part.before === undefined || mayReplace(changesSince(part.people, part.before.basis), smallestGroup)) replaced.set(part.id, part);
  const givesAway = ({ id, before }: Part): boolean => {
    if (before === undefined) return false;
    const rest = declared.filter(({ roleProfileId }) => !replaced.has(roleProfileId));
    const others = [...replaced.values()].filter((other) => other.id !== id).map(({ people }) => people);
    return [rest, ...others].some((people) => !isNobodyOr(smallestGroup, addedSince(people, before.basis).size));
  };
  for (let one; (one = [...replaced.values()].reverse().find(givesAway)) !== undefined;) replaced.delete(one.id);
  return new Set(replaced.keys());
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
