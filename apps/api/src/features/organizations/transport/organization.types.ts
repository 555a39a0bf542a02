import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NodeType } from '@touchstone/platform/graphql';
import { type Role, ROLES, SEAL_POLICIES } from '@touchstone/interviewing/access';
import { SignInPayload } from '../../identity';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in Role]: R };
registerEnumType(RoleEnum, { name: 'Role', description: 'What a member may do; several are allowed.' });

export const SealPolicyEnum = Object.fromEntries(SEAL_POLICIES.map((policy) => [policy, policy])) as {
  [P in (typeof SEAL_POLICIES)[number]]: P;
};
registerEnumType(SealPolicyEnum, {
  name: 'SealPolicy',
  description: 'When a panel sees its scores: when all have submitted, or each seat after its own submission.',
});

export const MemberStatusEnum = { ACTIVE: 'ACTIVE', SUSPENDED: 'SUSPENDED', REMOVED: 'REMOVED' } as const;
registerEnumType(MemberStatusEnum, { name: 'MemberStatus' });

@ObjectType({ implements: () => [NodeType], description: 'A user in an organization.' })
export class Member extends NodeType {
  @Field() name!: string;
  @Field(() => [RoleEnum]) roles!: Role[];
  @Field(() => MemberStatusEnum) status!: 'ACTIVE' | 'SUSPENDED' | 'REMOVED';
  @Field(() => Int) revision!: number;
}

@ObjectType({ implements: () => [NodeType], description: 'The tenant.' })
export class Organization extends NodeType {
  @Field() slug!: string;
  @Field() name!: string;
  @Field({ description: 'Made for trying out.' }) demo!: boolean;
  @Field(() => SealPolicyEnum) sealPolicy!: 'ALL_SUBMITTED' | 'OWN_SUBMITTED';
  @Field({ description: 'IANA name, for example Europe/Berlin.' }) timeZone!: string;
  @Field(() => Int) revision!: number;
}

@ObjectType({ description: 'You.' })
export class Viewer {
  @Field(() => Member) member!: Member;
  @Field() email!: string;
  @Field(() => Organization) organization!: Organization;
  @Field(() => [String], { description: 'What you may do here, with this credential.' }) permissions!: string[];
}

@ObjectType({ description: 'An organization in which you are an active member.' })
export class MyOrganization {
  @Field(() => ID) organizationId!: string;
  @Field() slug!: string;
  @Field() name!: string;
  @Field(() => ID, { description: 'Who you are there.' }) memberId!: string;
  @Field(() => [RoleEnum]) roles!: readonly Role[];
  @Field({ description: 'Is it the one that this request speaks to?' }) current!: boolean;
}

@ObjectType({ description: 'Signed in as the first administrator.' })
export class CompleteSetupPayload extends SignInPayload {}

@ObjectType({ description: 'Signed in to the other organization.' })
export class SwitchOrganizationPayload extends SignInPayload {}

@ObjectType()
export class CreateOrganizationPayload {
  @Field(() => Organization, { description: 'The new organization. Go there with switchOrganization.' }) organization!: Organization;
}

@ObjectType()
export class UpdateOrganizationPayload {
  @Field(() => Organization) organization!: Organization;
}

@ObjectType()
export class LeaveOrganizationPayload {
  @Field(() => ID, { description: 'The membership that ended.' }) memberId!: string;
}
