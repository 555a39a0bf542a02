import { countedKit } from './counted-kit';
import { type FamilyBlueprint, kitsOf, mostUses } from './family';
import { hundredths } from './hundredths';
import type { Violation } from './inspector';
import type { KitLayout } from './kit';
import type { PoolQuestion } from './pool-question';
import { verify } from './verify';

/**
 * Which hard rules do these kits break, each by itself and between them? Empty for a valid family. Like `verify` it counts
 * questions and does not look at any program. The kits stand in the order of `kitsOf`.
 */
export function verifyFamily(kits: readonly KitLayout[], family: FamilyBlueprint, pool: readonly PoolQuestion[]): readonly Violation[] {
  const asked = kitsOf(family);
  if (kits.length !== asked.length) {
    return [{ wishId: 'kits', words: `The family has ${asked.length} kits, there are ${kits.length}` }];
  }
  const own = kits.flatMap((kit, index) => {
    const { blueprint, name } = asked[index] as (typeof asked)[number];
    return verify(kit, blueprint, pool).map(({ wishId, words }) => ({ wishId: `kit${index + 1}.${wishId}`, words: `${name}: ${words}` }));
  });
  return [...own, ...sharedTooOften(kits, family), ...overlapping(kits, family), ...unlike(kits, family, pool)];
}

const idsOf = (kit: KitLayout): string[] => kit.rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId));

function sharedTooOften(kits: readonly KitLayout[], family: FamilyBlueprint): Violation[] {
  const uses = new Map<string, number>();
  for (const kit of kits) for (const id of new Set(idsOf(kit))) uses.set(id, (uses.get(id) ?? 0) + 1);
  return [...uses]
    .filter(([, count]) => count > mostUses(family))
    .map(([id, count]) => ({ wishId: `use.${id}`, words: `Question '${id}' stands in ${count} kits, the limit is ${mostUses(family)}` }));
}

function overlapping(kits: readonly KitLayout[], { maxOverlap = Infinity }: FamilyBlueprint): Violation[] {
  return kits.flatMap((one, first) =>
    kits.slice(first + 1).flatMap((other, offset) => {
      const both = idsOf(one).filter((id) => idsOf(other).includes(id)).length;
      if (both <= maxOverlap) return [];
      const second = first + offset + 2;
      return [
        {
          wishId: `overlap.${first + 1}.${second}`,
          words: `Kits ${first + 1} and ${second} share ${both} questions, the limit is ${maxOverlap}`,
        },
      ];
    }),
  );
}

function unlike(kits: readonly KitLayout[], family: FamilyBlueprint, pool: readonly PoolQuestion[]): Violation[] {
  const questionOf = new Map(pool.map((question) => [question.id, question]));
  return family.members.flatMap(({ name, blueprint, alike = {} }, member) => {
    const own = kits.filter((_, index) => kitsOf(family)[index]?.member === member).map((kit) => countedKit(kit, blueprint, questionOf));
    const broken: Violation[] = [];
    const { slotDifficultyApart = Infinity, sameKindBySlot = false, difficultySumApart = Infinity } = alike;
    blueprint.rounds.forEach(({ name: round, slots = [] }, index) => {
      slots.forEach(({ label }, slot) => {
        const fills = own.flatMap((kit) => kit.slots[index]?.[slot] ?? []);
        const words = `${name}: the questions for '${label}' in round '${round}'`;
        if (apart(fills.map(({ difficulty }) => difficulty)) > hundredthsOf(slotDifficultyApart))
          broken.push({ wishId: `alike.round${index + 1}.slot${slot + 1}`, words: `${words} differ too much in difficulty` });
        if (sameKindBySlot && new Set(fills.map(({ kind }) => kind)).size > 1)
          broken.push({ wishId: `alike.round${index + 1}.slot${slot + 1}`, words: `${words} are of different kinds` });
      });
    });
    const sums = own.map(({ rounds }) => rounds.flat().reduce((sum, { difficulty }) => sum + hundredths(difficulty), 0) / 100);
    if (apart(sums) > hundredthsOf(difficultySumApart))
      broken.push({ wishId: 'alike.sum', words: `${name}: the sums of difficulty are ${sums.join(', ')}` });
    return broken;
  });
}

/** In hundredths, exactly. */
const apart = (figures: readonly number[]): number =>
  figures.length === 0 ? 0 : hundredths(Math.max(...figures)) - hundredths(Math.min(...figures));

const hundredthsOf = (figure: number): number => (Number.isFinite(figure) ? hundredths(figure) : Infinity);
