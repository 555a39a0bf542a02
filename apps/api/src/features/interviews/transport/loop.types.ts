import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LOOP_STATES, type LoopState } from '@touchstone/interviewing/interviews';
import { connectionType, NodeType } from '@touchstone/platform/graphql';
import { SealPolicyEnum } from '../../organizations';
import { LOOP_CHANGES, type LoopChangeKind } from '../application/loop-announcement';
import type { LoopValue } from '../application/view-loops';

export const LoopStateEnum = Object.fromEntries(LOOP_STATES.map((state) => [state, state])) as { [S in LoopState]: S };
registerEnumType(LoopStateEnum, {
  name: 'LoopState',
  description:
    'PLANNED: nothing has begun. RUNNING: something has, something is to come. AWAITING_SCORECARDS: all interviews have ended, the seal is closed. ' +
    'OPEN: the seal is open. DECIDED: and a decision is recorded.',
});

export const LoopChangeKindEnum = Object.fromEntries(LOOP_CHANGES.map((kind) => [kind, kind])) as { [K in LoopChangeKind]: K };
registerEnumType(LoopChangeKindEnum, {
  name: 'LoopChangeKind',
  description: 'What happened on a loop. New kinds may come; skip those you do not know.',
});

@ObjectType({ implements: () => [NodeType], description: 'All interviews of one application, with one seal over their scorecards.' })
export class Loop extends NodeType {
  readonly source!: LoopValue;
  @Field(() => String, { nullable: true, description: 'Null once the candidate was erased.' }) candidateName!: string | null;
  @Field(() => Date, { nullable: true, description: 'When her data was erased; nothing more is put down on this loop from then on.' })
  candidateErasedAt!: Date | null;
  @Field() openingTitle!: string;
  @Field(() => LoopStateEnum) state!: LoopState;
  @Field(() => SealPolicyEnum) sealPolicy!: LoopValue['sealPolicy'];
  @Field(() => Date, { nullable: true, description: 'When the panel could see what others had submitted; null while the seal is closed.' })
  sealOpenedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why the seal was opened before all had submitted; null where it was not.' })
  sealOpenedEarlyReason!: string | null;
  @Field() createdAt!: Date;
}

export const LoopConnection = connectionType(Loop, 'Loop');

@ObjectType({ description: 'Something happened on a loop: what, to what, when. Read the loop again for the rest.' })
export class LoopChange {
  @Field(() => LoopChangeKindEnum) kind!: LoopChangeKind;
  @Field(() => ID) loopId!: string;
  @Field(() => ID, { nullable: true }) interviewId!: string | null;
  @Field(() => ID, { nullable: true }) seatId!: string | null;
  @Field() at!: Date;
}
