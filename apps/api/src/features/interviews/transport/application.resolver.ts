import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, PageArgs, pageRequest, toConnection } from '@touchstone/platform/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { CreateApplication } from '../application/create-application';
import { ViewApplications } from '../application/view-applications';
import { Application, ApplicationConnection } from './application.types';
import { CreateApplicationInput } from './candidate.inputs';
import { CreateApplicationResult } from './hiring-results.types';
import { presentApplication } from './present-opening';

@ArgsType()
class ApplicationsArgs extends PageArgs {
  @Field(() => ID) @StoredText(1, 100) openingId!: string;
}

/** Candidates for openings. */
@Resolver()
export class ApplicationResolver {
  constructor(
    private readonly view: ViewApplications,
    private readonly createVerb: CreateApplication,
  ) {}

  @Query(() => ApplicationConnection, { description: 'The applications for an opening, the newest first.' })
  @Allow('application.read')
  async applications(@CurrentActor() actor: Actor, @Args() args: ApplicationsArgs): Promise<ConnectionValue<Application>> {
    const list = `applications/${args.openingId}`;
    const request = pageRequest(actor, list, args);
    return toConnection(
      actor,
      list,
      request,
      await this.view.page(actor, localId(actor, 'Opening', args.openingId), request),
      presentApplication,
    );
  }

  @Mutation(() => CreateApplicationResult.type, {
    description: 'Enters a candidate for an opening and makes the loop. planLoop makes its interviews.',
  })
  @Allow('application.create')
  async createApplication(
    @CurrentActor() actor: Actor,
    @Args('input') { candidateId, openingId, idempotencyKey }: CreateApplicationInput,
  ): Promise<object> {
    const made = await this.createVerb.execute(actor, {
      candidateId: localId(actor, 'Candidate', candidateId),
      openingId: localId(actor, 'Opening', openingId),
      idempotencyKey,
    });
    return CreateApplicationResult.of(
      made.ok ? ok({ application: presentApplication(await this.view.changed(actor, made.value.applicationId)) }) : made,
    );
  }
}
