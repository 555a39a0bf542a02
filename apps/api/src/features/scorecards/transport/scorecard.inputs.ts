import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { NOTE_LENGTH_MAX, type PanelistRecommendation } from '@touchstone/interviewing/scorecards';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';
import { PanelistRecommendationEnum } from './scorecard.types';

/** More criteria than any interview has. */
const RATINGS_MAX = 200;

@InputType()
export class OpenScorecardInput {
  @Field(() => ID) @StoredText(1, 100) interviewId!: string;
}

@InputType({ description: 'A whole rating: what is left out is emptied.' })
export class RatingInput {
  @Field(() => ID) @StoredText(1, 100) questionVersionId!: string;
  @Field({ description: 'The id of the criterion in the rubric.' }) @StoredText(1, 200) criterion!: string;
  @Field(() => Int, { nullable: true, description: 'A level of the scale of the question.' }) @IsOptional() @IsInt() level?: number | null;
  @Field(() => String, { nullable: true, description: 'Why it was not observed, in place of a level.' })
  @IsOptional()
  @StoredText(0, NOTE_LENGTH_MAX)
  notObservedReason?: string | null;
  @Field({ defaultValue: '', description: 'What was said.' }) @StoredText(0, NOTE_LENGTH_MAX) evidence!: string;
  @Field({ defaultValue: '', description: 'What it means.' }) @StoredText(0, NOTE_LENGTH_MAX) judgement!: string;
  @Field(() => [String], { defaultValue: [], description: 'The ids of the probes that were asked.' })
  @ArrayMaxSize(100)
  @StoredText(1, 200, { each: true })
  probesUsed!: string[];
  @Field(() => Int, { description: 'The revision of this rating that you have seen; 0 for a new one.' })
  @IsInt()
  @Min(0)
  expectedRevision!: number;
}

@InputType({ description: 'The whole rating: what is left out is emptied.' })
export class SaveRatingInput extends RatingInput {
  @Field(() => ID) @StoredText(1, 100) scorecardId!: string;
}

@InputType()
export class SaveSummaryInput {
  @Field(() => ID) @StoredText(1, 100) scorecardId!: string;
  @Field(() => PanelistRecommendationEnum, { nullable: true })
  @IsOptional()
  @IsEnum(PanelistRecommendationEnum)
  recommendation?: PanelistRecommendation | null;
  @Field({ defaultValue: '' }) @StoredText(0, NOTE_LENGTH_MAX) summary!: string;
  @Field(() => Int, { description: 'The revision of the scorecard that you have seen.' }) @IsInt() @Min(0) expectedRevision!: number;
}

@InputType()
export class SubmitScorecardInput {
  @Field(() => ID) @StoredText(1, 100) scorecardId!: string;
  @Field(() => [RatingInput], {
    defaultValue: [],
    description: 'Ratings that are not saved yet: they are saved with the submission, or nothing is.',
  })
  @ArrayMaxSize(RATINGS_MAX)
  @ValidateNested({ each: true })
  @Type(() => RatingInput)
  ratings!: RatingInput[];
  @Field(() => PanelistRecommendationEnum, { nullable: true, description: 'Left out: as it is saved.' })
  @IsOptional()
  @IsEnum(PanelistRecommendationEnum)
  recommendation?: PanelistRecommendation | null;
  @Field(() => String, { nullable: true, description: 'Left out: as it is saved.' })
  @IsOptional()
  @StoredText(0, NOTE_LENGTH_MAX)
  summary?: string | null;
  @Field(() => Int, { description: 'The revision of the scorecard that you have seen.' }) @IsInt() @Min(0) expectedRevision!: number;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}
