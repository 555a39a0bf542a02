import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { type ConnectionValue, PageArgs, pageRequest, toConnection } from '@touchstone/platform/graphql';
import { Member, MemberLoader, presentMember } from '../../organizations';
import { QuestionThreadLoader } from '../application/question-thread.loader';
import { QuestionComment, QuestionCommentConnection, QuestionThread } from './question-thread.types';

/** What leads on from a thread. */
@Resolver(() => QuestionThread)
export class QuestionThreadLinksResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly threads: QuestionThreadLoader,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who opened it.' })
  async opener(@CurrentContext() context: RequestContext, @Parent() { openedBy }: QuestionThread): Promise<Member | null> {
    const member = await this.members.one(context, openedBy);
    return member === null ? null : presentMember(member);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who said that it is settled.' })
  async resolver(@CurrentContext() context: RequestContext, @Parent() { resolvedBy }: QuestionThread): Promise<Member | null> {
    const member = resolvedBy === null ? null : await this.members.one(context, resolvedBy);
    return member === null ? null : presentMember(member);
  }

  @ResolveField(() => QuestionCommentConnection, { description: 'What was said, the oldest first.' })
  async comments(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() { localId }: QuestionThread,
    @Args() args: PageArgs,
  ): Promise<ConnectionValue<QuestionComment>> {
    const list = `comments:${localId}`;
    const request = pageRequest(actor, list, args);
    const page = await this.threads.commentsOf(context, localId, request);
    return toConnection(actor, list, request, page, ({ body, createdAt, authorId }) => ({ body, createdAt, authorId }));
  }
}

/** Who said it. */
@Resolver(() => QuestionComment)
export class QuestionCommentLinksResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member, { nullable: true })
  async author(@CurrentContext() context: RequestContext, @Parent() { authorId }: QuestionComment): Promise<Member | null> {
    const member = await this.members.one(context, authorId);
    return member === null ? null : presentMember(member);
  }
}
