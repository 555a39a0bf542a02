import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@touchstone/platform/access';
import type { Actor } from '@touchstone/platform/actor';
import { CurrentActor } from '@touchstone/platform/actor';
import { ViewSelf } from '../application/view-self';
import { presentMember, presentOrganization } from './present-member';
import { Viewer } from './organization.types';

/** Who is asking. */
@Resolver()
export class ViewerResolver {
  constructor(private readonly viewSelf: ViewSelf) {}

  @Query(() => Viewer, { nullable: true, description: 'You: your membership, your organization, what you may do.' })
  @Allow('viewer.read')
  async viewer(@CurrentActor() actor: Actor): Promise<Viewer | null> {
    const self = await this.viewSelf.execute(actor);
    if (self === null) return null;
    return {
      member: presentMember(self.member),
      email: self.member.email,
      organization: presentOrganization(self.organization, self.settings),
      permissions: [...self.permissions],
    };
  }
}
