import { Inject, Injectable } from '@nestjs/common';
import { checkPassword } from '@touchstone/interviewing/identity';
import { checkInvitationOpen } from '@touchstone/interviewing/organizations';
import { conflict, err, notAllowed, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor, RequestOrigin } from '@touchstone/platform/actor';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { UnitOfWork, violatesUnique, wholeOrganization } from '@touchstone/platform/database';
import { hashPassword } from '@touchstone/platform/secrets/password';
import { readToken } from '@touchstone/platform/secrets/token';
import { newId } from '@touchstone/platform/time/new-id';
import { type OpenedSession, PasswordProof, SessionOpener, Users } from '../../identity';
import { InvitationRepository, type SeenInvitation } from '../persistence/invitation.repository';
import { MemberRepository } from '../persistence/member.repository';
import { OrganizationRepository } from '../persistence/organization.repository';
import type { AcceptInvitationError } from '../errors';
import { InvitedMember } from './invited-member';

export interface AcceptInvitationInput {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

/** Who accepts: the account that is or will be hers, when she proved it, and the hash of the password of a new account. */
interface Invitee {
  readonly userId: string;
  readonly provenAt: Date | undefined;
  readonly newPasswordHash: string | null;
}

const unknown = err(notFound('invitation', ['input', 'token']));

/**
 * Makes the invited person a member, under the address of the invitation and with its roles, and opens a session. Whoever has
 * an account under that address proves it by her password; whoever has none chooses one. The link works once, so that no
 * idempotency key is needed.
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly members: MemberRepository,
    private readonly organizations: OrganizationRepository,
    private readonly users: Users,
    private readonly passwords: PasswordProof,
    private readonly invited: InvitedMember,
    private readonly opener: SessionOpener,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async execute(
    signedIn: Actor | null,
    origin: RequestOrigin,
    input: AcceptInvitationInput,
  ): Promise<Result<OpenedSession, AcceptInvitationError>> {
    const token = readToken('invitation', input.token);
    if (token === null) return unknown;
    const { organizationId } = token;
    const known = await this.unitOfWork.readIn(wholeOrganization(organizationId), async (tx) => {
      const invitation = await this.invitations.byToken(tx, organizationId, token.hash);
      if (invitation === null) return null;
      const open = checkInvitationOpen(invitation, tx.now, ['input', 'token']);
      const user = await this.users.byEmail(tx, invitation.email);
      const member = user === null ? null : await this.members.byUser(tx, organizationId, user.id);
      return { invitation, open, userId: user?.id ?? null, memberId: member?.id ?? newId() };
    });
    if (known === null) return unknown;
    if (!known.open.ok) return known.open;
    if (signedIn !== null && signedIn.userId !== known.userId) {
      return err(
        notAllowed('This invitation is for another e-mail address than the one you are signed in with. Sign out first.', [
          'input',
          'token',
        ]),
      );
    }
    const name = input.name.trim();
    const invitee = await this.identify(known.invitation, known.userId, { ...input, name }, origin);
    if (!invitee.ok) return invitee;
    return this.join(known.invitation, known.memberId, invitee.value, name, origin);
  }

  private async identify(
    invitation: SeenInvitation,
    userId: string | null,
    input: AcceptInvitationInput,
    origin: RequestOrigin,
  ): Promise<Result<Invitee, AcceptInvitationError>> {
    const { email, organizationId } = invitation;
    if (userId !== null) {
      const claim = {
        user: (tx: Parameters<Users['byEmail']>[0]) => this.users.byEmail(tx, email),
        password: input.password,
        account: `account:${email}`,
        origin,
      };
      const proven = await this.passwords.prove(claim, (found) => Promise.resolve(found));
      if (proven.ok) return ok({ userId: proven.value.user.id, provenAt: proven.value.provenAt, newPasswordHash: null });
      if (proven.error.type === 'TooManyAttemptsError') return proven;
      return err({
        ...proven.error,
        message: 'You have an account under this address already. Give its password.',
        path: ['input', 'password'],
      });
    }
    const organization = await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) =>
      this.organizations.byId(tx, organizationId),
    );
    const password = checkPassword(input.password, { email, name: input.name, organization: organization?.name ?? '' });
    if (!password.ok) return password;
    return ok({ userId: newId(), provenAt: undefined, newPasswordHash: await hashPassword(password.value) });
  }

  private async join(
    { organizationId, id, email, roles }: SeenInvitation,
    memberId: string,
    { userId, provenAt, newPasswordHash }: Invitee,
    name: string,
    origin: RequestOrigin,
  ): Promise<Result<OpenedSession, AcceptInvitationError>> {
    const actor = this.opener.opening({ organizationId, memberId, roles }, userId, origin);
    try {
      return await this.unitOfWork.write(actor, async (tx) => {
        const invitation = await this.invitations.lock(tx, organizationId, id);
        if (invitation === null) return unknown;
        const open = checkInvitationOpen(invitation, tx.now, ['input', 'token']);
        if (!open.ok) return open;
        if (newPasswordHash !== null) {
          await this.users.add(tx, {
            id: userId,
            email,
            name,
            passwordHash: newPasswordHash,
            sessionsValidAfter: tx.now,
            createdAt: tx.now,
          });
        }
        const joined = await this.invited.join(tx, { organizationId, memberId, userId, name, email, roles });
        if (!joined.ok) return joined;
        await this.invitations.end(tx, organizationId, id, 'accepted_at');
        tx.audit({ action: 'invitation.accept', subjectType: 'Invitation', subjectId: id, detail: { memberId, roles } });
        return ok(await this.opener.openIn(tx, actor, this.configuration.sessionHours, { provenAt }));
      });
    } catch (error) {
      const raced = violatesUnique(error, 'app_user_email_uq') || violatesUnique(error, 'member_user_uq');
      if (raced)
        return err(conflict('An account under this address was made in this moment. Try again with its password.', ['input', 'token']));
      throw error;
    }
  }
}
