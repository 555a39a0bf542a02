import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { SealPolicy } from '@touchstone/interviewing/access';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { IsIn, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { SealPolicyEnum } from './organization.types';

/** As long as names may be, of people and of organizations. */
export const NAME_LENGTH = 120;
const SLUG = 'Lower-case letters, digits and single hyphens; made from the name where it is left out.';
const ZONE = 'IANA name, for example Europe/Berlin.';

@InputType()
export class CompleteSetupInput {
  @Field({ description: 'From the link that the server printed.' }) @StoredText(1, 200) token!: string;
  @Field() @StoredText(1, NAME_LENGTH) organizationName!: string;
  @Field(() => String, { nullable: true, description: SLUG }) @IsOptional() @StoredText(1, 80) organizationSlug?: string | null;
  @Field({ description: 'Your name.' }) @StoredText(1, NAME_LENGTH) name!: string;
  @Field() @StoredText(1, 254) email!: string;
  @Field({ description: '12 to 128 characters.' }) @IsString() @MaxLength(1000) password!: string;
  @Field({ description: ZONE }) @StoredText(1, 60) timeZone!: string;
}

@InputType()
export class CreateOrganizationInput {
  @Field() @StoredText(1, NAME_LENGTH) name!: string;
  @Field(() => String, { nullable: true, description: SLUG }) @IsOptional() @StoredText(1, 80) slug?: string | null;
  @Field({ description: ZONE }) @StoredText(1, 60) timeZone!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateOrganizationInput {
  @Field(() => String, { nullable: true }) @IsOptional() @StoredText(1, NAME_LENGTH) name?: string | null;
  @Field(() => SealPolicyEnum, { nullable: true, description: 'For loops made from now on.' })
  @IsOptional()
  @IsIn(Object.values(SealPolicyEnum))
  sealPolicy?: SealPolicy | null;
  @Field(() => String, { nullable: true, description: ZONE }) @IsOptional() @StoredText(1, 60) timeZone?: string | null;
  @Field(() => Int) @IsInt() @Min(1) expectedRevision!: number;
}

@InputType()
export class SwitchOrganizationInput {
  @Field(() => ID) @StoredText(1, 100) organizationId!: string;
}

@InputType()
export class LeaveOrganizationInput {
  @Field(() => Int, { description: 'The revision of your own member.' }) @IsInt() @Min(1) expectedRevision!: number;
}
