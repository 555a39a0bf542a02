import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import type { InterviewState } from '@touchstone/interviewing/interviews';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, PageArgs, pageRequest, toConnection } from '@touchstone/platform/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { ArrayMaxSize, IsArray, IsBoolean, IsDate, IsEnum, IsOptional } from 'class-validator';
import { ViewInterviews } from '../application/view-interviews';
import { Interview, InterviewConnection, InterviewStatusEnum } from './interview.types';
import { presentInterview } from './present-interview';
import { timeRange } from './time-range';

@ArgsType()
class InterviewsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only where you hold a seat.' }) @IsBoolean() mine: boolean = false;
  @Field(() => Date, { nullable: true, description: 'Only what ends after this instant.' }) @IsOptional() @IsDate() from?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Only what starts before this instant.' }) @IsOptional() @IsDate() until?: Date | null;
  @Field(() => String, { nullable: true, description: 'Instead of from and until: a calendar day such as 2026-11-24 in timeZone.' })
  @IsOptional()
  @StoredText(1, 10)
  day?: string | null;
  @Field(() => String, { nullable: true, description: 'The IANA time zone of day.' }) @IsOptional() @StoredText(1, 100) timeZone?:
    string | null;
  @Field(() => [InterviewStatusEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEnum(InterviewStatusEnum, { each: true })
  statuses?: InterviewState[] | null;
}

/** Reading interviews. */
@Resolver()
export class InterviewResolver {
  constructor(private readonly view: ViewInterviews) {}

  @Query(() => InterviewConnection, {
    description: 'The interviews that you may read, the earliest first: by time, by status, or only your own.',
  })
  @Allow('interview.read')
  async interviews(@CurrentActor() actor: Actor, @Args() args: InterviewsArgs): Promise<ConnectionValue<Interview>> {
    const filter = { mine: args.mine, ...timeRange(args), statuses: args.statuses ?? null };
    const list = `interviews/${JSON.stringify(filter)}`;
    const request = pageRequest(actor, list, args);
    return toConnection(actor, list, request, await this.view.page(actor, filter, request), presentInterview);
  }

  @Query(() => Interview, { nullable: true, description: 'One interview; null where there is none with this id for you.' })
  @Allow('interview.read')
  async interview(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Interview | null> {
    const interview = await this.view.one(actor, localId(actor, 'Interview', id));
    return interview && presentInterview(interview);
  }
}
