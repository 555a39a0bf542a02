import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { OpeningState } from '@touchstone/interviewing/interviews';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, PageArgs, pageRequest, toConnection } from '@touchstone/platform/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { CloseOpening } from '../application/close-opening';
import { CreateOpening } from '../application/create-opening';
import { ReopenOpening } from '../application/reopen-opening';
import { UpdateOpening } from '../application/update-opening';
import { ViewOpenings } from '../application/view-openings';
import { CloseOpeningResult, CreateOpeningResult, ReopenOpeningResult, UpdateOpeningResult } from './hiring-results.types';
import { CloseOpeningInput, CreateOpeningInput, ReopenOpeningInput, UpdateOpeningInput } from './opening.inputs';
import { Opening, OpeningConnection, OpeningStatusEnum } from './opening.types';
import { presentOpening } from './present-opening';
import { optionalId } from './read-id';

@ArgsType()
class OpeningsArgs extends PageArgs {
  @Field(() => OpeningStatusEnum, { nullable: true }) @IsOptional() @IsEnum(OpeningStatusEnum) status?: OpeningState | null;
}

/** Openings: reading and changing them. */
@Resolver()
export class OpeningResolver {
  constructor(
    private readonly view: ViewOpenings,
    private readonly createVerb: CreateOpening,
    private readonly updateVerb: UpdateOpening,
    private readonly closeVerb: CloseOpening,
    private readonly reopenVerb: ReopenOpening,
  ) {}

  @Query(() => OpeningConnection, { description: 'The openings of the organization, the newest first.' })
  @Allow('opening.read')
  async openings(@CurrentActor() actor: Actor, @Args() args: OpeningsArgs): Promise<ConnectionValue<Opening>> {
    const list = `openings/${args.status ?? ''}`;
    const request = pageRequest(actor, list, args);
    return toConnection(actor, list, request, await this.view.page(actor, args.status ?? null, request), presentOpening);
  }

  @Query(() => Opening, { nullable: true, description: 'One opening; null where there is none with this id.' })
  @Allow('opening.read')
  async opening(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Opening | null> {
    const opening = await this.view.one(actor, localId(actor, 'Opening', id));
    return opening && presentOpening(opening);
  }

  @Mutation(() => CreateOpeningResult.type, { description: 'Makes an opening from a published kit and a scoring rule.' })
  @Allow('opening.create')
  async createOpening(@CurrentActor() actor: Actor, @Args('input') input: CreateOpeningInput): Promise<object> {
    const { title, timeZone, idempotencyKey } = input;
    const made = await this.createVerb.execute(actor, {
      title,
      timeZone,
      idempotencyKey,
      roleProfileId: localId(actor, 'RoleProfile', input.roleProfileId),
      kitId: localId(actor, 'Kit', input.kitId),
      scoringRuleId: localId(actor, 'ScoringRule', input.scoringRuleId),
      hiringManagerId: localId(actor, 'Member', input.hiringManagerId),
      panelistIds: input.panelistIds.map((id) => localId(actor, 'Member', id)),
    });
    return CreateOpeningResult.of(made.ok ? ok({ opening: await this.changed(actor, made.value.openingId) }) : made);
  }

  @Mutation(() => UpdateOpeningResult.type, { description: 'Changes an opening. Loops that exist keep their kit and scoring rule.' })
  @Allow('opening.update')
  async updateOpening(@CurrentActor() actor: Actor, @Args('input') input: UpdateOpeningInput): Promise<object> {
    const changes = {
      title: input.title ?? undefined,
      timeZone: input.timeZone ?? undefined,
      roleProfileId: optionalId(actor, 'RoleProfile', input.roleProfileId),
      kitId: optionalId(actor, 'Kit', input.kitId),
      scoringRuleId: optionalId(actor, 'ScoringRule', input.scoringRuleId),
      hiringManagerId: optionalId(actor, 'Member', input.hiringManagerId),
      panelistIds: input.panelistIds?.map((id) => localId(actor, 'Member', id)),
    };
    const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<typeof changes>;
    const openingId = localId(actor, 'Opening', input.openingId);
    const updated = await this.updateVerb.execute(actor, { ...said, openingId, expectedRevision: input.expectedRevision });
    return UpdateOpeningResult.of(updated.ok ? ok({ opening: await this.changed(actor, updated.value.openingId) }) : updated);
  }

  @Mutation(() => CloseOpeningResult.type, { description: 'Closes an opening: nobody is entered for it any more.' })
  @Allow('opening.update')
  async closeOpening(@CurrentActor() actor: Actor, @Args('input') { openingId, expectedRevision }: CloseOpeningInput): Promise<object> {
    const closed = await this.closeVerb.execute(actor, { openingId: localId(actor, 'Opening', openingId), expectedRevision });
    return CloseOpeningResult.of(closed.ok ? ok({ opening: await this.changed(actor, closed.value.openingId) }) : closed);
  }

  @Mutation(() => ReopenOpeningResult.type, { description: 'Opens a closed opening again.' })
  @Allow('opening.update')
  async reopenOpening(@CurrentActor() actor: Actor, @Args('input') { openingId, expectedRevision }: ReopenOpeningInput): Promise<object> {
    const opened = await this.reopenVerb.execute(actor, { openingId: localId(actor, 'Opening', openingId), expectedRevision });
    return ReopenOpeningResult.of(opened.ok ? ok({ opening: await this.changed(actor, opened.value.openingId) }) : opened);
  }

  private async changed(actor: Actor, openingId: string): Promise<Opening> {
    return presentOpening(await this.view.changed(actor, openingId));
  }
}
