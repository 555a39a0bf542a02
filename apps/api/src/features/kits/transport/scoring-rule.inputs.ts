import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { MISSING_RATING_RULES, type MissingRatingRule, SCORING_METHODS, type ScoringMethod } from '@touchstone/interviewing/kits';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsNumber, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { MissingRatingRuleEnum, ScoringMethodEnum } from './scoring-rule.types';

@InputType()
export class CompetencyScoreWeightInput {
  @Field() @StoredText(1, 80) competencySlug!: string;
  @Field(() => Float) @IsNumber() @Min(0) @Max(1_000_000) weight!: number;
}

@InputType()
export class MustHaveMinimumInput {
  @Field() @StoredText(1, 80) competencySlug!: string;
  @Field(() => Float) @IsNumber() minimum!: number;
}

@InputType()
export class CutOffsInput {
  @Field(() => Float, { nullable: true, description: 'Without it the best recommendation is HIRE.' })
  @IsOptional()
  @IsNumber()
  strongHire?: number | null;
  @Field(() => Float) @IsNumber() hire!: number;
}

@InputType()
export class ScaleEndsInput {
  @Field(() => Int) @IsInt() min!: number;
  @Field(() => Int) @IsInt() max!: number;
}

@InputType()
export class ScoringRuleInput {
  @Field(() => ScoringMethodEnum, { defaultValue: 'WEIGHTED_MEAN' }) @IsIn(SCORING_METHODS) method: ScoringMethod = 'WEIGHTED_MEAN';
  @Field(() => [CompetencyScoreWeightInput], { nullable: true, description: 'By default the weights of the role profile.' })
  @IsOptional()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => CompetencyScoreWeightInput)
  competencyWeights?: CompetencyScoreWeightInput[] | null;
  @Field(() => [MustHaveMinimumInput], { defaultValue: [] })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => MustHaveMinimumInput)
  mustHaves: MustHaveMinimumInput[] = [];
  @Field(() => CutOffsInput) @ValidateNested() @Type(() => CutOffsInput) cutOffs!: CutOffsInput;
  @Field(() => MissingRatingRuleEnum, { defaultValue: 'REPORT' }) @IsIn(MISSING_RATING_RULES) missing: MissingRatingRule = 'REPORT';
  @Field(() => ScaleEndsInput, { nullable: true, description: 'By default 1 to 5.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ScaleEndsInput)
  scale?: ScaleEndsInput | null;
}

@InputType()
export class CreateScoringRuleInput {
  @Field() @StoredText(1, 120) name!: string;
  @Field(() => ID, { nullable: true, description: 'Whose weights count where the rule gives none.' })
  @IsOptional()
  @StoredText(1, 100)
  roleProfileId?: string | null;
  @Field(() => ScoringRuleInput) @ValidateNested() @Type(() => ScoringRuleInput) rule!: ScoringRuleInput;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}
