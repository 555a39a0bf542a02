import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { SimulateExposure } from '../application/simulate-exposure';
import { WeighWishes } from '../application/weigh-wishes';
import { ExposureArgs, ExposureSimulation } from './exposure.types';
import { presentExposure } from './present-exposure';
import { WishCost } from './report.types';

/** What would be if: questions that are answered by solving again. */
@Resolver()
export class ForesightResolver {
  constructor(
    private readonly weigh: WeighWishes,
    private readonly simulate: SimulateExposure,
  ) {}

  @Query(() => [WishCost], {
    nullable: true,
    description:
      'What each wish costs this kit, the dearest first; wishes that cost nothing are left out. Worked out on request, in seconds. Null where there is no such kit for you.',
  })
  @Allow('kit.assemble')
  async wishCosts(@CurrentActor() actor: Actor, @Args('kitId', { type: () => ID }) kitId: string): Promise<WishCost[] | null> {
    const costs = await this.weigh.execute(actor, localId(actor, 'Kit', kitId));
    return costs && costs.map(({ wishId, label, points, coverage, words }) => ({ wish: wishId, label, points, coverage, message: words }));
  }

  @Query(() => ExposureSimulation, {
    nullable: true,
    description:
      'How the bank would wear in a year of loops with fresh kits of this blueprint. Null where there is no such blueprint for you.',
  })
  @Allow('kit.assemble')
  async exposureSimulation(
    @CurrentActor() actor: Actor,
    @Args() { blueprintId, ...year }: ExposureArgs,
  ): Promise<ExposureSimulation | null> {
    const played = await this.simulate.execute(actor, localId(actor, 'Blueprint', blueprintId), year);
    return played && presentExposure(played);
  }
}
