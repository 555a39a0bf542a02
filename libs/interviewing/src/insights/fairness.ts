import { type AdverseImpact, adverseImpact } from '@touchstone/psychometrics';
import { type Declaration, DECLARED_GROUPS, type Dimension, DIMENSIONS } from './declaration';

/** One decided application. `declaration` null: nothing declared. Nothing here says who. */
export interface DecidedApplicant {
  readonly roleProfileId: string;
  readonly selected: boolean;
  readonly declaration: Declaration | null;
  /** The decision or the declaration is younger than the figures that were published last. */
  readonly changed: boolean;
}

export type WithheldBecause = 'TOO_FEW_GROUPS' | 'OUTCOME_TOO_RARE' | 'REST_TOO_SMALL' | 'TOO_FEW_CHANGES';

/** One dimension of one scope: groups of at least the threshold, small ones merged. */
export type DimensionFairness =
  | { readonly dimension: Dimension; readonly withheld: WithheldBecause }
  | {
      readonly dimension: Dimension;
      readonly withheld: null;
      readonly groups: readonly (readonly string[])[];
      readonly impact: AdverseImpact;
    };

export interface ScopeFairness {
  readonly dimensions: readonly DimensionFairness[];
  /** Part of the decided applicants who declared anything, in tenths; null where it could point at somebody. */
  readonly answered: number | null;
}

export interface FairnessFigures {
  readonly smallestGroup: number;
  /** Those who declared and are decided: what changes are counted against. */
  readonly people: number;
  readonly peopleOfProfiles: Readonly<Record<string, number>>;
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
 * 4. Figures are replaced only when at least `smallestGroup` people are new or gone since (`mayReplace`), in the whole, in each profile that is shown, and in the rest: two
 *    publications do not differ by one person.
 * Nobody learns who declared, so that each of those who were decided may be among those who did not.
 *
 * Source: L. Sweeney (2002), k-anonymity: a model for protecting privacy, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10(5), 557-570,
 * doi:10.1142/S0218488502001648; on subtracting tables: D. E. Denning & J. Schlörer (1980), A fast procedure for finding a tracker in a statistical database, ACM
 * Transactions on Database Systems 5(1), 88-102, doi:10.1145/320128.320138. The comparison itself: `adverseImpact`.
 */
export function fairnessFigures(applicants: readonly DecidedApplicant[], smallestGroup: number): FairnessFigures {
  const declared = applicants.filter(({ declaration }) => declaration !== null);
  const byProfile = new Map<string, DecidedApplicant[]>();
  for (const one of applicants) byProfile.set(one.roleProfileId, [...(byProfile.get(one.roleProfileId) ?? []), one]);
  const profiles = [...byProfile].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const settled = settledProfiles(profiles, declared, smallestGroup);
  const overall: DimensionFairness[] = [];
  const ofProfile = new Map<string, DimensionFairness[]>(profiles.map(([id]) => [id, []]));
  for (const dimension of DIMENSIONS) {
    const groups = mergedGroups(countsOf(declared, dimension), dimension, smallestGroup);
    const whole = figuresOf(declared, dimension, groups, smallestGroup);
    overall.push(whole);
    let rest = cellsOf(declared, dimension, groups);
    for (const [id, people] of profiles) {
      const cells = cellsOf(people, dimension, groups);
      const left = rest.map((cell, index) => cell - cells[index]!);
      const safe = [...cells, ...left].every((count) => count === 0 || count >= smallestGroup);
      if (whole.withheld !== null || !safe || !settled.has(id)) {
        const because = whole.withheld ?? (settled.has(id) ? 'REST_TOO_SMALL' : 'TOO_FEW_CHANGES');
        ofProfile.get(id)!.push({ dimension, withheld: because });
        continue;
      }
      const own = figuresOf(people, dimension, groups, smallestGroup);
      ofProfile.get(id)!.push(own);
      if (own.withheld === null) rest = left;
    }
  }
  return {
    smallestGroup,
    people: declared.length,
    peopleOfProfiles: Object.fromEntries(
      profiles.map(([id, people]) => [id, people.filter(({ declaration }) => declaration !== null).length]),
    ),
    overall: { dimensions: overall, answered: answeredOf(applicants, smallestGroup) },
    profiles: Object.fromEntries(
      profiles.map(([id, people]) => [id, { dimensions: ofProfile.get(id)!, answered: answeredOf(people, smallestGroup) }]),
    ),
  };
}

/** How many of these are new since the figures of so many people were published, and how many are gone. */
export function changesSince(applicants: readonly DecidedApplicant[], published: number): number {
  const declared = applicants.filter(({ declaration }) => declaration !== null);
  const added = declared.filter(({ changed }) => changed).length;
  return added + Math.max(0, published - (declared.length - added));
}

/** May figures be published in the place of these? Not while fewer people are new or gone than a group needs. */
export const mayReplace = (changes: number, smallestGroup: number): boolean => changes >= smallestGroup;

/** Profiles in which nobody is new or gone, or enough; of the others, that together they are enough, or none is shown that has changed. */
function settledProfiles(
  profiles: readonly (readonly [string, readonly DecidedApplicant[]])[],
  declared: readonly DecidedApplicant[],
  smallestGroup: number,
): ReadonlySet<string> {
  const all = declared.filter(({ changed }) => changed).length;
  const changes = profiles.map(([id, people]) => ({
    id,
    count: people.filter(({ changed, declaration }) => changed && declaration !== null).length,
  }));
  const enough = changes.filter(({ count }) => count === 0 || count >= smallestGroup);
  const shown = new Set(enough.map(({ id }) => id));
  let rest = all - enough.reduce((sum, { count }) => sum + count, 0);
  for (const { id, count } of [...enough].reverse()) {
    if (rest === 0 || rest >= smallestGroup) break;
    if (count === 0) continue;
    shown.delete(id);
    rest += count;
  }
  return shown;
}

function countsOf(people: readonly DecidedApplicant[], dimension: Dimension): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { declaration } of people) {
    const group = declaration?.[dimension] ?? null;
    if (group !== null) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
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
  const sizes = groups.map((group) => within.filter(({ declaration }) => group.includes(declaration![dimension]!)).length);
  const selected = within.filter((one) => one.selected).length;
  return [...sizes, selected, within.length - selected];
}

function figuresOf(
  people: readonly DecidedApplicant[],
  dimension: Dimension,
  groups: readonly (readonly string[])[],
  smallestGroup: number,
): DimensionFairness {
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
  const said = people.filter(({ declaration }) => declaration !== null).length;
  return said < smallestGroup || people.length - said < smallestGroup ? null : Math.round((said / people.length) * 10) / 10;
}
