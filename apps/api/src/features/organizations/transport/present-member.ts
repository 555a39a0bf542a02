import { globalId } from '@touchstone/platform/graphql';
import type { MemberRecord } from '../application/member.loader';
import type { OrganizationRecord, OrganizationSettingRecord } from '../application/view-organization';
import type { Member, Organization } from './organization.types';

/** A member as clients see it; the e-mail address is not among what every member may know. */
export const presentMember = ({ organizationId, id, name, roles, status, revision }: MemberRecord): Member => ({
  id: globalId('Member', organizationId, id),
  name,
  roles,
  status,
  revision,
});

export const presentOrganization = (organization: OrganizationRecord, settings: OrganizationSettingRecord): Organization => ({
  id: globalId('Organization', organization.id, organization.id),
  slug: organization.slug,
  name: organization.name,
  demo: organization.demo,
  sealPolicy: settings.sealPolicy,
  timeZone: settings.timeZone,
  revision: settings.revision,
});
