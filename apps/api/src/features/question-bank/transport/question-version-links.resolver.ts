import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { Member, MemberLoader, presentMember } from '../../organizations';
import { QuestionReviewLoader } from '../application/question-review.loader';
import { QuestionReview, type ReviewException } from './question-draft.types';
import { QuestionVersion } from './question-version.types';
import { QuestionView } from './question-view';
import { Question } from './question.types';

/** What leads on from a version; loaded only where it is asked for. */
@Resolver(() => QuestionVersion)
export class QuestionVersionLinksResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly reviewsOf: QuestionReviewLoader,
    private readonly view: QuestionView,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who started this version.' })
  async author(@CurrentContext() context: RequestContext, @Parent() { authorId }: QuestionVersion): Promise<Member | null> {
    const member = await this.members.one(context, authorId);
    return member === null ? null : presentMember(member);
  }

  @ResolveField(() => Question, { nullable: true })
  question(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() { questionId }: QuestionVersion,
  ): Promise<Question | null> {
    return this.view.question(context, localId(actor, 'Question', questionId));
  }

  @ResolveField(() => [QuestionReview], { nullable: true, description: 'For scorers. What reviewers said of this version, newest first.' })
  async reviews(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() { id }: QuestionVersion,
  ): Promise<readonly QuestionReview[] | null> {
    const reviews = await this.reviewsOf.of(context, localId(actor, 'QuestionVersion', id) ?? '');
    return reviews?.map(({ exceptions, ...review }) => ({ ...review, exceptions: JSON.parse(exceptions) as ReviewException[] })) ?? null;
  }
}

/** Who reviewed. */
@Resolver(() => QuestionReview)
export class QuestionReviewLinksResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member, { nullable: true })
  async reviewer(@CurrentContext() context: RequestContext, @Parent() { reviewerId }: QuestionReview): Promise<Member | null> {
    const member = await this.members.one(context, reviewerId);
    return member === null ? null : presentMember(member);
  }
}
