import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, PageArgs, pageRequest, toConnection, refuse } from '@touchstone/platform/graphql';
import { Interview, presentInterview } from '../../interviews';
import { Member, MemberLoader, presentMember } from '../../organizations';
import { InterviewLoader } from '../application/interview.loader';
import { ListScorecards } from '../application/list-scorecards';
import { MissingParts } from '../application/missing-parts';
import { ScorecardLoader } from '../application/scorecard.loader';
import { presentMissing, presentRating, presentScorecard } from './present-scorecard';
import { MissingPart, Rating, Scorecard, ScorecardConnection } from './scorecard.types';

const ID_ARGUMENT = { type: () => ID } as const;

/** Scorecards: one's own, and those that the seal shows. */
@Resolver(() => Scorecard)
export class ScorecardResolver {
  constructor(
    private readonly list: ListScorecards,
    private readonly loader: ScorecardLoader,
    private readonly missingParts: MissingParts,
    private readonly interviews: InterviewLoader,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => Scorecard, { nullable: true, description: 'Your own scorecard for an interview; null where you have not opened one.' })
  @Allow('scorecard.read')
  async myScorecard(@CurrentActor() actor: Actor, @Args('interviewId', ID_ARGUMENT) interviewId: string): Promise<Scorecard | null> {
    const card = await this.list.mine(actor, localId(actor, 'Interview', interviewId));
    return card === null ? null : presentScorecard(card);
  }

  @Query(() => Scorecard, {
    nullable: true,
    description: 'A scorecard by its id; null where there is none, or none that the seal shows you.',
  })
  @Allow('scorecard.read')
  async scorecard(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('id', ID_ARGUMENT) id: string,
  ): Promise<Scorecard | null> {
    const local = localId(actor, 'Scorecard', id);
    const card = local === null ? null : await this.loader.one(context, local);
    return card === null ? null : presentScorecard(card);
  }

  @Query(() => ScorecardConnection, {
    description: 'The scorecards of a loop or of one interview that the seal shows you. Give one of both ids.',
  })
  @Allow('scorecard.read')
  async scorecards(
    @CurrentActor() actor: Actor,
    @Args() args: PageArgs,
    @Args('loopId', { ...ID_ARGUMENT, nullable: true }) loopId?: string,
    @Args('interviewId', { ...ID_ARGUMENT, nullable: true }) interviewId?: string,
  ): Promise<ConnectionValue<Scorecard>> {
    if ((loopId ?? interviewId ?? null) === null) throw refuse('BAD_USER_INPUT', 'Give loopId or interviewId.', { path: ['loopId'] });
    const filter = {
      loopId: localId(actor, 'Loop', loopId ?? ''),
      interviewId: localId(actor, 'Interview', interviewId ?? ''),
    };
    const name = `scorecards/${loopId ?? ''}/${interviewId ?? ''}`;
    const request = pageRequest(actor, name, args);
    return toConnection(actor, name, request, await this.list.execute(actor, filter, request), presentScorecard);
  }

  @ResolveField(() => [Rating], { description: 'By question and criterion.' })
  async ratings(@CurrentContext() context: RequestContext, @Parent() { cardId }: Scorecard): Promise<Rating[]> {
    return (await this.loader.ratingsOf(context, cardId)).map(presentRating);
  }

  @ResolveField(() => [MissingPart], { description: 'What your draft lacks before it can be submitted.' })
  async missing(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() { cardId }: Scorecard,
  ): Promise<MissingPart[]> {
    const missing = await this.missingParts.execute(actor, await this.loader.one(context, cardId));
    return missing.map((part) => presentMissing(actor.organizationId, part));
  }

  @ResolveField(() => Interview, { nullable: true })
  async interview(@CurrentContext() context: RequestContext, @Parent() { interviewId }: Scorecard): Promise<Interview | null> {
    const interview = await this.interviews.one(context, interviewId);
    return interview === null ? null : presentInterview(interview);
  }

  @ResolveField(() => Member, { nullable: true })
  async member(@CurrentContext() context: RequestContext, @Parent() { memberId }: Scorecard): Promise<Member | null> {
    const member = await this.members.one(context, memberId);
    return member === null ? null : presentMember(member);
  }
}
