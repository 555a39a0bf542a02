import type { QuestionKind } from '@touchstone/bank-format';
import { globalId } from '@touchstone/platform/graphql';
import type { KitFamilyValue } from '../application/kit-family.loader';
import type { KitFamily } from './kit-family.types';

export const presentKitFamily = ({ organizationId, id, name, rules, report, createdAt }: KitFamilyValue): KitFamily => ({
  id: globalId('KitFamily', organizationId, id),
  name,
  members: rules.members.map((member) => ({ ...member, blueprintId: globalId('Blueprint', organizationId, member.blueprintId) })),
  maxOverlap: rules.maxOverlap,
  likeness: {
    slotDifficultyApart: rules.likeness.slotDifficultyApart ?? null,
    sameKindBySlot: rules.likeness.sameKindBySlot ?? false,
    difficultySumApart: rules.likeness.difficultySumApart ?? null,
  },
  report: { ...report, slots: report.slots.map((slot) => ({ ...slot, kinds: slot.kinds as readonly QuestionKind[] })) },
  createdAt,
  familyKey: id,
});
