import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { type Membership, Memberships } from '../../identity';
import { MemberRepository } from '../persistence/member.repository';
import { OrganizationRepository } from '../persistence/organization.repository';

/** Answers what identity asks: is this user an active member here, and with which roles? */
@Injectable()
export class AnswerMemberships implements OnModuleInit {
  constructor(
    private readonly memberships: Memberships,
    private readonly members: MemberRepository,
    private readonly organizations: OrganizationRepository,
  ) {}

  onModuleInit(): void {
    this.memberships.answeredBy((tx, organizationId, userId) => this.execute(tx, organizationId, userId));
  }

  private async execute(tx: Transaction, organizationId: string, userId: string): Promise<Membership | null> {
    const member = await this.members.byUser(tx, organizationId, userId);
    const organization = await this.organizations.byId(tx, organizationId);
    if (member?.status !== 'ACTIVE' || organization === null) return null;
    return { organizationId, organizationSlug: organization.slug, memberId: member.id, roles: member.roles };
  }
}
