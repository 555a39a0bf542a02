import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NodeType } from '@touchstone/platform/graphql';
import { type Role, ROLES, SEAL_POLICIES } from '@touchstone/interviewing/access';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in Role]: R };
registerEnumType(RoleEnum, { name: 'Role', description: 'What a member may do; several are allowed.' });

export const SealPolicyEnum = Object.fromEntries(SEAL_POLICIES.map((policy) => [policy, policy])) as { [P in (typeof SEAL_POLICIES)[number]]: P };
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

@ObjectType({ description: 'The tenant.' })
export class Organization {
  @Field(() => ID) id!: string;
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
