import { Args, ArgsType, Field, ID, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { LoopState } from '@touchstone/interviewing/interviews';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { type ConnectionValue, globalId, localId, PageArgs, pageRequest, refuse, toConnection } from '@touchstone/platform/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { IsEnum, IsOptional } from 'class-validator';
import { PlanLoop } from '../application/plan-loop';
import { ViewLoops } from '../application/view-loops';
import { type LoopEvent, WatchLoop } from '../application/watch-loop';
import { PlanLoopInput } from './interview.inputs';
import { PlanLoopResult } from './interview-results.types';
import { Loop, LoopChange, LoopConnection, LoopStateEnum } from './loop.types';
import { plannedRound } from './planned-round';
import { presentLoop } from './present-loop';
import { optionalId } from './read-id';

@ArgsType()
class LoopsArgs extends PageArgs {
  @Field(() => ID, { nullable: true }) @IsOptional() @StoredText(1, 100) openingId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @StoredText(1, 100) candidateId?: string | null;
  @Field(() => LoopStateEnum, { nullable: true }) @IsOptional() @IsEnum(LoopStateEnum) state?: LoopState | null;
}

/** Loops: reading, planning, watching. */
@Resolver()
export class LoopResolver {
  constructor(
    private readonly view: ViewLoops,
    private readonly planVerb: PlanLoop,
    private readonly watch: WatchLoop,
  ) {}

  @Query(() => LoopConnection, { description: 'The loops that you may read, the newest first.' })
  @Allow('loop.read')
  async loops(@CurrentActor() actor: Actor, @Args() args: LoopsArgs): Promise<ConnectionValue<Loop>> {
    const { openingId, candidateId, state } = args;
    const list = `loops/${openingId ?? ''}/${candidateId ?? ''}/${state ?? ''}`;
    const request = pageRequest(actor, list, args);
    const filter = {
      openingId: optionalId(actor, 'Opening', openingId),
      candidateId: optionalId(actor, 'Candidate', candidateId),
      state: state ?? null,
    };
    return toConnection(actor, list, request, await this.view.page(actor, filter, request), presentLoop);
  }

  @Query(() => Loop, { nullable: true, description: 'One loop; null where there is none with this id for you.' })
  @Allow('loop.read')
  async loop(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Loop | null> {
    const loop = await this.view.one(actor, localId(actor, 'Loop', id));
    return loop && presentLoop(loop);
  }

  @Mutation(() => PlanLoopResult.type, {
    description: 'Plans a loop whole: one interview for every round of its kit, each with its seats.',
  })
  @Allow('interview.schedule')
  async planLoop(@CurrentActor() actor: Actor, @Args('input') { loopId, rounds, idempotencyKey }: PlanLoopInput): Promise<object> {
    const planned = await this.planVerb.execute(actor, {
      loopId: localId(actor, 'Loop', loopId),
      rounds: rounds.map((round) => plannedRound(actor, round)),
      idempotencyKey,
    });
    return PlanLoopResult.of(planned.ok ? ok({ loop: presentLoop(await this.view.changed(actor, planned.value.loopId)) }) : planned);
  }

  @Subscription(() => LoopChange, {
    description:
      'What happens on a loop from now on: facts without content. Answers the error NOT_FOUND where you may not read the loop, and ends when you may no longer.',
    resolve: (event: LoopEvent) => presentChange(event),
  })
  @Allow('loop.watch')
  async loopChanged(
    @CurrentActor() actor: Actor,
    @Args('loopId', { type: () => ID }) loopId: string,
  ): Promise<AsyncIterableIterator<LoopEvent>> {
    const events = await this.watch.execute(actor, localId(actor, 'Loop', loopId));
    // A stream has no union to put a refusal in: it comes as the error of the operation.
    if (!events.ok) throw refuse('NOT_FOUND', events.error.message, { path: events.error.path });
    return events.value;
  }
}

const presentChange = ({ organizationId, loopId, kind, interviewId, seatId, at }: LoopEvent): LoopChange => ({
  kind,
  loopId: globalId('Loop', organizationId, loopId),
  interviewId: interviewId ? globalId('Interview', organizationId, interviewId) : null,
  seatId: seatId ? globalId('PanelSeat', organizationId, seatId) : null,
  at: new Date(at),
});
