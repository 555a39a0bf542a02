import { Field, ObjectType } from '@nestjs/graphql';
import { connectionType } from '@touchstone/platform/graphql';
import { Member } from './organization.types';

export const MemberConnection = connectionType(Member, 'Member');

@ObjectType()
export class UpdateMemberPayload {
  @Field(() => Member) member!: Member;
}
