import { globalId, withAtHand } from '@touchstone/platform/graphql';
import type { QuestionVersion } from '../../question-bank';
import type { KitRoundValue, KitValue } from '../application/kit.loader';
import type { Kit, KitRound } from './kit.types';
import { presentWishes } from './present-wishes';

/** A kit as clients see it; with its questions where they have been read already, by version id. */
export const presentKit = (kit: KitValue, versions: ReadonlyMap<string, QuestionVersion> | null = null): Kit => ({
  id: globalId('Kit', kit.organizationId, kit.id),
  name: kit.name,
  status: kit.status,
  contentHash: kit.contentHash,
  revision: kit.revision,
  createdAt: kit.createdAt,
  publishedAt: kit.publishedAt,
  rounds: kit.rounds.map((round) => presentKitRound(kit.organizationId, round, versions)),
  wishes: presentWishes(kit.organizationId, kit.wishes),
  report: kit.report,
  familyId: globalId('KitFamily', kit.organizationId, kit.familyId),
  roleProfileKey: kit.roleProfileId,
  familyKey: kit.familyId,
  blueprintId: kit.blueprintId && globalId('Blueprint', kit.organizationId, kit.blueprintId),
});

const presentKitRound = (
  organizationId: string,
  { name, minutes, items }: KitRoundValue,
  versions: ReadonlyMap<string, QuestionVersion> | null,
): KitRound => ({
  name,
  minutes,
  plannedMinutes: items.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0),
  items: items.map(({ questionId, questionVersionId, plannedMinutes }) => {
    const item = {
      questionId: globalId('Question', organizationId, questionId),
      questionVersionId: globalId('QuestionVersion', organizationId, questionVersionId),
      plannedMinutes,
    };
    return versions === null ? item : withAtHand(item, { questionVersion: versions.get(questionVersionId) ?? null });
  }),
});
