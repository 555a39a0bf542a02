import { Field, ObjectType } from '@nestjs/graphql';
import { wordsOf } from '@touchstone/interviewing/interviews';
import { globalId, NodeType } from '@touchstone/platform/graphql';
import type { ConflictValue } from '../application/view-conflicts';
import { TEXT_ERASED_AT } from './erased-text';

@ObjectType({
  implements: () => [NodeType],
  description: 'Why a member may not be impartial towards a candidate. While it stands open she gets no seat and rates from none.',
})
export class ConflictOfInterest extends NodeType {
  readonly source!: ConflictValue;
  @Field() reason!: string;
  @Field(() => Date, { nullable: true, description: TEXT_ERASED_AT }) textErasedAt!: Date | null;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When somebody who plans the panel let her sit all the same.' })
  acknowledgedAt!: Date | null;
  @Field(() => Date, { nullable: true }) withdrawnAt!: Date | null;
}

export const presentConflict = (source: ConflictValue): ConflictOfInterest => ({
  source,
  id: globalId('ConflictOfInterest', source.organizationId, source.id),
  reason: wordsOf(source.reason, source),
  textErasedAt: source.textErasedAt,
  createdAt: source.createdAt,
  acknowledgedAt: source.acknowledgedAt,
  withdrawnAt: source.withdrawnAt,
});
