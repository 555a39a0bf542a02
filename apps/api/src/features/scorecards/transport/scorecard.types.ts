import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  PANELIST_RECOMMENDATIONS,
  type PanelistRecommendation,
  SCORECARD_STATES,
  type ScorecardState,
} from '@touchstone/interviewing/scorecards';
import { connectionType, DomainErrorType, NodeType } from '@touchstone/platform/graphql';
import { TEXT_ERASED_AT } from '../../interviews';
import type { Missing } from '../errors';

export const ScorecardStatusEnum = Object.fromEntries(SCORECARD_STATES.map((state) => [state, state])) as { [S in ScorecardState]: S };
registerEnumType(ScorecardStatusEnum, { name: 'ScorecardStatus' });

export const PanelistRecommendationEnum = Object.fromEntries(PANELIST_RECOMMENDATIONS.map((one) => [one, one])) as {
  [R in PanelistRecommendation]: R;
};
registerEnumType(PanelistRecommendationEnum, { name: 'PanelistRecommendation', description: 'What one panelist recommends.' });

export const MissingWhatEnum = { RATING: 'RATING', REASON: 'REASON', EVIDENCE: 'EVIDENCE', RECOMMENDATION: 'RECOMMENDATION' } as const;
registerEnumType(MissingWhatEnum, { name: 'MissingWhat' });

@ObjectType({ description: 'One criterion of one question on one scorecard.' })
export class Rating {
  @Field(() => ID) questionVersionId!: string;
  @Field({ description: 'The id of the criterion in the rubric.' }) criterion!: string;
  @Field(() => Int, { nullable: true, description: 'Null where it was not observed, or not rated yet.' }) level!: number | null;
  @Field(() => String, { nullable: true, description: 'Set where it was not observed.' }) notObservedReason!: string | null;
  @Field({ description: 'What was said.' }) evidence!: string;
  @Field({ description: 'What it means.' }) judgement!: string;
  @Field(() => [String], { description: 'The ids of the probes that were asked.' }) probesUsed!: readonly string[];
  @Field(() => Int) revision!: number;
  @Field() ratedAt!: Date;
  @Field(() => Date, { nullable: true, description: TEXT_ERASED_AT }) textErasedAt!: Date | null;
}

@ObjectType({ description: 'One thing that a scorecard lacks. Version and criterion are null where it is the recommendation.' })
export class MissingPart {
  @Field(() => ID, { nullable: true }) questionVersionId!: string | null;
  @Field(() => String, { nullable: true }) criterion!: string | null;
  @Field(() => MissingWhatEnum) what!: Missing['what'];
}

@ObjectType({
  implements: () => [NodeType],
  description: 'One panelist on one interview. You see your own, and those of others as far as the seal allows.',
})
export class Scorecard extends NodeType {
  readonly cardId!: string;
  readonly interviewId!: string;
  readonly memberId!: string;
  @Field(() => ScorecardStatusEnum) status!: ScorecardState;
  @Field(() => PanelistRecommendationEnum, { nullable: true }) recommendation!: PanelistRecommendation | null;
  @Field() summary!: string;
  @Field(() => Date, { nullable: true, description: TEXT_ERASED_AT }) textErasedAt!: Date | null;
  @Field(() => Int, { description: 'Moves with summary, recommendation and submission. Each rating has its own.' }) revision!: number;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true }) submittedAt!: Date | null;
  @Field({ description: 'Submitted when its author could already see the others. It is shown, and weighs nothing.' })
  afterOpening!: boolean;
}

export const ScorecardConnection = connectionType(Scorecard, 'Scorecard');

@ObjectType({ description: 'What of a rating one writes.' })
export class RatingText {
  @Field(() => Int, { nullable: true }) level!: number | null;
  @Field(() => String, { nullable: true }) notObservedReason!: string | null;
  @Field() evidence!: string;
  @Field() judgement!: string;
  @Field(() => [String]) probesUsed!: string[];
}

@ObjectType('RatingConflictError', {
  implements: () => [DomainErrorType],
  description: 'You saved this rating elsewhere meanwhile. Nothing was overwritten; here are both texts.',
})
export class RatingConflictErrorType extends DomainErrorType {
  @Field(() => Int, { description: '0 where nothing is stored.' }) currentRevision!: number;
  @Field(() => RatingText, { nullable: true }) stored!: RatingText | null;
  @Field(() => RatingText) attempted!: RatingText;
}

@ObjectType('IncompleteScorecardError', {
  implements: () => [DomainErrorType],
  description: 'What is missing before the scorecard can be submitted.',
})
export class IncompleteScorecardErrorType extends DomainErrorType {
  @Field(() => [MissingPart]) missing!: MissingPart[];
}
