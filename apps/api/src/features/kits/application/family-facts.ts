import { Injectable } from '@nestjs/common';
import type { FamilyLikeness } from '@touchstone/interviewing/kits';
import type { FamilyBlueprint, FamilyMember, KitBlueprint, Likeness, PoolQuestion } from '@touchstone/kit-assembly';
import type { Transaction } from '@touchstone/platform/database';
import type { KitsOrder } from '../persistence/assembly-value';
import type { BlueprintRecord } from '../persistence/blueprint.record';
import { BlueprintRepository } from '../persistence/blueprint.repository';
import { type AssemblyFacts, FactFinder } from './fact-finder';

/** The kits of one blueprint, with what they are assembled from. */
export interface MemberFacts {
  readonly blueprint: BlueprintRecord;
  readonly kits: number;
  readonly facts: AssemblyFacts;
}

/** What kits are assembled from together. */
export interface FamilyFacts {
  readonly members: readonly MemberFacts[];
  readonly family: FamilyBlueprint;
  /** The questions of all members: what one of them may not use is excluded there. */
  readonly pool: readonly PoolQuestion[];
}

/** Gathers the facts of several blueprints into one family. */
@Injectable()
export class FamilyFactFinder {
  constructor(
    private readonly blueprints: BlueprintRepository,
    private readonly facts: FactFinder,
  ) {}

  /** The index of the member whose blueprint is not here, where there is one. */
  async find(tx: Transaction, organizationId: string, order: KitsOrder): Promise<FamilyFacts | { readonly missing: number }> {
    const members: MemberFacts[] = [];
    for (const [index, { blueprintId, kits }] of order.members.entries()) {
      const blueprint = await this.blueprints.byId(tx, organizationId, blueprintId);
      if (blueprint === null) return { missing: index };
      members.push({ blueprint, kits, facts: await this.facts.find(tx, organizationId, blueprint) });
    }
    return familyOf(members, order);
  }
}

function familyOf(members: readonly MemberFacts[], { maxOverlap, likeness }: KitsOrder): FamilyFacts {
  const pool = new Map<string, PoolQuestion>();
  for (const question of members.flatMap(({ facts }) => facts.pool)) {
    const known = pool.get(question.id);
    // Blueprints may count uses over different stretches of time; shared questions are as worn as the longest of them says.
    if (known === undefined || known.exposure < question.exposure) pool.set(question.id, question);
  }
  const all = [...pool.values()];
  const kits = members.reduce((sum, member) => sum + member.kits, 0);
  return {
    members,
    pool: all,
    family: {
      members: members.map((member): FamilyMember => ({
        name: member.blueprint.name,
        blueprint: withinPool(member.facts, all),
        kits: member.kits,
        ...(member.kits > 1 && Object.keys(likeness).length > 0 && { alike: alikeOf(likeness) }),
      })),
      aim: 'sum',
      ...(maxOverlap > 0 ? { maxUse: kits, maxOverlap } : { maxUse: 1 }),
    },
  };
}

/** The wishes of one member against the questions of all: those that it does not know, or counts as worn, are excluded. */
function withinPool({ blueprint, pool, bySlug }: AssemblyFacts, all: readonly PoolQuestion[]): KitBlueprint {
  const own = new Map(pool.map((question) => [question.id, question]));
  const differs = all.some(({ id, exposure }) => own.get(id)?.exposure !== exposure);
  if (!differs) return blueprint;
  const { maxExposure = Infinity, ...wishes } = blueprint;
  const out = all.filter(({ id }) => !bySlug.has(id) || (own.get(id)?.exposure ?? 0) > maxExposure).map(({ id }) => id);
  return { ...wishes, excludedQuestionIds: [...new Set([...blueprint.excludedQuestionIds, ...out])] };
}

export const alikeOf = ({ slotDifficultyApart, sameKindBySlot, difficultySumApart }: FamilyLikeness): Likeness => ({
  ...(slotDifficultyApart !== undefined && { slotDifficultyApart }),
  ...(sameKindBySlot !== undefined && { sameKindBySlot }),
  ...(difficultySumApart !== undefined && { difficultySumApart }),
});
