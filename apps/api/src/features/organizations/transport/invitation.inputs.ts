import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { type Role, ROLES } from '@touchstone/interviewing/access';
import { INVITATION_STATES, type InvitationState } from '@touchstone/interviewing/organizations';
import { PageArgs } from '@touchstone/platform/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { InvitationStateEnum } from './invitation.types';
import { NAME_LENGTH } from './organization.inputs';
import { RoleEnum } from './organization.types';

@ArgsType()
export class InvitationsArgs extends PageArgs {
  @Field(() => InvitationStateEnum, { nullable: true }) @IsOptional() @IsIn([...INVITATION_STATES]) state?: InvitationState | null;
}

@InputType()
export class InviteMemberInput {
  @Field() @StoredText(1, 254) email!: string;
  @Field(() => [RoleEnum], { description: 'At least one.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @IsIn([...ROLES], { each: true })
  roles!: Role[];
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class RevokeInvitationInput {
  @Field(() => ID) @StoredText(1, 100) invitationId!: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field({ description: 'From the link.' }) @StoredText(1, 200) token!: string;
  @Field({ description: 'Your name, as the others will see it.' }) @StoredText(1, NAME_LENGTH) name!: string;
  @Field({
    description:
      'Of your account under the address of the invitation; where there is none yet, the one that you choose: 12 to 128 characters.',
  })
  @IsString()
  @MaxLength(1000)
  password!: string;
}
