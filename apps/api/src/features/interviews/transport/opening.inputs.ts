import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';

const MOST_PANELISTS = 100;

@InputType()
export class CreateOpeningInput {
  @Field() @StoredText(1, 200) title!: string;
  @Field(() => ID) @StoredText(1, 100) roleProfileId!: string;
  @Field(() => ID, { description: 'A PUBLISHED kit of the same role profile.' }) @StoredText(1, 100) kitId!: string;
  @Field(() => ID) @StoredText(1, 100) scoringRuleId!: string;
  @Field(() => ID, { description: 'Who answers for the opening and decides: a member with the role HIRING_MANAGER or ADMIN.' })
  @StoredText(1, 100)
  hiringManagerId!: string;
  @Field(() => [ID], { description: 'The members from whom panels are made; up to 100.' })
  @IsArray()
  @ArrayMaxSize(MOST_PANELISTS)
  @StoredText(1, 100, { each: true })
  panelistIds!: string[];
  @Field({ description: 'IANA name, for example Europe/Madrid.' }) @StoredText(1, 100) timeZone!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType({ description: 'What is left out or null stays as it is.' })
export class UpdateOpeningInput {
  @Field(() => ID) @StoredText(1, 100) openingId!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @StoredText(1, 200) title?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @StoredText(1, 100) roleProfileId?: string | null;
  @Field(() => ID, { nullable: true, description: 'For loops to come; those that exist keep their kit.' })
  @IsOptional()
  @StoredText(1, 100)
  kitId?: string | null;
  @Field(() => ID, { nullable: true, description: 'For loops to come; those that exist keep their rule.' })
  @IsOptional()
  @StoredText(1, 100)
  scoringRuleId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @StoredText(1, 100) hiringManagerId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'The whole pool; up to 100.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_PANELISTS)
  @StoredText(1, 100, { each: true })
  panelistIds?: string[] | null;
  @Field(() => String, { nullable: true }) @IsOptional() @StoredText(1, 100) timeZone?: string | null;
  @Field(() => Int) @IsInt() @Min(1) @Max(2_147_483_647) expectedRevision!: number;
}

@InputType()
export class CloseOpeningInput {
  @Field(() => ID) @StoredText(1, 100) openingId!: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(2_147_483_647) expectedRevision!: number;
}

@InputType()
export class ReopenOpeningInput extends CloseOpeningInput {}
