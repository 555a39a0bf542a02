import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow, Public } from '@touchstone/platform/access';
import { type Actor, CurrentActor, CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, pageRequest, resultUnion, sharedErrorTypes, toConnection } from '@touchstone/platform/graphql';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { presentSession, SignInRefusedErrorType, TooManyAttemptsErrorType } from '../../identity';
import { AcceptInvitation } from '../application/accept-invitation';
import { InviteMember } from '../application/invite-member';
import { ListInvitations } from '../application/list-invitations';
import { MemberLoader } from '../application/member.loader';
import { RevokeInvitation } from '../application/revoke-invitation';
import type { AcceptInvitationError, InviteMemberError, RevokeInvitationError } from '../errors';
import { AcceptInvitationInput, InvitationsArgs, InviteMemberInput, RevokeInvitationInput } from './invitation.inputs';
import {
  AcceptInvitationPayload,
  Invitation,
  InvitationConnection,
  InviteMemberPayload,
  RevokeInvitationPayload,
} from './invitation.types';
import { Member } from './organization.types';
import { presentInvitation } from './present-invitation';
import { presentMember } from './present-member';

const { ConflictError, IdempotencyMismatchError, NotAllowedError, NotFoundError, ValidationError } = sharedErrorTypes;
const signInErrors = { SignInRefusedError: SignInRefusedErrorType, TooManyAttemptsError: TooManyAttemptsErrorType };

const InviteResult = resultUnion<InviteMemberPayload, InviteMemberError>('InviteMemberResult', InviteMemberPayload, {
  ValidationError,
  ConflictError,
  NotAllowedError,
  IdempotencyMismatchError,
});
const RevokeResult = resultUnion<RevokeInvitationPayload, RevokeInvitationError>('RevokeInvitationResult', RevokeInvitationPayload, {
  NotFoundError,
  ConflictError,
});
const AcceptResult = resultUnion<AcceptInvitationPayload, AcceptInvitationError>('AcceptInvitationResult', AcceptInvitationPayload, {
  NotFoundError,
  ConflictError,
  NotAllowedError,
  ValidationError,
  ...signInErrors,
});

/** Becoming a member. */
@Resolver(() => Invitation)
export class InvitationResolver {
  constructor(
    private readonly listInvitations: ListInvitations,
    private readonly inviteMemberVerb: InviteMember,
    private readonly revokeInvitationVerb: RevokeInvitation,
    private readonly acceptInvitationVerb: AcceptInvitation,
    private readonly members: MemberLoader,
    private readonly clock: SystemClock,
  ) {}

  @Query(() => InvitationConnection, { description: 'Invitations, newest first.' })
  @Allow('member.invite')
  async invitations(@CurrentActor() actor: Actor, @Args() args: InvitationsArgs): Promise<ConnectionValue<Invitation>> {
    const list = `invitations ${args.state ?? ''}`;
    const page = pageRequest(actor, list, args);
    const found = await this.listInvitations.execute(actor, args.state ?? null, page);
    return toConnection(actor, list, page, found, (invitation) => presentInvitation(invitation, this.clock.now()));
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who sent it.' })
  async invitedBy(@CurrentContext() context: RequestContext, @Parent() { inviterId }: Invitation): Promise<Member | null> {
    const found = await this.members.one(context, inviterId);
    return found && presentMember(found);
  }

  @Mutation(() => InviteResult.type, {
    description:
      'Makes a link that makes its bearer a member. It works once, for 7 days. An open one for the same address is replaced, and comes as `replaced`.',
  })
  @Allow('member.invite')
  async inviteMember(@CurrentActor() actor: Actor, @Args('input') input: InviteMemberInput): Promise<object> {
    const made = await this.inviteMemberVerb.execute(actor, input);
    if (!made.ok) return InviteResult.of(made);
    const { invitation, link, replaced } = made.value;
    const now = this.clock.now();
    return InviteResult.of(
      ok({ invitation: presentInvitation(invitation, now), link, replaced: replaced && presentInvitation(replaced, now) }),
    );
  }

  @Mutation(() => RevokeResult.type, { description: 'Withdraws an open invitation.' })
  @Allow('member.invite')
  async revokeInvitation(@CurrentActor() actor: Actor, @Args('input') input: RevokeInvitationInput): Promise<object> {
    const revoked = await this.revokeInvitationVerb.execute(actor, localId(actor, 'Invitation', input.invitationId));
    return RevokeResult.of(revoked.ok ? ok({ invitation: presentInvitation(revoked.value, this.clock.now()) }) : revoked);
  }

  @Mutation(() => AcceptResult.type, {
    description: 'Makes you a member, under the address of the invitation and with its roles, and signs you in.',
  })
  @Public('the secret of the link proves the invitation, the password the person')
  async acceptInvitation(@CurrentContext() context: RequestContext, @Args('input') input: AcceptInvitationInput): Promise<object> {
    const opened = await this.acceptInvitationVerb.execute(context.actor, context.origin, input);
    if (!opened.ok) return AcceptResult.of(opened);
    context.keepSession(opened.value.token);
    return AcceptResult.of(ok(presentSession(opened.value)));
  }
}
