import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { type Role, ROLES } from '@touchstone/interviewing/access';
import { MEMBER_STATES, type MemberState } from '@touchstone/interviewing/organizations';
import { PageArgs } from '@touchstone/platform/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { NAME_LENGTH } from './organization.inputs';
import { MemberStatusEnum, RoleEnum } from './organization.types';

@ArgsType()
export class MembersArgs extends PageArgs {
  @Field(() => MemberStatusEnum, { nullable: true }) @IsOptional() @IsIn([...MEMBER_STATES]) status?: MemberState | null;
  @Field(() => RoleEnum, { nullable: true, description: 'Who has this role, perhaps among others.' })
  @IsOptional()
  @IsIn([...ROLES])
  role?: Role | null;
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, whatever the case and the accents; for administrators also part of an e-mail address.',
  })
  @IsOptional()
  @StoredText(1, NAME_LENGTH)
  text?: string | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateMemberInput {
  @Field(() => ID) @StoredText(1, 100) memberId!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @StoredText(1, NAME_LENGTH) name?: string | null;
  @Field(() => [RoleEnum], { nullable: true, description: 'All her roles from now on, at least one.' })
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @IsIn([...ROLES], { each: true })
  roles?: Role[] | null;
  @Field(() => MemberStatusEnum, {
    nullable: true,
    description: 'SUSPENDED can be made ACTIVE again; REMOVED comes back by a new invitation only.',
  })
  @IsOptional()
  @IsIn([...MEMBER_STATES])
  status?: MemberState | null;
  @Field(() => Int) @IsInt() @Min(1) expectedRevision!: number;
}
