import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  DEVIATION_KINDS,
  type DeviationKind,
  INTERVIEW_STATES,
  type InterviewState,
  SEAT_KINDS,
  type SeatKind,
} from '@touchstone/interviewing/interviews';
import { connectionType, NodeType } from '@touchstone/platform/graphql';
import type { InterviewValue, SeatValue } from '../application/view-interviews';
import { TEXT_ERASED_AT } from './erased-text';

export const InterviewStatusEnum = Object.fromEntries(INTERVIEW_STATES.map((state) => [state, state])) as { [S in InterviewState]: S };
registerEnumType(InterviewStatusEnum, { name: 'InterviewStatus' });

export const SeatKindEnum = Object.fromEntries(SEAT_KINDS.map((kind) => [kind, kind])) as { [K in SeatKind]: K };
registerEnumType(SeatKindEnum, {
  name: 'SeatKind',
  description: 'A SHADOW rates without weight, an OBSERVER does not rate; an interview has one LEAD.',
});

export const DeviationKindEnum = Object.fromEntries(DEVIATION_KINDS.map((kind) => [kind, kind])) as { [K in DeviationKind]: K };
registerEnumType(DeviationKindEnum, { name: 'DeviationKind' });

@ObjectType({ implements: () => [NodeType], description: 'One round with one candidate.' })
export class Interview extends NodeType {
  readonly source!: InterviewValue;
  @Field(() => String, { nullable: true, description: 'Null once the candidate was erased.' }) candidateName!: string | null;
  @Field(() => Int, { description: 'The round of the kit, from 0.' }) roundIndex!: number;
  @Field() roundName!: string;
  @Field(() => InterviewStatusEnum) status!: InterviewState;
  @Field() startsAt!: Date;
  @Field() endsAt!: Date;
  @Field({ description: 'The IANA time zone in which people read the times, for example Europe/Madrid.' }) timeZone!: string;
  @Field({ description: 'The start as people in that time zone read it, with the offset that holds then.' }) localStartsAt!: string;
  @Field({ description: 'The end as people in that time zone read it.' }) localEndsAt!: string;
  @Field(() => Date, { nullable: true }) startedAt!: Date | null;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was cancelled, or what is known of the candidate who did not come.' })
  statusReason!: string | null;
  @Field(() => Int, { description: 'Moves with plan and state; a scorecard does not move it.' }) revision!: number;
}

export const InterviewConnection = connectionType(Interview, 'Interview');

@ObjectType({
  implements: () => [NodeType],
  description: 'A member at an interview. A removed seat stays on record, and so does what it binds her to.',
})
export class PanelSeat extends NodeType {
  readonly source!: SeatValue;
  @Field(() => SeatKindEnum) kind!: SeatKind;
  @Field({ description: 'Is the scorecard of this seat submitted? All that is told of it before the seal opens.' }) submitted!: boolean;
  @Field() removed!: boolean;
  @Field(() => Date, { nullable: true, description: 'When it was taken away; null where it is held.' }) removedAt!: Date | null;
  @Field(() => String, { nullable: true }) removedReason!: string | null;
}

@ObjectType({ description: 'How an interview departed from its kit round.' })
export class Deviation {
  readonly memberId!: string;
  @Field(() => DeviationKindEnum) kind!: DeviationKind;
  @Field(() => String, { description: 'The id of the question version that was skipped, added or moved.' }) questionVersionId!: string;
  @Field() reason!: string;
  @Field(() => Date, { nullable: true, description: TEXT_ERASED_AT }) textErasedAt!: Date | null;
  @Field() createdAt!: Date;
}
