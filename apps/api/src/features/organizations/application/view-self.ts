import { Injectable } from '@nestjs/common';
import { PERMISSIONS, permits } from '@touchstone/interviewing/access';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { MemberRecord } from '../persistence/member.record';
import { MemberRepository } from '../persistence/member.repository';
import type { OrganizationSettingRecord } from '../persistence/organization-setting.record';
import type { OrganizationRecord } from '../persistence/organization.record';
import { OrganizationRepository } from '../persistence/organization.repository';

export interface Self {
  readonly member: MemberRecord;
  readonly organization: OrganizationRecord;
  readonly settings: OrganizationSettingRecord;
  readonly permissions: readonly string[];
}

/** Who the actor is, where, and what she may do there with this credential. */
@Injectable()
export class ViewSelf {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly organizations: OrganizationRepository,
  ) {}

  execute(actor: Actor): Promise<Self | null> {
    return this.unitOfWork.read(actor, async (tx) => {
      const member = await this.members.byId(tx, actor.organizationId, actor.memberId);
      const organization = await this.organizations.byId(tx, actor.organizationId);
      if (member === null || organization === null) return null;
      const settings = await this.organizations.settingsOf(tx, actor.organizationId);
      const permissions = PERMISSIONS.filter((permission) => permits(actor, permission));
      return { member, organization, settings, permissions };
    });
  }
}
