import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { Loop } from '../../interviews';
import { type Member, MemberLoader, presentMember } from '../../organizations';
import { ViewScores } from '../application/view-scores';
import { membersOf, presentScores, presentSealed } from './present-scores';
import { LoopScoresResult } from './scores.types';

/** What insights add to a loop: its figures. */
@Resolver(() => Loop)
export class LoopScoresResolver {
  constructor(
    private readonly viewScores: ViewScores,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => LoopScoresResult, {
    nullable: true,
    description: 'The figures of a loop, or that it is sealed; null where there is no such loop for you.',
  })
  @Allow('debrief.read')
  loopScores(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('loopId', { type: () => ID }) loopId: string,
  ): Promise<object | null> {
    return this.present(context, localId(actor, 'Loop', loopId));
  }

  @ResolveField(() => LoopScoresResult, { nullable: true, description: 'The figures of this loop, or that it is sealed.' })
  scores(@CurrentContext() context: RequestContext, @Parent() { source }: Loop): Promise<object | null> {
    return this.present(context, source.id);
  }

  private async present(context: RequestContext, loopId: string | null): Promise<object | null> {
    const scores = await this.viewScores.execute(context, loopId);
    if (scores === null) return null;
    if (scores.sealed) return presentSealed(scores);
    const found = await Promise.all(membersOf(scores).map((id) => this.members.one(context, id)));
    const members = new Map(found.flatMap((member): [string, Member][] => (member === null ? [] : [[member.id, presentMember(member)]])));
    return presentScores(scores, members);
  }
}
