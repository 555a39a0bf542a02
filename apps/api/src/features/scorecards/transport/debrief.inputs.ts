import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { REASON_LENGTH } from '@touchstone/interviewing/lifecycle';
import type { DecisionOutcome } from '@touchstone/interviewing/scorecards';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { IsEnum, IsInt, IsOptional } from 'class-validator';
import { DecisionOutcomeEnum } from './decision.types';

@InputType()
export class OpenSealEarlyInput {
  @Field(() => ID) @StoredText(1, 100) loopId!: string;
  @Field({ description: 'Shown on the debrief for good.' }) @StoredText(0, REASON_LENGTH.max) reason!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class RateAgainInput {
  @Field(() => ID) @StoredText(1, 100) scorecardId!: string;
  @Field(() => ID) @StoredText(1, 100) questionVersionId!: string;
  @Field({ description: 'The id of the criterion in the rubric.' }) @StoredText(1, 200) criterion!: string;
  @Field(() => Int) @IsInt() level!: number;
  @Field({ description: 'What made you think again.' }) @StoredText(0, REASON_LENGTH.max) reason!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class RecordDecisionInput {
  @Field(() => ID) @StoredText(1, 100) loopId!: string;
  @Field(() => DecisionOutcomeEnum) @IsEnum(DecisionOutcomeEnum) outcome!: DecisionOutcome;
  @Field(() => String, { nullable: true, description: 'Required where you decide otherwise than the registered rule recommends.' })
  @IsOptional()
  @StoredText(0, REASON_LENGTH.max)
  reason?: string | null;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}
