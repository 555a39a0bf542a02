import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { canonicalJson } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, mentions, PageArgs, pageRequest, selects, toConnection } from '@touchstone/platform/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CountQuestions } from '../application/count-questions';
import { ListQuestions } from '../application/list-questions';
import { ListReviewInbox } from '../application/list-review-inbox';
import { filterOf } from './filter-of';
import { presentQuestion } from './present-question';
import { FOR_SCORERS, presentQuestionVersion } from './present-question-version';
import { QuestionVersion } from './question-version.types';
import { QuestionView } from './question-view';
import { QuestionFilterArgs, QuestionListArgs } from './question.inputs';
import { Question, QuestionConnection, QuestionFacets, QuestionVersionConnection } from './question.types';

/** The bank, for reading. */
@Resolver()
export class QuestionResolver {
  constructor(
    private readonly list: ListQuestions,
    private readonly counts: CountQuestions,
    private readonly inbox: ListReviewInbox,
    private readonly view: QuestionView,
  ) {}

  @Query(() => QuestionConnection, { description: 'The questions of the bank, each by the version that stands for it for you.' })
  @Allow('question.read')
  async questions(
    @CurrentActor() actor: Actor,
    @Args() args: QuestionListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue<Question>> {
    const filter = filterOf(actor, args.filter);
    const order = args.order ?? (filter.text === null ? 'TITLE' : 'RELEVANCE');
    const list = `questions:${order}:${canonicalJson(filter)}`;
    const request = pageRequest(actor, list, args);
    const listing = { filter, order, counted: selects(info, 'totalCount'), rubrics: mentions(info, FOR_SCORERS) };
    const page = await this.list.execute(actor, listing, request);
    return toConnection(actor, list, request, page, presentQuestion);
  }

  @Query(() => QuestionFacets, { description: 'How many questions the same list holds, by category, kind and difficulty.' })
  @Allow('question.read')
  questionFacets(@CurrentActor() actor: Actor, @Args() args: QuestionFilterArgs): Promise<QuestionFacets> {
    return this.counts.execute(actor, filterOf(actor, args.filter));
  }

  @Query(() => Question, { nullable: true, description: 'One question; null where there is no such thing for you.' })
  @Allow('question.read')
  question(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Question | null> {
    return this.view.question(context, localId(actor, 'Question', id));
  }

  @Query(() => QuestionVersion, { nullable: true, description: 'One version; null where there is no such thing for you.' })
  @Allow('question.read')
  questionVersion(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<QuestionVersion | null> {
    return this.view.version(context, localId(actor, 'QuestionVersion', id));
  }

  @Query(() => QuestionVersionConnection, {
    description: 'What waits for your review, the longest waiting first. Nothing that you own or wrote on.',
  })
  @Allow('question.review')
  async reviewInbox(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<ConnectionValue<QuestionVersion>> {
    const list = `reviewInbox:${actor.memberId}`;
    const request = pageRequest(actor, list, args);
    return toConnection(actor, list, request, await this.inbox.execute(actor, request), (readable) =>
      presentQuestionVersion(readable.version, readable),
    );
  }
}
