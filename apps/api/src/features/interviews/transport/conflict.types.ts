import { Field, ObjectType } from '@nestjs/graphql';
import { globalId, NodeType } from '@touchstone/platform/graphql';
import type { ConflictValue } from '../application/view-conflicts';

@ObjectType({
  implements: () => [NodeType],
  description: 'Why a member may not be impartial towards a candidate. While it stands open she gets no seat and rates from none.',
})
export class ConflictOfInterest extends NodeType {
  readonly source!: ConflictValue;
  @Field() reason!: string;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When somebody who plans the panel let her sit all the same.' })
  acknowledgedAt!: Date | null;
  @Field(() => Date, { nullable: true }) withdrawnAt!: Date | null;
}

export const presentConflict = (source: ConflictValue): ConflictOfInterest => ({
  source,
  id: globalId('ConflictOfInterest', source.organizationId, source.id),
  reason: source.reason,
  createdAt: source.createdAt,
  acknowledgedAt: source.acknowledgedAt,
  withdrawnAt: source.withdrawnAt,
});
