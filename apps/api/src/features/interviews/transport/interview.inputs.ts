import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { DeviationKind, SeatKind } from '@touchstone/interviewing/interviews';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsDate, IsEnum, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { DeviationKindEnum, SeatKindEnum } from './interview.types';

@InputType()
export class SeatInput {
  @Field(() => ID) @StoredText(1, 100) memberId!: string;
  @Field(() => SeatKindEnum) @IsEnum(SeatKindEnum) kind!: SeatKind;
}

@InputType({ isAbstract: true })
export abstract class ScheduleInput {
  @Field() @IsDate() startsAt!: Date;
  @Field({ description: '5 to 480 minutes after the start.' }) @IsDate() endsAt!: Date;
  @Field({ description: 'IANA name, for example Europe/Madrid.' }) @StoredText(1, 100) timeZone!: string;
}

@InputType()
export class PlannedRoundInput extends ScheduleInput {
  @Field(() => Int, { description: 'The round of the kit, from 0.' }) @IsInt() @Min(0) @Max(99) roundIndex!: number;
  @Field(() => [SeatInput], { description: 'Who sits there, 1 to 20, one of them as LEAD.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SeatInput)
  seats!: SeatInput[];
}

@InputType()
export class PlanLoopInput {
  @Field(() => ID) @StoredText(1, 100) loopId!: string;
  @Field(() => [PlannedRoundInput], { description: 'Every round of the kit once.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PlannedRoundInput)
  rounds!: PlannedRoundInput[];
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class ScheduleInterviewInput extends PlannedRoundInput {
  @Field(() => ID) @StoredText(1, 100) loopId!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class RescheduleInterviewInput extends ScheduleInput {
  @Field(() => ID) @StoredText(1, 100) interviewId!: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(2_147_483_647) expectedRevision!: number;
}

@InputType()
export class CancelInterviewInput {
  @Field(() => ID) @StoredText(1, 100) interviewId!: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(2_147_483_647) expectedRevision!: number;
  @Field({ description: '3 characters or more. The panel reads it.' }) @StoredText(0, 10_000) reason!: string;
}

@InputType()
export class MarkNoShowInput extends CancelInterviewInput {}

@InputType()
export class StartInterviewInput {
  @Field(() => ID) @StoredText(1, 100) interviewId!: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(2_147_483_647) expectedRevision!: number;
}

@InputType()
export class EndInterviewInput extends StartInterviewInput {}

@InputType()
export class RecordDeviationInput {
  @Field(() => ID) @StoredText(1, 100) interviewId!: string;
  @Field(() => DeviationKindEnum) @IsEnum(DeviationKindEnum) kind!: DeviationKind;
  @Field(() => ID) @StoredText(1, 100) questionVersionId!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Where an added or moved question stands from now on, from 0; at the end where left out.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(999)
  position?: number | null;
  @Field({ description: '3 characters or more.' }) @StoredText(0, 10_000) reason!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}
