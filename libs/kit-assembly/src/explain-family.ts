import type { Conflict, ExplainOptions, FamilyRule } from './explain';
import { explain, testWithin } from './explain';
import { type FamilyBlueprint, kitsOf, mostUses } from './family';
import { formulateFamily, type KeptConditions } from './formulate-family';
import { minimalConflict } from './minimal-conflict';
import { phraseConflict } from './phrase-conflict';
import type { PoolQuestion } from './pool-question';
import { counted } from './quantity-words';
import type { Solver } from './solver';
import { tellingRank } from './telling-rank';
import { ONLY_BARS, type Wish } from './wish';
import { listWishes } from './wishes';

/** What can be given up: a wish in one of the kits, or a rule between them. */
type Condition = { readonly kit: number; readonly wish: Wish } | { readonly rule: FamilyRule };

/**
 * Which wishes and rules of this infeasible family contradict each other, so that giving up any one of them lets the rest be had?
 * A wish counts for each kit by itself; its id begins with `kit1.` and so on. Where a single kit cannot be had already, that is
 * the conflict. Undefined where none could be proven: see `explain`.
 */
export async function explainFamily(
  family: FamilyBlueprint,
  pool: readonly PoolQuestion[],
  solver: Solver,
  options: ExplainOptions = {},
): Promise<Conflict | undefined> {
  const all = kitsOf(family);
  for (const [member, { blueprint }] of family.members.entries()) {
    const alone = await explain(blueprint, pool, solver, options);
    const kit = all.findIndex((one) => one.member === member);
    if (alone !== undefined) return { ...alone, wishes: alone.wishes.map((wish) => (all.length === 1 ? wish : inKit(wish, kit))) };
  }
  const hard = family.members.map(({ blueprint }) =>
    [...listWishes(blueprint, pool)].filter(({ softPrice }) => softPrice === undefined).sort((a, b) => tellingRank(a) - tellingRank(b)),
  );
  const test = testWithin<Condition>(
    (kept) => formulateFamily(family, pool, { purpose: 'feasibility', keep: keptOf(family, kept) }).program,
    solver,
    options,
  );
  // A wish together with the same wish in the other kits of its member: kits of one blueprint mostly conflict all alike.
  const groups: readonly (readonly Condition[])[] = [
    ...rulesOf(family).map((rule) => [{ rule }]),
    ...hard.flatMap((wishes, member) => wishes.map((wish) => all.flatMap((one, kit) => (one.member === member ? [{ kit, wish }] : [])))),
  ];
  if ((await test(groups.flat())) !== 'infeasible') return undefined;
  // Rules about single questions, and pairs of them more so, can be many thousands; most conflicts need none of them.
  const without = (kinds: ReadonlySet<string>) =>
    groups.filter(([first]) => first === undefined || 'rule' in first || !kinds.has(first.wish.subject.of));
  const told = await firstOf([without(ONLY_BARS), without(PAIRS)], groups, async (some) => (await test(some.flat())) === 'infeasible');
  const coarse = await minimalConflict(told, (some) => test(some.flat()));
  const { members, minimal } = await minimalConflict(coarse.members.flat(), test);
  if (options.signal?.aborted) return undefined;
  const rules = members.flatMap((condition) => ('rule' in condition ? [condition.rule] : []));
  const own = members.flatMap((condition) => ('wish' in condition ? [condition] : []));
  return { wishes: own.map(({ wish, kit }) => inKit(wish, kit)), rules, minimal, sentence: phrase(family, own, rules, pool) };
}

/** The first of these that passes, else the last resort. */
async function firstOf<T>(some: readonly T[], otherwise: T, passes: (one: T) => Promise<boolean>): Promise<T> {
  for (const one of some) if (await passes(one)) return one;
  return otherwise;
}

/** Rules that keep one question from another. */
const PAIRS: ReadonlySet<string> = new Set(['enemies', 'variantFamily']);

const inKit = (wish: Wish, kit: number): Wish => ({ ...wish, id: `kit${kit + 1}.${wish.id}` });

const alikeRule = (member: number): string => `alike.member${member + 1}`;

function rulesOf(family: FamilyBlueprint): FamilyRule[] {
  const kits = kitsOf(family).length;
  const uses = mostUses(family);
  return [
    ...family.members.flatMap(({ name, alike }, member) =>
      alike === undefined ? [] : [{ id: alikeRule(member), label: `The kits of '${name}' are alike` }],
    ),
    ...(family.maxOverlap === undefined
      ? []
      : [{ id: 'overlap', label: `Any two kits share at most ${counted(family.maxOverlap, 'question')}` }]),
    ...(uses < kits ? [{ id: 'use', label: `No question stands in more than ${uses} of the ${kits} kits` }] : []),
  ];
}

function keptOf(family: FamilyBlueprint, conditions: readonly Condition[]): KeptConditions {
  const rules = new Set(conditions.flatMap((condition) => ('rule' in condition ? [condition.rule.id] : [])));
  const wishes = kitsOf(family).map((): Wish[] => []);
  for (const condition of conditions) if ('wish' in condition) wishes[condition.kit]?.push(condition.wish);
  const shared = wishes.map((list, kit) => {
    const first = wishes.findIndex((other) => other.length === list.length && other.every((wish, index) => wish === list[index]));
    return wishes[Math.min(first, kit)] ?? list;
  });
  return {
    wishes: shared,
    use: rules.has('use'),
    overlap: rules.has('overlap'),
    alike: family.members.map((_, member) => rules.has(alikeRule(member))),
  };
}

/** Each member's wishes once, however many of its kits they stand in, then the rules. */
function phrase(
  family: FamilyBlueprint,
  own: readonly { readonly kit: number; readonly wish: Wish }[],
  rules: readonly FamilyRule[],
  pool: readonly PoolQuestion[],
): string {
  const all = kitsOf(family);
  const sentences = family.members.flatMap(({ name, blueprint, kits }, member) => {
    const wishes = [...new Set(own.filter(({ kit }) => all[kit]?.member === member).map(({ wish }) => wish))];
    return wishes.length === 0
      ? []
      : [
          `${name} (${counted(kits, 'kit')}): ${phraseConflict(wishes, blueprint, pool, { byDifficulty: rules.some(({ id }) => id === alikeRule(member)) })}`,
        ];
  });
  return ['These kits cannot be had together.', ...sentences, ...rules.map(({ label }) => `${label}.`)].join(' ');
}
