/* What later rooms may touch */
export { OrganizationsModule } from './organizations.module';
export { OrganizationFounding, type Founding } from './application/organization-founding';
export { FoundOrganization } from './application/found-organization';
export { EnsureAdministrator } from './application/ensure-administrator';
export { Standings } from './application/standings';
export { MemberLoader } from './application/member.loader';
export { MemberRepository as Members } from './persistence/member.repository';
export { OrganizationRepository as Organizations } from './persistence/organization.repository';
export { Member, SealPolicyEnum } from './transport/organization.types';
export { presentMember } from './transport/present-member';
