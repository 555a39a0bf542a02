import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { KIT_STATES, type KitState } from '@touchstone/interviewing/kits';
import { PageArgs } from '@touchstone/platform/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { KitStatusEnum } from './kit.types';
import { VarietyInput } from './kits-order.inputs';

const LAST_REVISION = 2_147_483_647;

@ArgsType()
export class KitsArgs extends PageArgs {
  @Field(() => KitStatusEnum, { nullable: true }) @IsOptional() @IsIn(KIT_STATES) status?: KitState | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @StoredText(1, 100) roleProfileId?: string | null;
  @Field(() => String, { nullable: true, description: 'A part of the name, in any case.' }) @IsOptional() @StoredText(1, 100) text?:
    string | null;
  @Field(() => ID, { nullable: true, description: 'Only kits that are parallel to each other.' })
  @IsOptional()
  @StoredText(1, 100)
  familyId?: string | null;
}

@InputType()
export class AssembleKitInput {
  @Field(() => ID) @StoredText(1, 100) blueprintId!: string;
  @Field() @StoredText(1, 120) name!: string;
  @Field(() => Int, { defaultValue: 10, description: 'Seconds of solving, 1 to 30. The best kit found until then is kept.' })
  @IsInt()
  @Min(1)
  @Max(30)
  timeLimitSeconds: number = 10;
  @Field(() => VarietyInput, { nullable: true, description: 'Leave it out for the best kit there is.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => VarietyInput)
  variety?: VarietyInput | null;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class SwapItemInput {
  @Field(() => ID) @StoredText(1, 100) kitId!: string;
  @Field(() => ID, { description: 'The question that leaves.' }) @StoredText(1, 100) questionId!: string;
  @Field(() => ID, { description: 'The question that enters; the same one brings it to its newest approved version.' })
  @StoredText(1, 100)
  replacementQuestionId!: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(LAST_REVISION) expectedRevision!: number;
}

@InputType()
export class MoveItemInput {
  @Field(() => ID) @StoredText(1, 100) kitId!: string;
  @Field(() => ID) @StoredText(1, 100) questionId!: string;
  @Field(() => Int, { description: 'Counted from 0.' }) @IsInt() @Min(0) @Max(100) toRound!: number;
  @Field(() => Int, { description: 'Place in that round, counted from 0.' }) @IsInt() @Min(0) @Max(1000) toPosition!: number;
  @Field(() => Int) @IsInt() @Min(1) @Max(LAST_REVISION) expectedRevision!: number;
}

@InputType()
export class RenameKitInput {
  @Field(() => ID) @StoredText(1, 100) kitId!: string;
  @Field() @StoredText(1, 120) name!: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(LAST_REVISION) expectedRevision!: number;
}

@InputType()
export class PublishKitInput {
  @Field(() => ID) @StoredText(1, 100) kitId!: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(LAST_REVISION) expectedRevision!: number;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class DeleteKitInput {
  @Field(() => ID) @StoredText(1, 100) kitId!: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(LAST_REVISION) expectedRevision!: number;
}

@ArgsType()
export class SubstitutesArgs {
  @Field(() => ID) @StoredText(1, 100) kitId!: string;
  @Field(() => ID, { description: 'The question that would leave.' }) @StoredText(1, 100) questionId!: string;
  @Field(() => Int, { defaultValue: 10, description: 'How many, 1 to 100.' }) @IsInt() @Min(1) @Max(100) first: number = 10;
}
