import { wordsOf } from '@touchstone/interviewing/interviews';
import { globalId } from '@touchstone/platform/graphql';
import type { LoopValue } from '../application/view-loops';
import type { Loop } from './loop.types';

/** A loop as its readers see it. */
export const presentLoop = (source: LoopValue): Loop => ({
  source,
  id: globalId('Loop', source.organizationId, source.id),
  candidateName: source.candidateName,
  candidateErasedAt: source.candidateErasedAt,
  openingTitle: source.openingTitle,
  state: source.state,
  sealPolicy: source.sealPolicy,
  sealOpenedAt: source.sealOpenedAt,
  sealOpenedEarlyReason: wordsOf(source.sealOpenedEarlyReason, source),
  createdAt: source.createdAt,
});
