import { Args, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { printQuestion } from '@touchstone/bank-format';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, pageRequest, toConnection } from '@touchstone/platform/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ChangesSinceReviewLoader } from '../application/changes-since-review.loader';
import { QuestionLintLoader } from '../application/question-lint.loader';
import { QuestionThreadLoader } from '../application/question-thread.loader';
import { QuestionVersionLoader } from '../application/question-version.loader';
import { diffWish } from './diff-wish';
import { QuestionDiff } from './question-diff.types';
import { QuestionLint } from './question-lint.types';
import { presentThread } from './question-thread-view';
import { QuestionThreadArgs } from './question-thread.inputs';
import { OpenThreads, QuestionThread, QuestionThreadConnection } from './question-thread.types';
import { QuestionVersion } from './question-version.types';

/** What reviewers and authors need of a version; worked out only where it is asked for, null for who may not read the rubric. */
@Resolver(() => QuestionVersion)
export class QuestionReviewFieldsResolver {
  constructor(
    private readonly versions: QuestionVersionLoader,
    private readonly threadsOf: QuestionThreadLoader,
    private readonly lintOf: QuestionLintLoader,
    private readonly changes: ChangesSinceReviewLoader,
  ) {}

  @ResolveField(() => QuestionThreadConnection, { nullable: true, description: 'For scorers. What was said of it, the oldest first.' })
  async threads(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() version: QuestionVersion,
    @Args() args: QuestionThreadArgs,
  ): Promise<ConnectionValue<QuestionThread> | null> {
    const id = idOf(actor, version);
    const list = `threads:${id}:${args.unresolved}`;
    const request = pageRequest(actor, list, args);
    const page = await this.threadsOf.of(context, id, args.unresolved, request);
    return page === null ? null : toConnection(actor, list, request, page, presentThread);
  }

  @ResolveField(() => OpenThreads, { nullable: true, description: 'For scorers. How many threads are not resolved.' })
  openThreads(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() version: QuestionVersion,
  ): Promise<OpenThreads | null> {
    return this.threadsOf.openOf(context, idOf(actor, version));
  }

  @ResolveField(() => QuestionLint, { nullable: true, description: 'For scorers. What the linter says; lines count in `text`.' })
  lint(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() version: QuestionVersion,
  ): Promise<QuestionLint | null> {
    return this.lintOf.of(context, idOf(actor, version));
  }

  @ResolveField(() => String, { nullable: true, description: 'For scorers. The whole content as a text in YAML, to write on.' })
  async text(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() version: QuestionVersion,
  ): Promise<string | null> {
    const readable = await this.versions.readable(context, idOf(actor, version));
    return readable?.rubric === true ? printQuestion(readable.version.document) : null;
  }

  @ResolveField(() => QuestionDiff, {
    nullable: true,
    description: 'For scorers. What the authors changed since changes were last requested; null where none were.',
  })
  changesSinceReview(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() version: QuestionVersion,
    @Info() info: GraphQLResolveInfo,
  ): Promise<QuestionDiff | null> {
    return this.changes.of(context, idOf(actor, version), diffWish(info));
  }
}

const idOf = (actor: Actor, { id }: QuestionVersion): string => localId(actor, 'QuestionVersion', id) ?? '';
