import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type Result } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId, refuse, resultUnion, selects, sharedErrorTypes } from '@touchstone/platform/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { LoopReader, presentLoop } from '../../interviews';
import { OpenScorecard } from '../application/open-scorecard';
import type { RatingEntry } from '../application/rating-entries';
import { SaveRating } from '../application/save-rating';
import { SaveSummary } from '../application/save-summary';
import { ScorecardLoader } from '../application/scorecard.loader';
import { SubmitScorecard } from '../application/submit-scorecard';
import type { OpenScorecardError, SaveRatingError, SaveSummaryError, SubmitScorecardError } from '../errors';
import { presentMissing, presentRating, presentScorecard } from './present-scorecard';
import { OpenScorecardPayload, SaveRatingPayload, SaveSummaryPayload, SubmitScorecardPayload } from './rate.types';
import { OpenScorecardInput, type RatingInput, SaveRatingInput, SaveSummaryInput, SubmitScorecardInput } from './scorecard.inputs';
import { IncompleteScorecardErrorType, RatingConflictErrorType, type Scorecard } from './scorecard.types';

const { NotFoundError, NotAllowedError, ConflictError, ValidationError, RevisionConflictError, IdempotencyMismatchError } =
  sharedErrorTypes;
const refusals = { NotFoundError, NotAllowedError, ConflictError };

const OpenScorecardResult = resultUnion<OpenScorecardPayload, OpenScorecardError>('OpenScorecardResult', OpenScorecardPayload, refusals);
const SaveRatingResult = resultUnion<SaveRatingPayload, SaveRatingError>('SaveRatingResult', SaveRatingPayload, {
  ...refusals,
  ValidationError,
  RatingConflictError: RatingConflictErrorType,
});
const SaveSummaryResult = resultUnion<SaveSummaryPayload, SaveSummaryError>('SaveSummaryResult', SaveSummaryPayload, {
  ...refusals,
  RevisionConflictError,
});
const SubmitScorecardResult = resultUnion<SubmitScorecardPayload, SubmitScorecardError>('SubmitScorecardResult', SubmitScorecardPayload, {
  ...refusals,
  RevisionConflictError,
  IdempotencyMismatchError,
  ValidationError,
  RatingConflictError: RatingConflictErrorType,
  IncompleteScorecardError: IncompleteScorecardErrorType,
});

/** Writing one's own scorecard, up to its submission. */
@Resolver()
export class RateResolver {
  constructor(
    private readonly openVerb: OpenScorecard,
    private readonly saveRatingVerb: SaveRating,
    private readonly saveSummaryVerb: SaveSummary,
    private readonly submitVerb: SubmitScorecard,
    private readonly scorecards: ScorecardLoader,
    private readonly loops: LoopReader,
  ) {}

  @Mutation(() => OpenScorecardResult.type, {
    description: 'Your scorecard for an interview: the one there is, or a new one. From the start of the interview on.',
  })
  @Allow('scorecard.rate')
  async openScorecard(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: OpenScorecardInput,
  ): Promise<object> {
    const opened = await this.openVerb.execute(actor, { interviewId: localId(actor, 'Interview', input.interviewId) });
    return OpenScorecardResult.of(opened.ok ? ok({ scorecard: await this.changed(context, opened.value.scorecardId) }) : opened);
  }

  @Mutation(() => SaveRatingResult.type, { description: 'Saves one rating of your draft. Saving the same again changes nothing.' })
  @Allow('scorecard.rate')
  async saveRating(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: SaveRatingInput,
  ): Promise<object> {
    const saved = await this.saveRatingVerb.execute(actor, {
      ...entryOf(actor, input),
      scorecardId: localId(actor, 'Scorecard', input.scorecardId),
    });
    if (!saved.ok) return SaveRatingResult.of(saved);
    const scorecard = await this.changed(context, saved.value.scorecardId);
    const ratings = await this.scorecards.ratingsOf(context, saved.value.scorecardId);
    const rating = ratings.find(
      ({ questionVersionId, criterion }) => questionVersionId === saved.value.questionVersionId && criterion === saved.value.criterion,
    );
    return SaveRatingResult.of(ok({ scorecard, rating: presentRating(rating ?? gone()) }));
  }

  @Mutation(() => SaveSummaryResult.type, { description: 'Saves recommendation and summary of your draft.' })
  @Allow('scorecard.rate')
  async saveSummary(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: SaveSummaryInput,
  ): Promise<object> {
    const saved = await this.saveSummaryVerb.execute(actor, {
      ...input,
      scorecardId: localId(actor, 'Scorecard', input.scorecardId),
      recommendation: input.recommendation ?? null,
    });
    return SaveSummaryResult.of(saved.ok ? ok({ scorecard: await this.changed(context, saved.value.scorecardId) }) : saved);
  }

  @Mutation(() => SubmitScorecardResult.type, { description: 'Submits your scorecard, for good. The last one of a loop opens its seal.' })
  @Allow('scorecard.submit')
  async submitScorecard(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: SubmitScorecardInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const submitted = await this.submitVerb.execute(actor, {
      ...input,
      scorecardId: localId(actor, 'Scorecard', input.scorecardId),
      ratings: input.ratings.map((rating) => entryOf(actor, rating)),
      recommendation: input.recommendation ?? null,
      summary: input.summary ?? null,
    });
    if (!submitted.ok) return SubmitScorecardResult.of(withGlobalIds(actor, submitted));
    const loop = selects(info, 'loop') ? await this.loops.one(actor, submitted.value.loopId) : null;
    return SubmitScorecardResult.of(
      ok({ scorecard: await this.changed(context, submitted.value.scorecardId), loop: loop === null ? null : presentLoop(loop) }),
    );
  }

  /** The card as it is after the change: what loaders read before it is forgotten. */
  private async changed(context: RequestContext, id: string): Promise<Scorecard> {
    context.loaders.clear();
    return presentScorecard((await this.scorecards.one(context, id)) ?? gone());
  }
}

const entryOf = (
  actor: Actor,
  { questionVersionId, criterion, evidence, judgement, probesUsed, expectedRevision, ...rest }: RatingInput,
): RatingEntry => ({
  questionVersionId: localId(actor, 'QuestionVersion', questionVersionId),
  criterion,
  level: rest.level ?? null,
  notObservedReason: rest.notObservedReason ?? null,
  evidence,
  judgement,
  probesUsed,
  expectedRevision,
});

/** An author always sees her own card, unless her membership ends between the change and its answer. */
function gone(): never {
  throw refuse('FORBIDDEN', 'The change was made, and you may no longer see what it was made to.');
}

function withGlobalIds<T>(actor: Actor, refused: Extract<Result<T, SubmitScorecardError>, { ok: false }>): typeof refused {
  const { error } = refused;
  return error.type === 'IncompleteScorecardError'
    ? { ok: false, error: { ...error, missing: error.missing.map((part) => presentMissing(actor.organizationId, part)) } }
    : refused;
}
