import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@touchstone/platform/actor';
import { CurrentActor } from '@touchstone/platform/actor';
import { LARGEST_PAGE } from '@touchstone/platform/graphql';
import { Interview } from '../../interviews';
import { ListScorecards } from '../application/list-scorecards';
import { presentScorecard } from './present-scorecard';
import { Scorecard } from './scorecard.types';

/** What scorecards add to an interview. */
@Resolver(() => Interview)
export class InterviewScorecardsResolver {
  constructor(private readonly list: ListScorecards) {}

  @ResolveField(() => Scorecard, { nullable: true, description: 'Your own; null where you have not opened one.' })
  async myScorecard(@CurrentActor() actor: Actor, @Parent() { source }: Interview): Promise<Scorecard | null> {
    const card = await this.list.mine(actor, source.id);
    return card === null ? null : presentScorecard(card);
  }

  @ResolveField(() => [Scorecard], { description: 'Your own, and those of others as far as the seal shows them.' })
  async scorecards(@CurrentActor() actor: Actor, @Parent() { source }: Interview): Promise<Scorecard[]> {
    const page = await this.list.execute(actor, { loopId: source.loopId, interviewId: source.id }, { first: LARGEST_PAGE, after: null });
    return page.rows.map(({ node }) => presentScorecard(node));
  }
}
