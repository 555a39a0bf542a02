import { Injectable } from '@nestjs/common';
import { type Role, ROLES } from '@touchstone/interviewing/access';
import { ok } from '@touchstone/kernel';
import { type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { Users } from '../../identity';
import { MemberRepository } from '../persistence/member.repository';
import { OrganizationRepository } from '../persistence/organization.repository';
import { OrganizationFounding } from './organization-founding';

export interface NewOrganization {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly demo: boolean;
}

export interface Founder {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly roles?: readonly Role[];
}

/** Writes an organization with its settings, its first member and what the rooms add. The caller has checked names and rights. */
@Injectable()
export class FoundOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
    private readonly members: MemberRepository,
    private readonly users: Users,
    private readonly founding: OrganizationFounding,
  ) {}

  async execute(
    organization: NewOrganization,
    founder: Founder,
    beside: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<{ readonly organizationId: string; readonly memberId: string }> {
    const organizationId = newId();
    const memberId = newId();
    await this.unitOfWork.writeIn(wholeOrganization(organizationId), async (tx) => {
      await beside(tx);
      await this.organizations.add(
        tx,
        { id: organizationId, slug: organization.slug, name: organization.name, demo: organization.demo, createdAt: tx.now },
        { organizationId, sealPolicy: 'ALL_SUBMITTED', timeZone: organization.timeZone, revision: 1 },
      );
      await this.users.join(tx, founder.userId, organizationId);
      await this.members.add(tx, {
        organizationId, id: memberId, userId: founder.userId, name: founder.name, email: founder.email,
        roles: [...(founder.roles ?? ROLES.filter((role) => role === 'ADMIN'))], status: 'ACTIVE', revision: 1, createdAt: tx.now,
      });
      await this.founding.run(tx, { organizationId, founderId: memberId });
      tx.audit({ action: 'organization.create', subjectType: 'Organization', subjectId: organizationId });
      return ok(null);
    });
    return { organizationId, memberId };
  }
}
