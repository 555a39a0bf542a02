import { invitationState } from '@touchstone/interviewing/organizations';
import { globalId } from '@touchstone/platform/graphql';
import type { SeenInvitation } from '../application/list-invitations';
import type { Invitation } from './invitation.types';

/** An invitation as it is at this instant. */
export const presentInvitation = (invitation: SeenInvitation, now: Date): Invitation => {
  const { organizationId, id, email, roles, createdAt, expiresAt, acceptedAt, revokedAt, invitedBy } = invitation;
  return {
    id: globalId('Invitation', organizationId, id),
    email,
    roles,
    state: invitationState(invitation, now),
    createdAt,
    expiresAt,
    acceptedAt,
    revokedAt,
    inviterId: invitedBy,
  };
};
