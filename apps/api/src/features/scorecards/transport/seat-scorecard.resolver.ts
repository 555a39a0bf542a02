import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@touchstone/platform/actor';
import { CurrentContext } from '@touchstone/platform/actor';
import { PanelSeat } from '../../interviews';
import { ScorecardLoader } from '../application/scorecard.loader';
import { presentScorecard } from './present-scorecard';
import { Scorecard } from './scorecard.types';

/** What scorecards add to a seat. */
@Resolver(() => PanelSeat)
export class SeatScorecardResolver {
  constructor(private readonly scorecards: ScorecardLoader) {}

  @ResolveField(() => Scorecard, {
    nullable: true,
    description: 'Null where there is none, or none that the seal shows you: the answer is the same.',
  })
  async scorecard(@CurrentContext() context: RequestContext, @Parent() { source }: PanelSeat): Promise<Scorecard | null> {
    const card = await this.scorecards.ofSeat(context, source.id);
    return card === null ? null : presentScorecard(card);
  }
}
