import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, pageRequest, toConnection } from '@touchstone/platform/graphql';
import { FrameworkLoader } from '../application/framework.loader';
import { ListCompetencies } from '../application/list-competencies';
import { CompetencyArgs } from './competency.inputs';
import { Category, Competency, CompetencyConnection, RatingScale } from './competency.types';
import { presentCategory, presentCompetency, presentRatingScale } from './present-framework';

/** The competency framework, for reading. */
@Resolver()
export class CompetencyResolver {
  constructor(
    private readonly framework: FrameworkLoader,
    private readonly list: ListCompetencies,
  ) {}

  @Query(() => [Category], { description: 'The categories in the order of the framework.' })
  @Allow('competency.read')
  async categories(@CurrentContext() context: RequestContext): Promise<Category[]> {
    return (await this.framework.whole(context)).categories.map(presentCategory);
  }

  @Query(() => CompetencyConnection, { description: 'The competencies in the order of the framework.' })
  @Allow('competency.read')
  async competencies(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args() args: CompetencyArgs,
  ): Promise<ConnectionValue<Competency>> {
    const category = args.category ?? null;
    const list = `competencies:${category ?? ''}`;
    const request = pageRequest(actor, list, args);
    return toConnection(actor, list, request, await this.list.execute(context, category, request), presentCompetency);
  }

  @Query(() => Competency, { nullable: true, description: 'One competency; null where there is no such thing for you.' })
  @Allow('competency.read')
  async competency(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Competency | null> {
    const wanted = localId(actor, 'Competency', id);
    const found = (await this.framework.whole(context)).competencies.find((competency) => competency.id === wanted);
    return found === undefined ? null : presentCompetency(found);
  }

  @Query(() => [RatingScale], { description: 'The rating scales of the organization.' })
  @Allow('competency.read')
  async ratingScales(@CurrentContext() context: RequestContext): Promise<RatingScale[]> {
    return (await this.framework.whole(context)).ratingScales.map(presentRatingScale);
  }
}
