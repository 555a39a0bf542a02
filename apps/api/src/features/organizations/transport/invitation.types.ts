import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Role } from '@touchstone/interviewing/access';
import { INVITATION_STATES, type InvitationState } from '@touchstone/interviewing/organizations';
import { connectionType, NodeType } from '@touchstone/platform/graphql';
import { SignInPayload } from '../../identity';
import { RoleEnum } from './organization.types';

export const InvitationStateEnum = Object.fromEntries(INVITATION_STATES.map((state) => [state, state])) as { [S in InvitationState]: S };
registerEnumType(InvitationStateEnum, { name: 'InvitationState', description: 'OPEN ones can be accepted and withdrawn.' });

@ObjectType({ implements: () => [NodeType], description: 'A one-time link that makes its bearer a member, under one e-mail address.' })
export class Invitation extends NodeType {
  @Field() email!: string;
  @Field(() => [RoleEnum], { description: 'What she will be.' }) roles!: readonly Role[];
  @Field(() => InvitationStateEnum) state!: InvitationState;
  @Field() createdAt!: Date;
  @Field() expiresAt!: Date;
  @Field(() => Date, { nullable: true }) acceptedAt!: Date | null;
  @Field(() => Date, { nullable: true }) revokedAt!: Date | null;
  /** The member who sent it; a field resolver makes it a Member. */
  inviterId!: string;
}

export const InvitationConnection = connectionType(Invitation, 'Invitation');

@ObjectType()
export class InviteMemberPayload {
  @Field(() => Invitation) invitation!: Invitation;
  @Field(() => String, {
    nullable: true,
    description:
      'The link to send to her. Shown this once; null where the same idempotencyKey was sent before. Invite her again for a new one.',
  })
  link!: string | null;
  @Field(() => Invitation, {
    nullable: true,
    description:
      'The open invitation for the same address that this one has replaced: its link works no more. Null where there was none. To withdraw one without a new one, use revokeInvitation.',
  })
  replaced!: Invitation | null;
}

@ObjectType()
export class RevokeInvitationPayload {
  @Field(() => Invitation) invitation!: Invitation;
}

@ObjectType({ description: 'Signed in as a member.' })
export class AcceptInvitationPayload extends SignInPayload {}
