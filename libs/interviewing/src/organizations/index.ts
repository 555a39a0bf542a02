/* Membership */
export { type Administrable, type MembershipChange, checkAdministratorRemains } from './last-administrator';
export { type MemberState, MEMBER_STATES, type MemberAction, MEMBER_ACTIONS, checkMemberState, transitionMember } from './member-states';
export { checkMemberRoles } from './member-roles';

/* Invitations */
export {
  type InvitationFacts,
  type InvitationState,
  INVITATION_DAYS,
  INVITATION_STATES,
  checkInvitationOpen,
  invitationEnd,
  invitationState,
} from './invitation';

/* The organization itself */
export { organizationSlug } from './organization-slug';
