import { globalId } from '@touchstone/platform/graphql';
import type { LoopValue } from '../application/view-loops';
import type { Loop } from './loop.types';

/** A loop as its readers see it. */
export const presentLoop = (source: LoopValue): Loop => ({
  source,
  id: globalId('Loop', source.organizationId, source.id),
  candidateName: source.candidateName,
  openingTitle: source.openingTitle,
  state: source.state,
  sealPolicy: source.sealPolicy,
  sealOpenedAt: source.sealOpenedAt,
  sealOpenedEarlyReason: source.sealOpenedEarlyReason,
  createdAt: source.createdAt,
});
