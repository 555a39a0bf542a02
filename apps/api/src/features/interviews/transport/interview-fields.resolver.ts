import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { globalId } from '@touchstone/platform/graphql';
import { Member, MemberLoader, presentMember } from '../../organizations';
import { presentQuestionVersion, QuestionVersion, QuestionVersionLoader } from '../../question-bank';
import { InterviewItemLoader } from '../application/interview-item.loader';
import { InterviewLoader } from '../application/interview.loader';
import { LoopLoader } from '../application/loop.loader';
import { InterviewItem } from './interview-item.types';
import { Deviation, Interview, PanelSeat } from './interview.types';
import { Loop } from './loop.types';
import { presentDeviation, presentInterview, presentSeat } from './present-interview';
import { presentLoop } from './present-loop';

/** What hangs on an interview. */
@Resolver(() => Interview)
export class InterviewFieldsResolver {
  constructor(
    private readonly loader: InterviewLoader,
    private readonly loops: LoopLoader,
    private readonly itemLoader: InterviewItemLoader,
  ) {}

  @ResolveField(() => Loop, { nullable: true })
  async loop(@CurrentContext() context: RequestContext, @Parent() { source }: Interview): Promise<Loop | null> {
    const loop = await this.loops.one(context, source.loopId);
    return loop && presentLoop(loop);
  }

  @ResolveField(() => [PanelSeat], { description: 'All seats that were ever given here.' })
  async seats(@CurrentContext() context: RequestContext, @Parent() { source }: Interview): Promise<PanelSeat[]> {
    return (await this.loader.seatsOf(context, source.id)).map(presentSeat);
  }

  @ResolveField(() => PanelSeat, { nullable: true, description: 'The seat that you hold or held here.' })
  async mySeat(@CurrentContext() context: RequestContext, @Parent() { source }: Interview): Promise<PanelSeat | null> {
    const seat = (await this.loader.seatsOf(context, source.id)).find(({ memberId }) => memberId === context.actor?.memberId);
    return seat === undefined ? null : presentSeat(seat);
  }

  @ResolveField(() => [InterviewItem], {
    nullable: true,
    description: 'What is asked, in order; null where you neither hold a seat here nor may read kits.',
  })
  async items(@CurrentContext() context: RequestContext, @Parent() { source }: Interview): Promise<InterviewItem[] | null> {
    const items = await this.itemLoader.of(context, source);
    return (
      items &&
      items.map((item) => ({
        ...item,
        versionId: item.questionVersionId,
        questionVersionId: globalId('QuestionVersion', source.organizationId, item.questionVersionId),
      }))
    );
  }

  @ResolveField(() => [Deviation], {
    nullable: true,
    description: 'How the interview departed from its kit round; null where you may not know its items.',
  })
  async deviations(@CurrentContext() context: RequestContext, @Parent() { source }: Interview): Promise<Deviation[] | null> {
    const mayKnow = (await this.itemLoader.of(context, source)) !== null;
    return mayKnow ? (await this.loader.deviationsOf(context, source.id)).map(presentDeviation) : null;
  }
}

/** The question of an item, with its rubric for those who sit at the interview. */
@Resolver(() => InterviewItem)
export class InterviewItemFieldsResolver {
  constructor(private readonly versions: QuestionVersionLoader) {}

  @ResolveField(() => QuestionVersion, { nullable: true })
  async questionVersion(
    @CurrentContext() context: RequestContext,
    @Parent() { versionId }: InterviewItem,
  ): Promise<QuestionVersion | null> {
    const readable = await this.versions.readable(context, versionId);
    return readable && presentQuestionVersion(readable.version, { rubric: readable.rubric });
  }
}

/** Who recorded a deviation. */
@Resolver(() => Deviation)
export class DeviationFieldsResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member, { nullable: true })
  async recordedBy(@CurrentContext() context: RequestContext, @Parent() { memberId }: Deviation): Promise<Member | null> {
    const member = await this.members.one(context, memberId);
    return member && presentMember(member);
  }
}

/** Who holds a seat, and where. */
@Resolver(() => PanelSeat)
export class PanelSeatFieldsResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly loader: InterviewLoader,
  ) {}

  @ResolveField(() => Member, { nullable: true })
  async member(@CurrentContext() context: RequestContext, @Parent() { source }: PanelSeat): Promise<Member | null> {
    const member = await this.members.one(context, source.memberId);
    return member && presentMember(member);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who took it away; null where it is held.' })
  async removedBy(@CurrentContext() context: RequestContext, @Parent() { source }: PanelSeat): Promise<Member | null> {
    const member = source.removedBy === null ? null : await this.members.one(context, source.removedBy);
    return member && presentMember(member);
  }

  @ResolveField(() => Interview, { nullable: true })
  async interview(@CurrentContext() context: RequestContext, @Parent() { source }: PanelSeat): Promise<Interview | null> {
    const interview = await this.loader.one(context, source.interviewId);
    return interview && presentInterview(interview);
  }
}
