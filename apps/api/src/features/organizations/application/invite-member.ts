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
}

/** Makes a one-time link that makes its bearer a member with these roles, under this address. An earlier open one for the address is withdrawn. */
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
        const known = await this.members.byEmail(tx, organizationId, email.value);
        if (known?.status === 'ACTIVE') return err(conflict('This address belongs to a member already.', ['input', 'email']));
        if (known?.status === 'SUSPENDED')
          return err(conflict('This address belongs to a suspended member. Set her status to ACTIVE.', ['input', 'email']));
        const replaced = await this.invitations.revokeOpen(tx, organizationId, { email: email.value });
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
        tx.audit({ action: 'member.invite', subjectType: 'Invitation', subjectId: id, detail: { roles: roles.value, replaced } });
        fresh = true;
        return ok({ id });
      },
      { once: { operation: 'member.invite', key: input.idempotencyKey, input: { email: email.value, roles: roles.value } } },
    );
    if (!made.ok) return made;
    const invitation = await this.unitOfWork.read(actor, (tx) => this.invitations.byId(tx, organizationId, made.value.id));
    if (invitation === null) throw new Error('the invitation that was just made is not there');
    return ok({ invitation, link: fresh ? `${this.configuration.baseUrl}/join?token=${token}` : null });
  }
}
