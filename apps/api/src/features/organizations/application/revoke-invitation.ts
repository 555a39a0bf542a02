import { Injectable } from '@nestjs/common';
import { checkInvitationOpen } from '@touchstone/interviewing/organizations';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { InvitationRepository, type SeenInvitation } from '../persistence/invitation.repository';
import type { RevokeInvitationError } from '../errors';

/** Withdraws an open invitation: its link stops working at once. */
@Injectable()
export class RevokeInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
  ) {}

  execute(actor: Actor, invitationId: string | null): Promise<Result<SeenInvitation, RevokeInvitationError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const invitation = invitationId === null ? null : await this.invitations.lock(tx, actor.organizationId, invitationId);
      if (invitation === null) return err(notFound('invitation', ['input', 'invitationId']));
      const open = checkInvitationOpen(invitation, tx.now, ['input', 'invitationId']);
      if (!open.ok) return open;
      await this.invitations.end(tx, actor.organizationId, invitation.id, 'revoked_at');
      tx.audit({ action: 'invitation.revoke', subjectType: 'Invitation', subjectId: invitation.id });
      return ok({ ...invitation, revokedAt: tx.now });
    });
  }
}
