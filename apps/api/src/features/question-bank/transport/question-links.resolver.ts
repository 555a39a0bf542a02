import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, PageArgs, pageRequest, toConnection } from '@touchstone/platform/graphql';
import { Member, MemberLoader, presentMember } from '../../organizations';
import { QuestionLoader } from '../application/question.loader';
import { presentQuestionVersion } from './present-question-version';
import { QuestionVersion } from './question-version.types';
import { Question, QuestionVersionConnection } from './question.types';

/** What leads on from a question; loaded only where it is asked for. */
@Resolver(() => Question)
export class QuestionLinksResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly questions: QuestionLoader,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who answers for it.' })
  async owner(@CurrentContext() context: RequestContext, @Parent() { ownerId }: Question): Promise<Member | null> {
    const member = await this.members.one(context, ownerId);
    return member === null ? null : presentMember(member);
  }

  @ResolveField(() => QuestionVersionConnection, { description: 'Every version that there is for you, newest first.' })
  async versions(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() { id }: Question,
    @Args() args: PageArgs,
  ): Promise<ConnectionValue<QuestionVersion>> {
    const questionId = localId(actor, 'Question', id) ?? '';
    const list = `versions:${questionId}`;
    const request = pageRequest(actor, list, args);
    const page = await this.questions.versionsOf(context, questionId, request);
    return toConnection(actor, list, request, page, (readable) => presentQuestionVersion(readable.version, readable));
  }
}
