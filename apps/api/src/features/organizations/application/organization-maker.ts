import { Injectable } from '@nestjs/common';
import type { Role } from '@touchstone/interviewing/access';
import type { Transaction } from '@touchstone/platform/database';
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

export interface FoundingIds {
  readonly organizationId: string;
  readonly memberId: string;
}

/** Writes an organization with its settings, its first member and what the rooms add, as part of the change of a verb, which audits it. */
@Injectable()
export class OrganizationMaker {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly members: MemberRepository,
    private readonly users: Users,
    private readonly founding: OrganizationFounding,
  ) {}

  /** Ids are given beforehand, because the transaction must be within the organization that it makes. */
  newIds(): FoundingIds {
    return { organizationId: newId(), memberId: newId() };
  }

  async make(tx: Transaction, { organizationId, memberId }: FoundingIds, organization: NewOrganization, founder: Founder): Promise<void> {
    const { slug, name, timeZone, demo } = organization;
    await this.organizations.add(
      tx,
      { id: organizationId, slug, name, demo, createdAt: tx.now },
      { organizationId, sealPolicy: 'ALL_SUBMITTED', timeZone, revision: 1 },
    );
    await this.users.join(tx, founder.userId, organizationId);
    await this.members.add(tx, {
      organizationId,
      id: memberId,
      userId: founder.userId,
      name: founder.name,
      email: founder.email,
      roles: [...(founder.roles ?? (['ADMIN'] as const))],
      status: 'ACTIVE',
      revision: 1,
      createdAt: tx.now,
    });
    await this.founding.run(tx, { organizationId, founderId: memberId });
  }
}
