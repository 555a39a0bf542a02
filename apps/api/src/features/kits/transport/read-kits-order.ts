import type { FamilyLikeness } from '@touchstone/interviewing/kits';
import type { Actor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import type { KitsOrderInput as KitsOrderWish } from '../application/kits-order-check';
import type { VarietyWish } from '../application/list-assemblies';
import type { FamilyLikenessInput, KitsOrderInput, VarietyInput } from './kits-order.inputs';

/** What a client orders, in the words of the application: null is left out, ids are local. */
export const readKitsOrder = (actor: Actor, { members, maxOverlap, likeness }: KitsOrderInput): KitsOrderWish => ({
  members: members.map(({ blueprintId, kits }) => ({ blueprintId: localId(actor, 'Blueprint', blueprintId), kits })),
  maxOverlap,
  likeness: likeness ? readLikeness(likeness) : {},
});

const readLikeness = ({ slotDifficultyApart, sameKindBySlot, difficultySumApart }: FamilyLikenessInput): FamilyLikeness => ({
  ...(typeof slotDifficultyApart === 'number' && { slotDifficultyApart }),
  ...(sameKindBySlot && { sameKindBySlot }),
  ...(typeof difficultySumApart === 'number' && { difficultySumApart }),
});

export const readVariety = (variety: VarietyInput | null | undefined): VarietyWish | null =>
  variety ? { share: variety.share, seed: variety.seed } : null;
