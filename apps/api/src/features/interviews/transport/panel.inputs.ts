import { Field, ID, InputType } from '@nestjs/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { IsOptional } from 'class-validator';
import { SeatInput } from './interview.inputs';

@InputType()
export class AssignSeatInput extends SeatInput {
  @Field(() => ID) @StoredText(1, 100) interviewId!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class RemoveSeatInput {
  @Field(() => ID) @StoredText(1, 100) seatId!: string;
  @Field(() => String, { nullable: true, description: 'Needed once the interview has started, where the seat owes a scorecard.' })
  @IsOptional()
  @StoredText(0, 10_000)
  reason?: string | null;
}

@InputType()
export class DeclareConflictInput {
  @Field(() => ID, { description: 'The loop of the candidate.' }) @StoredText(1, 100) loopId!: string;
  @Field(() => ID, { nullable: true, description: 'Whose conflict; your own where left out.' })
  @IsOptional()
  @StoredText(1, 100)
  memberId?: string | null;
  @Field({ description: '3 characters or more. Those who plan the panel read it.' }) @StoredText(0, 10_000) reason!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class WithdrawConflictInput {
  @Field(() => ID) @StoredText(1, 100) conflictId!: string;
}

@InputType()
export class AcknowledgeConflictInput extends WithdrawConflictInput {}
