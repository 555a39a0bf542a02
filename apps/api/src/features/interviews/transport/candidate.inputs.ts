import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

@InputType()
export class CreateCandidateInput {
  @Field() @StoredText(1, 200) name!: string;
  @Field(() => String, { nullable: true, description: 'One candidate at most has an address.' }) @IsOptional() @StoredText(0, 254) email?:
    string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @StoredText(0, 50) phone?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'For those who coordinate. Nothing about health, family, faith or origin belongs here.',
  })
  @IsOptional()
  @StoredText(0, 5_000)
  note?: string | null;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType({ description: 'What is left out stays; null clears (not the name).' })
export class UpdateCandidateInput {
  @Field(() => ID) @StoredText(1, 100) candidateId!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @StoredText(1, 200) name?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @StoredText(0, 254) email?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @StoredText(0, 50) phone?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @StoredText(0, 5_000) note?: string | null;
  @Field(() => Int) @IsInt() @Min(1) @Max(2_147_483_647) expectedRevision!: number;
}

@InputType()
export class EraseCandidateInput {
  @Field(() => ID) @StoredText(1, 100) candidateId!: string;
}

@InputType()
export class CreateApplicationInput {
  @Field(() => ID) @StoredText(1, 100) candidateId!: string;
  @Field(() => ID) @StoredText(1, 100) openingId!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}
