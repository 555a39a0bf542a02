import { Inject, Injectable } from '@nestjs/common';
import { can, type Role } from '@touchstone/interviewing/access';
import { normalizeEmail } from '@touchstone/interviewing/identity';
import { checkMemberRoles, invitationEnd } from '@touchstone/interviewing/organizations';
import { conflict, err, notAllowed, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { UnitOfWork } from '@touchstone/platform/database';
import { newToken } from '@touchstone/platform/secrets/token';
import { newId } from '@touchstone/platform/time/new-id';
import { InvitationRepository, type SeenInvitation } from '../persistence/invitation.repository';
import { MemberRepository } from '../persistence/member.repository';
import type { InviteMemberError } from '../errors';

export interface InviteMemberInput {
  readonly email: string;
  readonly roles: readonly Role[];
  readonly idempotencyKey: string;
}

export interface MadeInvitation {
  readonly invitation: SeenInvitation;
  /** Shown this once; null where the request is a repetition, because the secret is not kept. */
  readonly link: string | null;
  /** The invitation whose link stopped working by this one. */
  readonly replaced: SeenInvitation | null;
}

/**
 * Makes a one-time link that makes its bearer a member with these roles, under this address. An open one for the address is withdrawn, and the
 * answer says so: links are shown once, so whoever has lost one invites again, and never are there two that work.
 */
@Injectable()
export class InviteMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly invitations: InvitationRepository,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async execute(actor: Actor, input: InviteMemberInput): Promise<Result<MadeInvitation, InviteMemberError>> {
    const { organizationId, memberId } = actor;
    const email = normalizeEmail(input.email);
    if (!email.ok) return email;
    const roles = checkMemberRoles(input.roles);
    if (!roles.ok) return roles;
    const { token, hash } = newToken('invitation', organizationId);
    let fresh = false;
    const made = await this.unitOfWork.write(
      actor,
      async (tx) => {
        // Whoever is being suspended in this moment invites nobody: her row is held until this is committed.
        const inviter = await this.members.hold(tx, organizationId, memberId);
        if (inviter?.status !== 'ACTIVE' || !can(inviter.roles, 'member.invite'))
          return err(notAllowed('You administer this organization no more.'));
        await this.invitations.holdAddress(tx, organizationId, email.value);
        const [replacedId = null] = await this.invitations.revokeOpen(tx, organizationId, { email: email.value });
        // After it: who has accepted the open one in this moment is a member by now.
        const known = await this.members.byEmail(tx, organizationId, email.value);
        if (known?.status === 'ACTIVE') return err(conflict('This address belongs to a member already.', ['input', 'email']));
        if (known?.status === 'SUSPENDED')
          return err(conflict('This address belongs to a suspended member. Reinstate her with updateMember.', ['input', 'email']));
        const id = newId();
        await this.invitations.add(tx, {
          organizationId,
          id,
          email: email.value,
          roles: [...roles.value],
          tokenHash: hash,
          invitedBy: memberId,
          createdAt: tx.now,
          expiresAt: invitationEnd(tx.now),
          acceptedAt: null,
          revokedAt: null,
        });
        tx.audit({
          action: 'member.invite',
          subjectType: 'Invitation',
          subjectId: id,
          detail: { roles: roles.value, replaced: replacedId },
        });
        fresh = true;
        return ok({ id, replacedId });
      },
      { once: { operation: 'member.invite', key: input.idempotencyKey, input: { email: email.value, roles: roles.value } } },
    );
    if (!made.ok) return made;
    const { id, replacedId } = made.value;
    const [invitation, replaced] = await this.unitOfWork.read(actor, async (tx) => [
      await this.invitations.byId(tx, organizationId, id),
      replacedId === null ? null : await this.invitations.byId(tx, organizationId, replacedId),
    ]);
    if (!invitation) throw new Error('the invitation that was just made is not there');
    return ok({ invitation, replaced: replaced ?? null, link: fresh ? `${this.configuration.baseUrl}/join?token=${token}` : null });
  }
}
