import { Field, ID, InputType } from '@nestjs/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { ArrayMaxSize, ArrayNotEmpty, IsDate, IsOptional, IsString, MaxLength } from 'class-validator';

@InputType()
export class SignInInput {
  @Field() @StoredText(1, 254) email!: string;
  @Field() @IsString() @MaxLength(1000) password!: string;
  @Field(() => String, { nullable: true, description: 'The slug of the organization, where you belong to several.' })
  @IsOptional()
  @StoredText(1, 80)
  organization?: string | null;
}

@InputType()
export class ChangePasswordInput {
  @Field() @IsString() @MaxLength(1000) currentPassword!: string;
  @Field({ description: '12 to 128 characters.' }) @IsString() @MaxLength(1000) newPassword!: string;
}

@InputType()
export class EndSessionInput {
  @Field(() => ID) @StoredText(1, 100) sessionId!: string;
}

@InputType()
export class CreateAccessTokenInput {
  @Field({ description: 'What the token is for.' }) @StoredText(1, 80) name!: string;
  @Field(() => [String], { description: 'Permissions such as question.read, or * for all that your roles allow.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @StoredText(1, 60, { each: true })
  scopes!: string[];
  @Field() @IsDate() expiresAt!: Date;
}

@InputType()
export class RevokeAccessTokenInput {
  @Field(() => ID) @StoredText(1, 100) accessTokenId!: string;
}
