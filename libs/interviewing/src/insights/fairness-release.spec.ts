import * as fc from 'fast-check';
import type { DecidedApplicant } from './decided-applicant';
import { fairnessFigures, type FairnessFigures, type ScopeFairness } from './fairness';

const K = 5;
const GROUPS = ['WOMAN', 'MAN', 'NON_BINARY'] as const;
type Group = (typeof GROUPS)[number];

interface Application {
  readonly id: number;
  readonly person: number;
  readonly profile: string;
  readonly selected: boolean;
  readonly decidedAt: number;
}

/** One publication, as whoever reads it has it (`told`, `groups`), and of whom its cells are made, as nobody but this test may know. */
interface Publication {
  readonly told: readonly string[];
  readonly groups: readonly (readonly string[])[];
  readonly rows: readonly (Application & { readonly group: Group })[];
}

/** An organization as it goes on: people apply and are decided, declare, declare otherwise, take it back; figures are published now and then. */
class Organization {
  private now = 1;
  private figures: FairnessFigures | null = null;
  private readonly applications: Application[] = [];
  private readonly said = new Map<number, { readonly group: Group; readonly at: number }>();
  readonly publications: Publication[] = [];

  decide(person: number, profile: string, selected: boolean): void {
    this.applications.push({ id: this.applications.length, person, profile, selected, decidedAt: this.now });
  }

  declare(person: number, group: Group): void {
    this.said.set(person, { group, at: this.now });
  }

  withdraw(person: number): void {
    this.said.delete(person);
  }

  publish(): void {
    this.now += 1;
    const at = new Date(this.now * 1000);
    const before = this.figures?.releases.gender.length ?? 0;
    this.figures = fairnessFigures(this.applicants(), K, at, this.figures);
    if (this.figures.releases.gender.length > before) this.publications.push(this.publication(this.figures, at.toISOString()));
    this.now += 1;
  }

  private applicants(): readonly DecidedApplicant[] {
    return this.applications.map(({ person, profile, selected, decidedAt }) => {
      const said = this.said.get(person);
      return {
        person: String(person),
        roleProfileId: profile,
        selected,
        declaration: said === undefined ? null : { gender: said.group, ageGroup: null, ethnicity: null, disability: null },
        changedAt: new Date(Math.max(decidedAt, said?.at ?? 0) * 1000),
      };
    });
  }

  private publication({ overall, profiles }: FairnessFigures, at: string): Publication {
    const whole = tableOf(overall);
    const anew = Object.entries(profiles).filter(([, scope]) => tableOf(scope).withheld === null && tableOf(scope).basis.at === at);
    const rows = this.applications.flatMap((one) => {
      const group = this.said.get(one.person)?.group;
      return group === undefined ? [] : [{ ...one, group }];
    });
    // What is published are the counts of everybody who stands there at this instant.
    for (const [profile, scope] of [[null, overall] as const, ...anew]) {
      const { groups, impact } = tableOf(scope) as Shown;
      for (const [index, { applicants, selected }] of impact.rates.entries()) {
        const own = rows.filter((row) => (profile === null || row.profile === profile) && groups[index]!.includes(row.group));
        expect([applicants, selected]).toEqual([own.length, own.filter((row) => row.selected).length]);
      }
    }
    return { told: anew.map(([profile]) => profile), groups: (whole as Shown).groups, rows };
  }
}

type Table = ScopeFairness['dimensions'][number];
type Shown = Extract<Table, { withheld: null }>;
const tableOf = ({ dimensions }: ScopeFairness): Table => dimensions.find(({ dimension }) => dimension === 'gender')!;

type Cell = (row: Publication['rows'][number]) => boolean;

/** How many people stand in one of the two cells otherwise than in the other: with other applications, or not at all. */
function peopleBetween(one: Publication, cellOfOne: Cell, other: Publication, cellOfOther: Cell): number {
  const standing = ({ rows }: Publication, cell: Cell): ReadonlyMap<number, string> => {
    const people = new Map<number, string>();
    for (const row of rows) if (cell(row)) people.set(row.person, `${people.get(row.person) ?? ''} ${row.id}`);
    return people;
  };
  const [a, b] = [standing(one, cellOfOne), standing(other, cellOfOther)];
  return new Set([...a.keys(), ...b.keys()].filter((person) => a.get(person) !== b.get(person))).size;
}

const subsets = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: 2 ** all.length - 1 }, (_, index) => all.filter((__, place) => ((index + 1) >> place) % 2 === 1));

/** Unions of groups that a publication tells. */
const unionsOf = ({ groups }: Publication): readonly string[] => subsets(groups).map((some) => some.flat().sort().join());

const OUTCOMES = [null, true, false] as const;

