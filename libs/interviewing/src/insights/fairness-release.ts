import type { DecidedApplicant } from './decided-applicant';
import { type Dimension } from './declaration';

/** What one published cell was made of. `heads`: people, once for each role profile in which they applied. */
export interface CellTally {
  readonly heads: number;
  readonly applications: number;
}

/** The cells of one group: those selected, those not, and both together. */
export type GroupTallies = { readonly [O in Outcome]: CellTally };
export const OUTCOMES = ['selected', 'rejected', 'either'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Tables of one dimension that were published at one instant, in the order of the groups; what later ones are held against. */
export interface Release {
  readonly at: string;
  readonly groups: readonly (readonly string[])[];
  readonly whole: readonly GroupTallies[];
  readonly profiles: Readonly<Record<string, readonly GroupTallies[]>>;
}

/** What would be published now: the whole, and these profiles anew. */
export interface Plan {
  readonly groups: readonly (readonly string[])[];
  readonly profiles: ReadonlySet<string>;
}

/**
 * What a plan would give away beside an earlier release: a profile, whose table would have to stay, or the rest of the whole; null where it gives nothing away.
 *
 * Whoever has both can subtract them. She can reckon every profile that stands in both, and what is left of the whole; and of each the unions of groups that both tell, by outcome and
 * without. The rule: in none of these cells have fewer than `smallestGroup` people changed, unless nobody has. And where one of the two tells apart, by profile or by group, what the other has
 * together, as many lie between what is told apart and the whole of it: the others, and what has changed.
 *
 * Nothing is kept of people who are gone, so that changes are counted from below (`Difference`). Applications never move between role profiles.
 */
export function gaveAway(
  applicants: readonly DecidedApplicant[],
  dimension: Dimension,
  plan: Plan,
  earlier: Release,
  smallestGroup: number,
): string | 'REST' | null {
  const since = Date.parse(earlier.at);
  const classes = commonGroups(plan.groups, earlier.groups);
  const rows = applicants.flatMap(({ person, roleProfileId, selected, declaration, changedAt }): Row[] => {
    const group = declaration?.[dimension] ?? null;
    return group === null ? [] : [{ person, profile: roleProfileId, group, selected, changed: changedAt.getTime() > since }];
  });
  const rowsOf = classes.map((names) => rows.filter(({ group }) => names.includes(group)));
  const shared = [...plan.profiles].filter((id) => Object.hasOwn(earlier.profiles, id));
  const rest = [...new Set([...applicants.map(({ roleProfileId }) => roleProfileId), ...Object.keys(earlier.profiles)])].filter(
    (id) => !shared.includes(id),
  );
  /** Class by class. Each person declares one group, so that unions of classes differ by the sum. */
  const differences = (outcome: Outcome, profiles: readonly string[], then: readonly string[] = profiles): readonly Difference[] =>
    classes.map((groups, index) => {
      const cell = { profiles: then, groups, outcome };
      return differenceOf(rowsOf[index]!, { profiles, groups, outcome }, { ...cell, before: tallyOf(earlier, cell) });
    });
  const isSafe = (some: readonly Difference[]): boolean => isUntoldOr(smallestGroup, sumOf(some));
  for (const [id, profiles] of [...shared.map((one) => [one, [one]] as const), ['REST', rest] as const]) {
    if (!OUTCOMES.every((outcome) => subsetsOf(differences(outcome, profiles)).every(isSafe))) return id;
    const told = (groups: readonly string[], then: readonly string[]): boolean => {
      const cell = { profiles, groups: then, outcome: 'either' as const };
      return isSafe([differenceOf(rows, { ...cell, groups }, { ...cell, before: tallyOf(earlier, cell) })]);
    };
    for (const names of classes) if (!regroupedSafely(names, plan.groups, earlier.groups, told)) return id;
  }
  /** Is enough between a part of the rest and all of it, in every union of groups, and in every outcome? */
  const tellsEnough = (now: readonly string[], then: readonly string[]): boolean =>
    subsetsOf(differences('either', now, then)).every(isSafe) &&
    (['selected', 'rejected'] as const).every((outcome) => isSafe(differences(outcome, now, then)));
  const without = (some: readonly string[]): readonly string[] => rest.filter((id) => !some.includes(id));
  for (const some of someOf([...plan.profiles].filter((id) => !shared.includes(id))))
    if (!tellsEnough(some, rest) || !tellsEnough(without(some), rest)) return some.at(-1)!;
  for (const some of someOf(Object.keys(earlier.profiles).filter((id) => !shared.includes(id))))
    if (!tellsEnough(rest, some) || !tellsEnough(rest, without(some))) return 'REST';
  return null;
}

/** The cells of a table that is published now. */
export function talliesOf(
  people: readonly DecidedApplicant[],
  dimension: Dimension,
  groups: readonly (readonly string[])[],
): readonly GroupTallies[] {
  return groups.map((names) => {
    const own = people.filter(({ declaration }) => names.includes(declaration?.[dimension] ?? ''));
    const tally = (of: readonly DecidedApplicant[]): CellTally => ({
      heads: new Set(of.map(({ person, roleProfileId }) => `${roleProfileId} ${person}`)).size,
      applications: of.length,
    });
    return {
      selected: tally(own.filter(({ selected }) => selected)),
      rejected: tally(own.filter(({ selected }) => !selected)),
      either: tally(own),
    };
  });
}

/** The coarsest of two ways of merging groups: what stands together in either stands together. */
export const joinedGroups = (one: readonly (readonly string[])[], other: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  commonGroups(one, other);

interface Row {
  readonly person: string;
  readonly profile: string;
  readonly group: string;
  readonly selected: boolean;
  readonly changed: boolean;
}

/** A cell, or several together, of tables that are told. */
interface Cell {
  readonly profiles: readonly string[];
  readonly groups: readonly string[];
  readonly outcome: Outcome;
}

/**
 * How a cell of now differs from one of then, counted from below. `apart`: people who stand in one of them and not, or otherwise, in the other, by applications that have not changed or by
 * a new one beside them. `fresh` people have only new applications, or the same again, declared anew; `gone` heads are those of then that no longer stand. As fresh and gone may be the same
 * people, no more than |fresh - gone| of them are sure to have changed.
 */
interface Difference {
  readonly apart: number;
  readonly fresh: number;
  readonly gone: number;
  /** Into how many heads one person may count. */
  readonly headsOfOne: number;
  /** Nothing is new, nothing gone, and nothing in one alone. */
  readonly same: boolean;
}

function differenceOf(rows: readonly Row[], now: Cell, then: Cell & { readonly before: CellTally }): Difference {
  const within = ({ profiles, groups, outcome }: Cell, row: Row): boolean =>
    groups.includes(row.group) && profiles.includes(row.profile) && (outcome === 'either' || row.selected === (outcome === 'selected'));
  const apart = new Set<string>();
  const standing = new Set<string>();
  const news = new Set<string>();
  const heads = new Set<string>();
  let applications = 0;
  for (const row of rows) {
    const [isNow, wasThen] = [within(now, row), !row.changed && within(then, row)];
    if (row.changed && isNow) news.add(row.person);
    if (wasThen) {
      heads.add(`${row.profile} ${row.person}`);
      applications += 1;
    }
    if (!row.changed && isNow !== wasThen) apart.add(row.person);
    if (wasThen && isNow) standing.add(row.person);
  }
  let fresh = 0;
  for (const person of news) {
    if (standing.has(person)) apart.add(person);
    else if (!apart.has(person)) fresh += 1;
  }
  return {
    apart: apart.size,
    fresh,
    gone: then.before.heads - heads.size,
    headsOfOne: Math.max(1, then.profiles.length),
    same: apart.size === 0 && news.size === 0 && applications === then.before.applications,
  };
}

const isUntoldOr = (smallestGroup: number, { apart, fresh, gone, headsOfOne, same }: Difference): boolean =>
  same || apart + Math.max(0, fresh - gone, Math.ceil(gone / headsOfOne) - fresh) >= smallestGroup;

const sumOf = (all: readonly Difference[]): Difference => ({
  apart: all.reduce((sum, { apart }) => sum + apart, 0),
  fresh: all.reduce((sum, { fresh }) => sum + fresh, 0),
  gone: all.reduce((sum, { gone }) => sum + gone, 0),
  headsOfOne: all[0]?.headsOfOne ?? 1,
  same: all.every(({ same }) => same),
});

/** Where groups of one class are merged in another way than then: is enough told apart, by unions of those of now and of then that are not the same? */
function regroupedSafely(
  names: readonly string[],
  now: Release['groups'],
  then: Release['groups'],
  told: (groups: readonly string[], then: readonly string[]) => boolean,
): boolean {
  const [ones, others] = [now, then].map((groups) => unionsOf(groups.filter(([first]) => names.includes(first!))));
  if (ones!.length < 2 && others!.length < 2) return true;
  return ones!.every((one) =>
    others!.every((other) => {
      const isSame = one.length === other.length && one.every((name) => other.includes(name));
      return isSame || !one.some((name) => other.includes(name)) || told(one, other);
    }),
  );
}

/** What the earlier release had in a cell; of a rest: the whole less the profiles that are told beside it. */
function tallyOf({ groups, whole, profiles }: Release, cell: Cell): CellTally {
  const own = cell.profiles.filter((id) => Object.hasOwn(profiles, id));
  const isToldAlone = own.length > 0 && own.length === cell.profiles.length;
  const left = Object.keys(profiles).filter((id) => !cell.profiles.includes(id));
  let [heads, applications] = [0, 0];
  groups.forEach(([first], index) => {
    if (!cell.groups.includes(first!)) return;
    const add = (tallies: readonly GroupTallies[], sign: 1 | -1): void => {
      heads += sign * tallies[index]![cell.outcome].heads;
      applications += sign * tallies[index]![cell.outcome].applications;
    };
    if (isToldAlone) for (const id of own) add(profiles[id]!, 1);
    else {
      add(whole, 1);
      for (const id of left) add(profiles[id]!, -1);
    }
  });
  return { heads, applications };
}

/** The coarsest of two ways of merging groups, class by class. */
function commonGroups(one: Release['groups'], other: Release['groups']): readonly (readonly string[])[] {
  const classes: Set<string>[] = [];
  for (const names of [...one, ...other]) {
    const met = classes.filter((known) => names.some((name) => known.has(name)));
    for (const known of met) classes.splice(classes.indexOf(known), 1);
    classes.push(new Set([...met.flatMap((known) => [...known]), ...names]));
  }
  return classes.map((names) => [...names]);
}

/** Every way to take several groups together. */
const unionsOf = (groups: readonly (readonly string[])[]): readonly (readonly string[])[] => subsetsOf(groups).map((some) => some.flat());

/** Profiles that are told in one of the two alone: all ways to take several, and where these would be too many, one by one. */
const someOf = (profiles: readonly string[]): readonly (readonly string[])[] =>
  profiles.length <= MOST_TOGETHER ? subsetsOf(profiles) : profiles.map((id) => [id]);

const MOST_TOGETHER = 4;

/** All but the empty one. */
function subsetsOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** all.length - 1 }, (_, index) => all.filter((__, place) => ((index + 1) >> place) % 2 === 1));
}
