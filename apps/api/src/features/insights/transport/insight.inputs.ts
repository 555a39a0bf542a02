import { ArgsType, Field, Float, ID, InputType } from '@nestjs/graphql';
import type { QuestionFlag } from '@touchstone/interviewing/insights';
import { PageArgs } from '@touchstone/platform/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { Type } from 'class-transformer';
import { IsBoolean, IsDate, IsEnum, IsNumber, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { QuestionFlagEnum } from './insight.types';

@InputType({ description: 'Over what: everything, one role profile, one opening, or loops whose seal opened in a stretch of time.' })
export class InsightFilter {
  @Field(() => ID, { nullable: true }) @IsOptional() @StoredText(1, 100) roleProfileId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @StoredText(1, 100) openingId?: string | null;
  @Field(() => Date, { nullable: true }) @IsOptional() @IsDate() from?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Not this instant itself; later than from.' })
  @IsOptional()
  @IsDate()
  until?: Date | null;
  @Field(() => Date, {
    nullable: true,
    description:
      'Where the later part begins that drift compares with the earlier one; without it, where the later half of the loops begins.',
  })
  @IsOptional()
  @IsDate()
  driftFrom?: Date | null;
}

@InputType()
export class RefreshInsightsInput {
  @Field(() => InsightFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => InsightFilter) filter?: InsightFilter | null;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@ArgsType()
export class QuestionFiguresArgs extends PageArgs {
  @Field(() => QuestionFlagEnum, { nullable: true, description: 'Only those with this flag.' })
  @IsOptional()
  @IsEnum(QuestionFlagEnum)
  flag?: QuestionFlag | null;
}

@ArgsType()
export class CheapestPanelArgs {
  @Field(() => Float, { defaultValue: 0.8, description: 'What phi must reach, between 0 and 1.' })
  @IsNumber()
  @Min(0.01)
  @Max(0.99)
  target: number = 0.8;
  @Field(() => Float, { defaultValue: 12 }) @IsNumber() @Min(0) @Max(600) minutesPerQuestion: number = 12;
  @Field(() => Float, { defaultValue: 20, description: 'Of each interviewer, around the questions.' })
  @IsNumber()
  @Min(0)
  @Max(600)
  minutesPerInterview: number = 20;
  @Field(() => Float, { defaultValue: 1, description: 'What an hour of an interviewer costs, in any currency.' })
  @IsNumber()
  @Min(0)
  @Max(1_000_000)
  hourlyCost: number = 1;
  @Field({ defaultValue: false, description: 'Asked of the lower end of the interval.' }) @IsBoolean() surely: boolean = false;
}
