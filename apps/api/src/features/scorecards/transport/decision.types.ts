import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  DECISION_OUTCOMES,
  type DecisionOutcome,
  RECOMMENDATIONS,
  type Recommendation,
  type RecommendationBasis,
} from '@touchstone/interviewing/scorecards';
import { TEXT_ERASED_AT } from '../../interviews';
import { Member } from '../../organizations';

export const DecisionOutcomeEnum = Object.fromEntries(DECISION_OUTCOMES.map((outcome) => [outcome, outcome])) as {
  [O in DecisionOutcome]: O;
};
registerEnumType(DecisionOutcomeEnum, { name: 'DecisionOutcome' });

export const RecommendationEnum = Object.fromEntries(RECOMMENDATIONS.map((one) => [one, one])) as { [R in Recommendation]: R };
registerEnumType(RecommendationEnum, { name: 'Recommendation', description: 'What the registered rule says.' });

const BASES = {
  CUT_OFF: 'CUT_OFF',
  MUST_HAVE_FAILED: 'MUST_HAVE_FAILED',
  MUST_HAVE_UNRATED: 'MUST_HAVE_UNRATED',
  RATING_MISSING: 'RATING_MISSING',
  NOTHING_RATED: 'NOTHING_RATED',
} as const satisfies { [B in RecommendationBasis]: B };
registerEnumType(BASES, { name: 'RecommendationBasis', description: 'What settled the recommendation.' });

@ObjectType({ description: 'How a must-have came out; value and met are null where the competency has no rating.' })
export class MustHaveResult {
  @Field() competency!: string;
  @Field(() => Float) minimum!: number;
  @Field(() => Float, { nullable: true }) value!: number | null;
  @Field(() => Boolean, { nullable: true }) met!: boolean | null;
}

@ObjectType({
  description: 'What the registered rule says, with every figure that settled it. Figures are exact; round them for display only.',
})
export class ComputedRecommendation {
  @Field(() => RecommendationEnum) recommendation!: Recommendation;
  @Field(() => BASES) basis!: RecommendationBasis;
  @Field(() => Float, { nullable: true, description: 'The weighted mean over the rated competencies, in levels.' }) total!: number | null;
  @Field(() => Float, { description: 'What part of the weight has a rating behind it, 0 to 1.' }) ratedWeightShare!: number;
  @Field(() => [String], { description: 'Competencies that count and have no rating.' }) unrated!: readonly string[];
  @Field(() => [MustHaveResult]) mustHaves!: readonly MustHaveResult[];
  @Field(() => Float) hireCutOff!: number;
  @Field(() => Float, { nullable: true }) strongHireCutOff!: number | null;
  @Field({ description: 'SHA-256 of the registered rule.' }) ruleHash!: string;
}

@ObjectType({ description: 'What became of an application.' })
export class Decision {
  @Field(() => ID) id!: string;
  @Field(() => DecisionOutcomeEnum) outcome!: DecisionOutcome;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => Date, { nullable: true, description: TEXT_ERASED_AT }) textErasedAt!: Date | null;
  @Field({ description: 'Was it decided otherwise than the registered rule recommended?' }) overridesRule!: boolean;
  @Field(() => ComputedRecommendation, { description: 'What the rule said at that moment.' }) computed!: ComputedRecommendation;
  @Field(() => Member, { nullable: true }) decidedBy!: Member | null;
  @Field() decidedAt!: Date;
}
