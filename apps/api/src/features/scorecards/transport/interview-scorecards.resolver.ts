import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { Interview } from '../../interviews';
import { ScorecardLoader } from '../application/scorecard.loader';
import { presentScorecard } from './present-scorecard';
import { Scorecard } from './scorecard.types';

/** What scorecards add to an interview. */
@Resolver(() => Interview)
export class InterviewScorecardsResolver {
  constructor(private readonly loader: ScorecardLoader) {}

  @ResolveField(() => Scorecard, { nullable: true, description: 'Your own; null where you have not opened one.' })
  async myScorecard(@CurrentContext() context: RequestContext, @Parent() { source }: Interview): Promise<Scorecard | null> {
    const mine = (await this.loader.ofInterview(context, source.id)).find(({ memberId }) => memberId === context.actor?.memberId);
    return mine === undefined ? null : presentScorecard(mine);
  }

  @ResolveField(() => [Scorecard], { description: 'Your own, and those of others as far as the seal shows them.' })
  async scorecards(@CurrentContext() context: RequestContext, @Parent() { source }: Interview): Promise<Scorecard[]> {
    return (await this.loader.ofInterview(context, source.id)).map(presentScorecard);
  }
}
