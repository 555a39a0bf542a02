import type { Recommendation } from '@touchstone/interviewing/scorecards';
import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Interview } from '../../interviews';
import { Member } from '../../organizations';
import { ComputedRecommendation, RecommendationEnum } from '../../scorecards';
import type { ApartBecause } from '../application/view-scores';
import { Estimate } from './estimate.types';

const BECAUSE = { SHADOW: 'SHADOW', AFTER_OPENING: 'AFTER_OPENING' } as const satisfies { [B in ApartBecause]: B };
registerEnumType(BECAUSE, { name: 'ApartBecause', description: 'Why ratings are shown and weigh nothing.' });

const SEALED = { NOT_ALL_SUBMITTED: 'NOT_ALL_SUBMITTED' } as const;
registerEnumType(SEALED, { name: 'SealedReason' });

@ObjectType({ description: 'What one competency came to, in levels.' })
export class CompetencyScore {
  @Field() competency!: string;
  @Field(() => Float, { nullable: true, description: 'In the registered rule; null where it has none there and does not enter the total.' })
  weight!: number | null;
  @Field(() => Estimate) estimate!: Estimate;
}

@ObjectType({ description: 'What one question, as asked in one interview, came to.' })
export class ItemScore {
  @Field(() => Interview) interview!: Interview;
  @Field(() => ID) questionVersionId!: string;
  @Field() title!: string;
  @Field(() => Estimate) estimate!: Estimate;
}

@ObjectType()
export class RaterLevel {
  @Field(() => Member, { nullable: true }) member!: Member | null;
  @Field(() => Int) level!: number;
}

@ObjectType({ description: 'How far the raters of one criterion are apart, in levels.' })
export class CriterionDisagreement {
  @Field(() => Interview) interview!: Interview;
  @Field(() => ID) questionVersionId!: string;
  @Field() title!: string;
  @Field() criterion!: string;
  @Field() competency!: string;
  @Field(() => Int, { nullable: true, description: 'Highest less lowest; null below two raters.' }) range!: number | null;
  @Field(() => Estimate) deviation!: Estimate;
  @Field(() => [RaterLevel]) levels!: readonly RaterLevel[];
  @Field({ description: 'More than one level apart.' }) toDiscuss!: boolean;
}

@ObjectType({ description: 'One rater who weighs nothing, computed as if she had been the whole panel.' })
export class ApartScores {
  @Field(() => Member, { nullable: true }) member!: Member | null;
  @Field(() => BECAUSE) because!: ApartBecause;
  @Field(() => Estimate) overall!: Estimate;
  @Field(() => [CompetencyScore]) competencies!: readonly CompetencyScore[];
}

@ObjectType({
  description:
    'What settling one disagreement would do to the decision: the registered rule applied as if all had agreed on the level of each rater in turn.',
})
export class DisagreementEffect {
  @Field(() => Interview) interview!: Interview;
  @Field(() => ID) questionVersionId!: string;
  @Field() title!: string;
  @Field() criterion!: string;
  @Field() competency!: string;
  @Field(() => Int, { description: 'Highest less lowest level.' }) range!: number;
  @Field(() => Float, { description: 'How many levels the total moves when all move by one level on this criterion.' }) weight!: number;
  @Field(() => Float, { description: 'How far apart, in levels, the total lies between agreement on the highest and on the lowest level.' })
  swing!: number;
  @Field(() => Float, { description: 'The part of the raters on whose level one need only agree for another recommendation, 0 to 1.' })
  chanceToTurn!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'How much of the way to another recommendation the levels reach, to a cut-off or the minimum of a must-have; 1 is all of it. Null where the rule decides nothing.',
  })
  reach!: number | null;
  @Field(() => RecommendationEnum) ifLowest!: Recommendation;
  @Field(() => RecommendationEnum) ifHighest!: Recommendation;
}

@ObjectType({
  description:
    'The weighted mean as the average panel and questions of this opening would have given it: in its units, and worked out over all candidates of the opening whose loops are open.',
})
export class AdjustedScore {
  @Field(() => Estimate, {
    nullable: true,
    description: 'Null until it is worked out, or where this loop is left out; sentence says which.',
  })
  estimate!: Estimate | null;
  @Field({ description: 'What stands behind it, or why there is none: for people.' }) sentence!: string;
  @Field({ description: 'Weighted mean and adjusted score cannot differ.' }) mustAgree!: boolean;
  @Field({ description: 'Why they must agree, or why not.' }) mustAgreeReason!: string;
  @Field({
    description:
      'Why its interval differs from that of the weighted mean, also where the figures agree, and which is to be read for what: for people.',
  })
  intervalsReason!: string;
  @Field(() => Int, { description: 'Candidates compared, this one among them.' }) candidates!: number;
  @Field({ description: 'Nothing has opened since.' }) upToDate!: boolean;
  @Field({ description: 'It will be worked out anew shortly.' }) pending!: boolean;
  @Field(() => Date, { nullable: true }) computedAt!: Date | null;
}

@ObjectType({
  description:
    'What the ratings of a loop come to by its registered rule. First ratings of leads and interviewers count; nothing is imputed.',
})
export class LoopScores {
  @Field(() => Estimate, {
    description:
      'The mean of the competencies by their weights, in levels. Its interval is for the mean over all panels that might have sat there, from how far the raters of this loop are apart; that of adjusted answers another question (adjusted.intervalsReason).',
  })
  overall!: Estimate;
  @Field(() => AdjustedScore, { description: 'The same with the severity of raters and the difficulty of questions taken out.' })
  adjusted!: AdjustedScore;
  @Field(() => Float, { description: 'What part of the weight has a rating behind it, 0 to 1.' }) ratedWeightShare!: number;
  @Field(() => [CompetencyScore]) competencies!: readonly CompetencyScore[];
  @Field(() => [String], { description: 'Competencies with weight and without a rating.' }) unratedCompetencies!: readonly string[];
  @Field(() => [ItemScore]) items!: readonly ItemScore[];
  @Field(() => [CriterionDisagreement], { description: 'The widest first.' })
  disagreements!: readonly CriterionDisagreement[];
  @Field(() => [DisagreementEffect], {
    description:
      'What to settle first, if the decision is what matters: by the chance to turn the recommendation, then by the way to a cut-off.',
  })
  discussFirst!: readonly DisagreementEffect[];
  @Field(() => [ApartScores], { description: 'Shadows, and those who submitted after the seal was opened early.' })
  apart!: readonly ApartScores[];
  @Field(() => ComputedRecommendation) recommendation!: ComputedRecommendation;
}

@ObjectType({ description: 'There are no figures before the seal opens. The same answer for everybody, whatever was rated.' })
export class SealedScores {
  @Field(() => SEALED) reason!: 'NOT_ALL_SUBMITTED';
  @Field() message!: string;
  @Field(() => Int) submitted!: number;
  @Field(() => Int) of!: number;
}

export const LoopScoresResult = createUnionType({
  name: 'LoopScoresResult',
  types: () => [LoopScores, SealedScores] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});
