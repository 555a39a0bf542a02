import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity';
import { AcceptInvitation } from './application/accept-invitation';
import { AnswerMemberships } from './application/answer-memberships';
import { CompleteSetup } from './application/complete-setup';
import { CreateOrganization } from './application/create-organization';
import { EnsureAdministrator } from './application/ensure-administrator';
import { FirstAdministrator } from './application/first-administrator';
import { FoundOrganization } from './application/found-organization';
import { InvitedMember } from './application/invited-member';
import { InviteMember } from './application/invite-member';
import { LeaveOrganization } from './application/leave-organization';
import { ListAuditEvents } from './application/list-audit-events';
import { ListInvitations } from './application/list-invitations';
import { ListMembers } from './application/list-members';
import { ListMyOrganizations } from './application/list-my-organizations';
import { MemberLoader } from './application/member.loader';
import { MembershipEnd } from './application/membership-end';
import { OrganizationFounding } from './application/organization-founding';
import { OrganizationMaker } from './application/organization-maker';
import { ReadMemberEmail } from './application/read-member-email';
import { RevokeInvitation } from './application/revoke-invitation';
import { Standings } from './application/standings';
import { SwitchOrganization } from './application/switch-organization';
import { UpdateMember } from './application/update-member';
import { UpdateOrganization } from './application/update-organization';
import { VerifyAuditTrail } from './application/verify-audit-trail';
import { ViewOrganization } from './application/view-organization';
import { ViewSelf } from './application/view-self';
import { AuditEventRepository } from './persistence/audit-event.repository';
import { InvitationRepository } from './persistence/invitation.repository';
import { MemberRepository } from './persistence/member.repository';
import { OrganizationRepository } from './persistence/organization.repository';
import { AuditResolver } from './transport/audit.resolver';
import { InvitationNode } from './transport/invitation.node';
import { InvitationResolver } from './transport/invitation.resolver';
import { MemberNode } from './transport/member.node';
import { MemberResolver } from './transport/member.resolver';
import { OrganizationNode } from './transport/organization.node';
import { OrganizationResolver } from './transport/organization.resolver';
import { SetupResolver } from './transport/setup.resolver';
import { ViewerResolver } from './transport/viewer.resolver';

@Module({
  imports: [IdentityModule],
  providers: [
    ...[AcceptInvitation, AnswerMemberships, CompleteSetup, CreateOrganization, EnsureAdministrator, FirstAdministrator, FoundOrganization],
    ...[InvitedMember, InviteMember, LeaveOrganization, ListAuditEvents, ListInvitations, ListMembers, ListMyOrganizations, MemberLoader],
    ...[
      MembershipEnd,
      OrganizationFounding,
      OrganizationMaker,
      ReadMemberEmail,
      RevokeInvitation,
      Standings,
      SwitchOrganization,
      UpdateMember,
    ],
    ...[UpdateOrganization, VerifyAuditTrail, ViewOrganization, ViewSelf],
    ...[AuditEventRepository, InvitationRepository, MemberRepository, OrganizationRepository],
    ...[
      AuditResolver,
      InvitationNode,
      InvitationResolver,
      MemberNode,
      MemberResolver,
      OrganizationNode,
      OrganizationResolver,
      SetupResolver,
      ViewerResolver,
    ],
  ],
  exports: [
    EnsureAdministrator,
    FoundOrganization,
    MemberLoader,
    OrganizationFounding,
    MemberRepository,
    OrganizationRepository,
    Standings,
  ],
})
export class OrganizationsModule {}
