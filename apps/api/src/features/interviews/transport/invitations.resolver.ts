import { Args, ArgsType, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { CALENDAR_METHODS, type CalendarMethod } from '@touchstone/platform/calendar';
import { localId } from '@touchstone/platform/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { IsIn } from 'class-validator';
import { INVITED, type Invited, WriteInvitations } from '../application/write-invitations';

const InvitedEnum = Object.fromEntries(INVITED.map((who) => [who, who])) as { [W in Invited]: W };
registerEnumType(InvitedEnum, {
  name: 'Invited',
  description: 'PANEL: whoever holds a seat. CANDIDATE: the candidate alone, without a word of the panel.',
});
const CalendarMethodEnum = Object.fromEntries(CALENDAR_METHODS.map((method) => [method, method])) as { [M in CalendarMethod]: M };
registerEnumType(CalendarMethodEnum, {
  name: 'CalendarMethod',
  description: 'REQUEST: what is scheduled; sent again it moves. CANCEL: what was called off.',
});

@ArgsType()
export class LoopInvitationsArgs {
  @Field(() => ID) @StoredText(1, 100) loopId!: string;
  @Field(() => InvitedEnum, { defaultValue: 'PANEL' }) @IsIn(INVITED) to: Invited = 'PANEL';
  @Field(() => CalendarMethodEnum, { defaultValue: 'REQUEST' }) @IsIn(CALENDAR_METHODS) method: CalendarMethod = 'REQUEST';
}

@ObjectType({ description: 'An iCalendar file (RFC 5545), to be sent by mail or opened.' })
export class LoopInvitations {
  @Field() fileName!: string;
  @Field(() => Int, { description: 'How many interviews are in it.' }) interviews!: number;
  @Field() text!: string;
}

/** Interviews for calendars. */
@Resolver()
export class InvitationsResolver {
  constructor(private readonly write: WriteInvitations) {}

  @Query(() => LoopInvitations, {
    nullable: true,
    description:
      'Invitations to the interviews of a loop. Null where there is no such loop for you, or the candidate to be invited has no address.',
  })
  @Allow('interview.schedule')
  async loopInvitations(
    @CurrentActor() actor: Actor,
    @Args() { loopId, to, method }: LoopInvitationsArgs,
  ): Promise<LoopInvitations | null> {
    return this.write.execute(actor, localId(actor, 'Loop', loopId), to, method);
  }
}
