import { globalId } from '@touchstone/platform/graphql';
import type { AssemblyValue } from '../application/list-assemblies';
import type { Assembly } from './assembly.types';

export const presentAssembly = ({ organizationId, request, familyId, requestedBy, ...assembly }: AssemblyValue): Assembly => ({
  id: globalId('Assembly', organizationId, assembly.id),
  name: assembly.name,
  status: assembly.status,
  members: request.members.map(({ blueprintId, kits }) => ({ blueprintId: globalId('Blueprint', organizationId, blueprintId), kits })),
  maxOverlap: request.maxOverlap,
  likeness: {
    slotDifficultyApart: request.likeness.slotDifficultyApart ?? null,
    sameKindBySlot: request.likeness.sameKindBySlot ?? false,
    difficultySumApart: request.likeness.difficultySumApart ?? null,
  },
  timeLimitSeconds: request.timeLimitSeconds,
  progress: assembly.progress,
  failure: assembly.failure,
  createdAt: assembly.createdAt,
  startedAt: assembly.startedAt,
  endedAt: assembly.endedAt,
  familyKey: familyId,
  requesterKey: requestedBy,
});
