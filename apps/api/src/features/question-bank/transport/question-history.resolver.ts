import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@touchstone/platform/access';
import type { Actor } from '@touchstone/platform/actor';
import { CurrentActor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CompareQuestionVersions } from '../application/compare-question-versions';
import { diffWish } from './diff-wish';
import { QuestionDiff } from './question-diff.types';

/** What became of a question over its versions. */
@Resolver()
export class QuestionHistoryResolver {
  constructor(private readonly compare: CompareQuestionVersions) {}

  @Query(() => QuestionDiff, {
    nullable: true,
    description: 'What differs between two versions; null where there are no such things for you.',
  })
  @Allow('question.read')
  questionVersionDiff(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => ID }) from: string,
    @Args('to', { type: () => ID }) to: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<QuestionDiff | null> {
    const [fromId, toId] = [localId(actor, 'QuestionVersion', from), localId(actor, 'QuestionVersion', to)];
    return this.compare.execute(actor, { fromId, toId, wish: diffWish(info) });
  }
}
