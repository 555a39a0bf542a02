import type { QuestionKind, QuestionUsage, Seniority } from '@touchstone/bank-format';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { QuestionVersionState } from '@touchstone/interviewing/question-bank';
import { PageArgs } from '@touchstone/platform/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import type { QuestionOrder } from '../application/list-questions';
import { QuestionKindEnum, QuestionOrderEnum, QuestionUsageEnum, QuestionVersionStatusEnum, SeniorityEnum } from './question-enums.types';

const MOST = 100;

@InputType({ description: 'Both ends count; leave one out for no limit.' })
export class IntRangeInput {
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(1000) min?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(1000) max?: number | null;
}

@InputType({
  description: 'What a list is narrowed to; all of it holds at once. What is left out does not narrow, an empty list matches nothing.',
})
export class QuestionFilter {
  @Field(() => String, { nullable: true, description: 'Words, "a phrase", or, -not. Found in title, prompt, context and labels.' })
  @IsOptional()
  @StoredText(0, 200)
  text?: string | null;
  @Field(() => [String], { nullable: true, description: 'Slugs; any of them.' })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @StoredText(1, 100, { each: true })
  categories?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Slugs; any of them.' })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @StoredText(1, 100, { each: true })
  competencies?: string[] | null;
  @Field(() => [QuestionKindEnum], { nullable: true }) @IsOptional() @ArrayMaxSize(MOST) kinds?: QuestionKind[] | null;
  @Field(() => IntRangeInput, { nullable: true, description: '1 to 5.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => IntRangeInput)
  difficulty?: IntRangeInput | null;
  @Field(() => IntRangeInput, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => IntRangeInput) minutes?: IntRangeInput | null;
  @Field(() => [String], { nullable: true, description: 'Has all of these tags.' })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @StoredText(1, 60, { each: true })
  tagsAll?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Has any of these tags.' })
  @IsOptional()
  @ArrayMaxSize(MOST)
  @StoredText(1, 60, { each: true })
  tagsAny?: string[] | null;
  @Field(() => [SeniorityEnum], { nullable: true, description: 'Fair for any of these.' }) @IsOptional() @ArrayMaxSize(MOST) seniority?:
    Seniority[] | null;
  @Field(() => [QuestionVersionStatusEnum], {
    nullable: true,
    description: 'The newest version in one of these states that you may see. Left out: your own open version, else the approved one.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST)
  statuses?: QuestionVersionState[] | null;
  @Field(() => QuestionUsageEnum, { nullable: true }) @IsOptional() usage?: QuestionUsage | null;
  @Field(() => ID, { nullable: true, description: 'The member who owns the question.' }) @IsOptional() @StoredText(1, 100) ownerId?:
    string | null;
}

@ArgsType()
export class QuestionFilterArgs {
  @Field(() => QuestionFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuestionFilter)
  filter?: QuestionFilter | null;
}

@ArgsType()
export class QuestionListArgs extends PageArgs {
  @Field(() => QuestionFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuestionFilter)
  filter?: QuestionFilter | null;
  @Field(() => QuestionOrderEnum, { nullable: true, description: 'Default: RELEVANCE where there are words to search for, else TITLE.' })
  @IsOptional()
  order?: QuestionOrder | null;
}
