import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { IsEnum, IsInt, IsOptional } from 'class-validator';
import { DeclaredAgeGroup, DeclaredDisability, DeclaredEthnicity, DeclaredGender } from './fairness.types';

@InputType()
export class CreateDeclarationLinkInput {
  @Field(() => ID) @StoredText(1, 100) candidateId!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType({ description: 'Each by itself, each left out at will.' })
export class DeclareGroupsInput {
  @Field() @StoredText(1, 200) token!: string;
  @Field(() => DeclaredGender, { nullable: true }) @IsOptional() @IsEnum(DeclaredGender) gender?: string | null;
  @Field(() => DeclaredAgeGroup, { nullable: true }) @IsOptional() @IsEnum(DeclaredAgeGroup) ageGroup?: string | null;
  @Field(() => DeclaredEthnicity, { nullable: true }) @IsOptional() @IsEnum(DeclaredEthnicity) ethnicity?: string | null;
  @Field(() => DeclaredDisability, { nullable: true }) @IsOptional() @IsEnum(DeclaredDisability) disability?: string | null;
}

@ArgsType()
export class DeclarationLinkArgs {
  @Field() @StoredText(1, 200) token!: string;
}

@InputType()
export class WithdrawDeclarationInput {
  @Field() @StoredText(1, 200) token!: string;
}

@InputType()
export class UpdateFairnessSettingsInput {
  @Field(() => Int, { description: '5 to 100; 5 unless set.' }) @IsInt() smallestGroup!: number;
  @Field(() => Int) @IsInt() expectedRevision!: number;
}
