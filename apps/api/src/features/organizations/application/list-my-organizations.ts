import { Injectable } from '@nestjs/common';
import type { Role } from '@touchstone/interviewing/access';
import type { Actor } from '@touchstone/platform/actor';
import { noOrganization, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { Memberships, Users } from '../../identity';
import { OrganizationRepository } from '../persistence/organization.repository';

export interface OwnOrganization {
  readonly organizationId: string;
  readonly slug: string;
  readonly name: string;
  readonly memberId: string;
  readonly roles: readonly Role[];
}

/** Where the actor is an active member. An access token belongs to one organization and learns of no other. */
@Injectable()
export class ListMyOrganizations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: Users,
    private readonly memberships: Memberships,
    private readonly organizations: OrganizationRepository,
  ) {}

  async execute(actor: Actor): Promise<readonly OwnOrganization[]> {
    const all = await this.unitOfWork.readIn(noOrganization, (tx) => this.users.organizationsOf(tx, actor.userId));
    const asked = actor.via === 'session' ? all : all.filter((id) => id === actor.organizationId);
    const found: OwnOrganization[] = [];
    for (const organizationId of asked) {
      const own = await this.look(organizationId, actor.userId);
      if (own !== null) found.push(own);
    }
    return found.sort((a, b) => (a.name === b.name ? (a.slug < b.slug ? -1 : 1) : a.name < b.name ? -1 : 1));
  }

  private look(organizationId: string, userId: string): Promise<OwnOrganization | null> {
    return this.unitOfWork.readIn(wholeOrganization(organizationId), async (tx) => {
      const membership = await this.memberships.find(tx, organizationId, userId);
      const organization = await this.organizations.byId(tx, organizationId);
      if (membership === null || organization === null) return null;
      return { organizationId, slug: organization.slug, name: organization.name, memberId: membership.memberId, roles: membership.roles };
    });
  }
}
