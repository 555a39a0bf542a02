import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Interview } from '../../interviews';
import { Member } from '../../organizations';
import { ComputedRecommendation } from '../../scorecards';
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
    'What the ratings of a loop come to by its registered rule. First ratings of leads and interviewers count; nothing is imputed.',
})
export class LoopScores {
  @Field(() => Estimate, { description: 'The mean of the competencies by their weights, in levels.' }) overall!: Estimate;
  @Field(() => Float, { description: 'What part of the weight has a rating behind it, 0 to 1.' }) ratedWeightShare!: number;
  @Field(() => [CompetencyScore]) competencies!: readonly CompetencyScore[];
  @Field(() => [String], { description: 'Competencies with weight and without a rating.' }) unratedCompetencies!: readonly string[];
  @Field(() => [ItemScore]) items!: readonly ItemScore[];
  @Field(() => [CriterionDisagreement], { description: 'What to discuss first comes first.' })
  disagreements!: readonly CriterionDisagreement[];
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
