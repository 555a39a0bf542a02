import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { BlueprintWishesInput } from './wishes.inputs';

const LAST_REVISION = 2_147_483_647;

@InputType()
export class CreateBlueprintInput {
  @Field({ description: 'Unique in the organization.' }) @StoredText(1, 120) name!: string;
  @Field(() => ID) @StoredText(1, 100) roleProfileId!: string;
  @Field(() => BlueprintWishesInput) @ValidateNested() @Type(() => BlueprintWishesInput) wishes!: BlueprintWishesInput;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class CreateBlueprintFromTemplateInput {
  @Field() @StoredText(1, 100) slug!: string;
  @Field(() => String, { nullable: true, description: 'By default that of the template.' }) @IsOptional() @StoredText(1, 120) name?:
    string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Draw from training questions, too. By default only in an organization for trying out.',
  })
  @IsOptional()
  @IsBoolean()
  includeTraining?: boolean | null;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class UpdateBlueprintInput {
  @Field(() => ID) @StoredText(1, 100) blueprintId!: string;
  @Field(() => String, { nullable: true, description: 'Leave it out to keep the name.' }) @IsOptional() @StoredText(1, 120) name?:
    string | null;
  @Field(() => BlueprintWishesInput, { nullable: true, description: 'Replaces all wishes; leave it out to keep them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => BlueprintWishesInput)
  wishes?: BlueprintWishesInput | null;
  @Field(() => Int) @IsInt() @Min(1) @Max(LAST_REVISION) expectedRevision!: number;
}

@InputType()
export class DeleteBlueprintInput {
  @Field(() => ID) @StoredText(1, 100) blueprintId!: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(LAST_REVISION) expectedRevision!: number;
}
