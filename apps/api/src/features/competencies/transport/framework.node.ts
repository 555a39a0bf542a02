import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@touchstone/platform/graphql';
import { FrameworkLoader } from '../application/framework.loader';
import { RoleProfileLoader } from '../application/role-profile.loader';
import { presentCategory, presentCompetency, presentRatingScale, presentRoleProfile } from './present-framework';

/** Categories, competencies, scales and role profiles by their id alone. */
@Injectable()
export class FrameworkNode implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly framework: FrameworkLoader,
    private readonly profiles: RoleProfileLoader,
  ) {}

  onModuleInit(): void {
    const permission = 'competency.read';
    const byId = <T extends { readonly id: string }>(rows: readonly T[], id: string, present: (row: T) => object): object | null => {
      const found = rows.find((row) => row.id === id);
      return found === undefined ? null : present(found);
    };
    this.nodes.register({
      noun: 'Category',
      permission,
      load: async (context, id) => byId((await this.framework.whole(context)).categories, id, presentCategory),
    });
    this.nodes.register({
      noun: 'Competency',
      permission,
      load: async (context, id) => byId((await this.framework.whole(context)).competencies, id, presentCompetency),
    });
    this.nodes.register({
      noun: 'RatingScale',
      permission,
      load: async (context, id) => byId((await this.framework.whole(context)).ratingScales, id, presentRatingScale),
    });
    this.nodes.register({
      noun: 'RoleProfile',
      permission,
      load: async (context, id) => {
        const profile = await this.profiles.one(context, id);
        return profile === null ? null : presentRoleProfile(profile);
      },
    });
  }
}
