import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@touchstone/platform/graphql';
import { ViewOrganization } from '../application/view-organization';
import { presentOrganization } from './present-member';

/** The actor's organization by its id alone. */
@Injectable()
export class OrganizationNode implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly viewOrganization: ViewOrganization,
  ) {}

  onModuleInit(): void {
    this.nodes.register({
      noun: 'Organization',
      permission: 'organization.read',
      load: async ({ actor }, id) => {
        const found = await this.viewOrganization.execute(actor);
        return found?.organization.id === id ? presentOrganization(found.organization, found.settings) : null;
      },
    });
  }
}
