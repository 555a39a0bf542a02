import type { BrokenWish, FamilyRules } from '@touchstone/interviewing/kits';
import { type FamilyBlueprint, type FamilyMember, verifyFamily } from '@touchstone/kit-assembly';
import type { KitValue } from '../persistence/kit-value';
import { candidateOf, type VersionFacts } from './candidate';
import { alikeOf } from './family-facts';
import { toKitBlueprint } from './to-kit-blueprint';

/** A rule between kits that does not hold, and whose it is. */
export interface BrokenRule extends BrokenWish {
  /** Ids of the kits between which it is broken. */
  readonly kitIds: readonly string[];
}

type FamilyKit = Pick<KitValue, 'id' | 'name' | 'blueprintId' | 'wishes' | 'rounds'>;

/**
 * What makes these kits parallel, and does not hold any more? Counts the questions of the kits that are there, in the versions that they are pinned to; whether each
 * kit keeps its own wishes is another matter.
 */
export function familyRulesBroken(
  { members, maxOverlap, likeness }: FamilyRules,
  kits: readonly FamilyKit[],
  versions: ReadonlyMap<string, VersionFacts>,
): readonly BrokenRule[] {
  const candidates = [...versions.values()].map((version) => candidateOf(version, 0));
  const slugOf = new Map(candidates.map(({ questionId, slug }) => [questionId, slug]));
  const groups = members.flatMap(({ blueprintId, name }) => {
    const own = kits.filter((kit) => kit.blueprintId === blueprintId);
    const [first] = own;
    return first === undefined ? [] : [{ name, own, blueprint: toKitBlueprint(first.wishes, {}, slugOf) }];
  });
  const ordered = groups.flatMap(({ own }) => own);
  const family: FamilyBlueprint = {
    members: groups.map(({ name, own, blueprint }): FamilyMember => ({ name, blueprint, kits: own.length, alike: alikeOf(likeness) })),
    aim: 'sum',
    ...(maxOverlap > 0 ? { maxUse: Math.max(1, ordered.length), maxOverlap } : { maxUse: 1 }),
  };
  const layouts = ordered.map(({ rounds }) => ({
    rounds: rounds.map(({ items }) => ({ items: items.map(({ questionId }) => ({ questionId: slugOf.get(questionId) ?? questionId })) })),
  }));
  const holding = (slug: string): FamilyKit[] =>
    ordered.filter((_, index) => layouts[index]?.rounds.some(({ items }) => items.some(({ questionId }) => questionId === slug)));
  const concerned = (wishId: string, words: string): FamilyKit[] => {
    if (wishId.startsWith('use.')) return holding(wishId.slice('use.'.length));
    const pair = /^overlap\.(\d+)\.(\d+)$/.exec(wishId)?.slice(1);
    if (pair !== undefined) return pair.flatMap((number) => ordered[Number(number) - 1] ?? []);
    return groups.find(({ name }) => words.startsWith(`${name}:`))?.own ?? ordered;
  };
  return verifyFamily(
    layouts,
    family,
    candidates.map(({ question }) => question),
  )
    .filter(({ wishId }) => /^(use|overlap|alike)\./.test(wishId))
    .map(({ wishId, words }) => {
      const between = concerned(wishId, words);
      return { wish: wishId, message: `${words} (${between.map(({ name }) => name).join('; ')}).`, kitIds: between.map(({ id }) => id) };
    });
}
