import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity';
import { AnswerMemberships } from './application/answer-memberships';
import { FoundOrganization } from './application/found-organization';
import { MemberLoader } from './application/member.loader';
import { OrganizationFounding } from './application/organization-founding';
import { ViewSelf } from './application/view-self';
import './persistence/invitation.record';
import { MemberRepository } from './persistence/member.repository';
import { OrganizationRepository } from './persistence/organization.repository';
import { MemberNode } from './transport/member.node';
import { ViewerResolver } from './transport/viewer.resolver';

@Module({
  imports: [IdentityModule],
  providers: [AnswerMemberships, FoundOrganization, MemberLoader, OrganizationFounding, ViewSelf, MemberRepository, OrganizationRepository, MemberNode, ViewerResolver],
  exports: [FoundOrganization, MemberLoader, OrganizationFounding, MemberRepository, OrganizationRepository],
})
export class OrganizationsModule {}
