import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { AddQuestionComment } from '../application/add-question-comment';
import { OpenQuestionThread } from '../application/open-question-thread';
import { ReopenQuestionThread } from '../application/reopen-question-thread';
import { ResolveQuestionThread } from '../application/resolve-question-thread';
import {
  AddQuestionCommentResult,
  OpenQuestionThreadResult,
  ReopenQuestionThreadResult,
  ResolveQuestionThreadResult,
} from './question-thread-results';
import { QuestionThreadView } from './question-thread-view';
import {
  AddQuestionCommentInput,
  OpenQuestionThreadInput,
  ReopenQuestionThreadInput,
  ResolveQuestionThreadInput,
} from './question-thread.inputs';

/** What is said of versions while they are reviewed. */
@Resolver()
export class QuestionThreadResolver {
  constructor(
    private readonly view: QuestionThreadView,
    private readonly openVerb: OpenQuestionThread,
    private readonly addVerb: AddQuestionComment,
    private readonly resolveVerb: ResolveQuestionThread,
    private readonly reopenVerb: ReopenQuestionThread,
  ) {}

  @Mutation(() => OpenQuestionThreadResult.type, { description: 'Says something of one place of a version that is in review.' })
  @Allow('question.comment')
  async openQuestionThread(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: OpenQuestionThreadInput,
  ): Promise<object> {
    const opened = await this.openVerb.execute(actor, { ...input, versionId: localId(actor, 'QuestionVersion', input.versionId) });
    return OpenQuestionThreadResult.of(opened.ok ? ok({ thread: await this.view.changed(context, opened.value) }) : opened);
  }

  @Mutation(() => AddQuestionCommentResult.type, { description: 'Says something more in a thread.' })
  @Allow('question.comment')
  async addQuestionComment(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: AddQuestionCommentInput,
  ): Promise<object> {
    const added = await this.addVerb.execute(actor, { ...input, threadId: localId(actor, 'QuestionThread', input.threadId) });
    return AddQuestionCommentResult.of(added.ok ? ok({ thread: await this.view.changed(context, added.value) }) : added);
  }

  @Mutation(() => ResolveQuestionThreadResult.type, {
    description: 'Says that a thread is settled. One that blocks is settled by who opened it, or by who may review the version.',
  })
  @Allow('question.comment')
  async resolveQuestionThread(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: ResolveQuestionThreadInput,
  ): Promise<object> {
    const resolved = await this.resolveVerb.execute(actor, { ...input, threadId: localId(actor, 'QuestionThread', input.threadId) });
    return ResolveQuestionThreadResult.of(resolved.ok ? ok({ thread: await this.view.changed(context, resolved.value) }) : resolved);
  }

  @Mutation(() => ReopenQuestionThreadResult.type, { description: 'Says that a thread is not settled after all.' })
  @Allow('question.comment')
  async reopenQuestionThread(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: ReopenQuestionThreadInput,
  ): Promise<object> {
    const reopened = await this.reopenVerb.execute(actor, { ...input, threadId: localId(actor, 'QuestionThread', input.threadId) });
    return ReopenQuestionThreadResult.of(reopened.ok ? ok({ thread: await this.view.changed(context, reopened.value) }) : reopened);
  }
}
