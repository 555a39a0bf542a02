import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId, refuse, resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import { type Loop, LoopReader, presentLoop } from '../../interviews';
import { MemberLoader, presentMember } from '../../organizations';
import { OpenSealEarly } from '../application/open-seal-early';
import { RateAgain } from '../application/rate-again';
import { RecordDecision } from '../application/record-decision';
import { ViewDebrief } from '../application/view-debrief';
import { ViewDecision } from '../application/view-decision';
import type { OpenSealEarlyError, RateAgainError, RecordDecisionError } from '../errors';
import { OpenSealEarlyInput, RateAgainInput, RecordDecisionInput } from './debrief.inputs';
import { presentDebriefRating, presentDecision } from './present-debrief';
import { OpenSealEarlyPayload, RateAgainPayload, RecordDecisionPayload } from './rate.types';

const { NotFoundError, NotAllowedError, ConflictError, ValidationError, IdempotencyMismatchError } = sharedErrorTypes;
const refusals = { NotFoundError, NotAllowedError, ConflictError, ValidationError, IdempotencyMismatchError };

const OpenSealEarlyResult = resultUnion<OpenSealEarlyPayload, OpenSealEarlyError>('OpenSealEarlyResult', OpenSealEarlyPayload, refusals);
const RateAgainResult = resultUnion<RateAgainPayload, RateAgainError>('RateAgainResult', RateAgainPayload, refusals);
const RecordDecisionResult = resultUnion<RecordDecisionPayload, RecordDecisionError>(
  'RecordDecisionResult',
  RecordDecisionPayload,
  refusals,
);

/** What the panel does with an open loop, and opening it before its time. */
@Resolver()
export class DebriefResolver {
  constructor(
    private readonly openSealEarlyVerb: OpenSealEarly,
    private readonly rateAgainVerb: RateAgain,
    private readonly recordDecisionVerb: RecordDecision,
    private readonly loops: LoopReader,
    private readonly viewDebrief: ViewDebrief,
    private readonly viewDecision: ViewDecision,
    private readonly members: MemberLoader,
  ) {}

  @Mutation(() => OpenSealEarlyResult.type, {
    description: 'Opens the seal before everybody has submitted. Who did it and why stays on the debrief for good.',
  })
  @Allow('loop.openSealEarly')
  async openSealEarly(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: OpenSealEarlyInput,
  ): Promise<object> {
    const opened = await this.openSealEarlyVerb.execute(actor, { ...input, loopId: localId(actor, 'Loop', input.loopId) });
    return OpenSealEarlyResult.of(opened.ok ? ok({ loop: await this.changed(actor, context, opened.value.loopId) }) : opened);
  }

  @Mutation(() => RateAgainResult.type, { description: 'Puts a second rating beside one of your own, at the debrief. The first stays.' })
  @Allow('debrief.rateAgain')
  async rateAgain(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: RateAgainInput,
  ): Promise<object> {
    const rated = await this.rateAgainVerb.execute(actor, {
      ...input,
      scorecardId: localId(actor, 'Scorecard', input.scorecardId),
      questionVersionId: localId(actor, 'QuestionVersion', input.questionVersionId),
    });
    if (!rated.ok) return RateAgainResult.of(rated);
    const loop = await this.changed(actor, context, rated.value.loopId);
    const debrief = await this.viewDebrief.execute(context, rated.value.loopId);
    const ratings = debrief?.items.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.ratings)) ?? [];
    const again = ratings.find(({ second }) => second?.id === rated.value.secondRatingId);
    return RateAgainResult.of(ok({ loop, secondRating: presentDebriefRating(again ?? gone(), new Map()).second ?? gone() }));
  }

  @Mutation(() => RecordDecisionResult.type, {
    description: 'Records the decision on a loop beside what the registered rule says. Once, for good.',
  })
  @Allow('decision.record')
  async recordDecision(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: RecordDecisionInput,
  ): Promise<object> {
    const recorded = await this.recordDecisionVerb.execute(actor, {
      ...input,
      loopId: localId(actor, 'Loop', input.loopId),
      reason: input.reason ?? null,
    });
    if (!recorded.ok) return RecordDecisionResult.of(recorded);
    const loop = await this.changed(actor, context, recorded.value.loopId);
    const decision = (await this.viewDecision.execute(context, recorded.value.loopId)) ?? gone();
    const decider = await this.members.one(context, decision.decidedBy);
    return RecordDecisionResult.of(ok({ loop, decision: presentDecision(decision, decider === null ? null : presentMember(decider)) }));
  }

  /** The loop as it is after the change: what loaders read before it is forgotten. */
  private async changed(actor: Actor, context: RequestContext, loopId: string): Promise<Loop> {
    context.loaders.clear();
    return presentLoop((await this.loops.one(actor, loopId)) ?? gone());
  }
}

/** She could read it when she changed it, unless her membership ends between the change and its answer. */
function gone(): never {
  throw refuse('FORBIDDEN', 'The change was made, and you may no longer see what it was made to.');
}