/** Everything that can be reckoned by subtracting one publication from another, of which both tell: whom it is about. */
function* differences(earlier: Publication, later: Publication): Generator<{ readonly what: string; readonly people: number }> {
  const shared = later.told.filter((profile) => earlier.told.includes(profile));
  const parts = [...shared.map((id) => (profile: string) => profile === id), (profile: string) => !shared.includes(profile)];
  // A group that nobody is in is told as part of any union.
  const named = (publication: Publication, union: string) =>
    GROUPS.filter((group) => union.includes(group) || !publication.groups.flat().includes(group));
  for (const union of unionsOf(later))
    for (const before of unionsOf(earlier)) {
      if (named(later, union).join() !== named(earlier, before).join()) continue;
      for (const [index, part] of subsets(parts).entries())
        for (const outcome of OUTCOMES) {
          const cell: Cell = ({ profile, group, selected }) =>
            part.some((has) => has(profile)) && named(later, union).includes(group) && (outcome === null || selected === outcome);
          yield { what: `parts ${index}, ${union}, ${outcome}`, people: peopleBetween(earlier, cell, later, cell) };
        }
    }
  // And where one tells apart what the other has together.
  const rest = (profile: string): boolean => !shared.includes(profile);
  for (const id of later.told.filter((profile) => !shared.includes(profile)))
    for (const union of unionsOf(later)) {
      if (!unionsOf(earlier).includes(union)) continue;
      const inGroup = (group: Group): boolean => union.includes(group);
      const [alone, without] = [(profile: string) => profile === id, (profile: string) => rest(profile) && profile !== id];
      for (const now of [alone, without])
        yield {
          what: `${id} told anew, ${union}`,
          people: peopleBetween(
            earlier,
            (row) => rest(row.profile) && inGroup(row.group),
            later,
            (row) => now(row.profile) && inGroup(row.group),
          ),
        };
    }
  for (const group of later.groups)
    for (const before of earlier.groups) {
      if (group.join() === before.join() || !group.some((raw) => before.includes(raw))) continue;
      yield {
        what: `${group.join('+')} of ${before.join('+')}`,
        people: peopleBetween(
          earlier,
          (row) => before.includes(row.group),
          later,
          (row) => group.includes(row.group),
        ),
      };
    }
}

type Step =
  | { readonly kind: 'decide'; readonly count: number; readonly profile: string; readonly selected: boolean; readonly group: Group | null }
  | { readonly kind: 'again'; readonly person: number; readonly profile: string; readonly selected: boolean }
  | { readonly kind: 'declare'; readonly person: number; readonly group: Group }
  | { readonly kind: 'withdraw'; readonly person: number }
  | { readonly kind: 'publish' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      count: fc.integer({ min: 1, max: 15 }),
      profile: fc.constantFrom('a', 'a', 'b', 'c'),
      selected: fc.boolean(),
      group: fc.constantFrom<(Group | null)[]>('WOMAN', 'MAN', 'WOMAN', 'MAN', 'NON_BINARY', null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('again' as const),
      person: fc.nat(200),
      profile: fc.constantFrom('a', 'b'),
      selected: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('declare' as const), person: fc.nat(200), group: fc.constantFrom<Group[]>(...GROUPS) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), person: fc.nat(200) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'publish' as const }) },
);

describe('publications of selection rates', () => {
  it('never differ by fewer people than a group needs, whichever two are subtracted, in any cell or margin', () => {
    const seen = { pairs: 0, moved: 0, profiles: 0 };
    fc.assert(
      fc.property(fc.array(step, { minLength: 50, maxLength: 110, size: 'max' }), (steps) => {
        const organization = new Organization();
        let people = 0;
        for (const one of steps) {
          if (one.kind === 'decide')
            for (let index = 0; index < one.count; index += 1) {
              organization.decide(people, one.profile, one.selected);
              if (one.group !== null) organization.declare(people, one.group);
              people += 1;
            }
          else if (one.kind === 'publish') organization.publish();
          else if (people > 0) {
            const person = one.person % people;
            if (one.kind === 'again') organization.decide(person, one.profile, one.selected);
            else if (one.kind === 'declare') organization.declare(person, one.group);
            else organization.withdraw(person);
          }
        }
        const { publications } = organization;
        publications.forEach((later, index) =>
          publications.slice(0, index).forEach((earlier) => {
            seen.pairs += 1;
            seen.profiles += later.told.filter((profile) => earlier.told.includes(profile)).length;
            for (const { what, people: between } of differences(earlier, later)) {
              if (between > 0 && between < K) throw new Error(`${between} people between two publications: ${what}`);
              if (between > 0) seen.moved += 1;
            }
          }),
        );
      }),
      { numRuns: 35, seed: 20261124 },
    );
    // It was tried on something.
    expect(seen.pairs).toBeGreaterThan(50);
    expect(seen.moved).toBeGreaterThan(500);
    expect(seen.profiles).toBeGreaterThan(0);
  });
});
