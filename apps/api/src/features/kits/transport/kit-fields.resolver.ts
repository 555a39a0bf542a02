import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { presentRoleProfile, RoleProfile, RoleProfileLoader } from '../../competencies';
import { KitDocumentLoader } from '../application/kit-document.loader';
import { KitFamilyLoader } from '../application/kit-family.loader';
import { Kit } from './kit.types';
import { KitFamily } from './kit-family.types';
import { presentKitFamily } from './present-kit-family';

/** What stands beside a kit. */
@Resolver(() => Kit)
export class KitFieldsResolver {
  constructor(
    private readonly profiles: RoleProfileLoader,
    private readonly documents: KitDocumentLoader,
    private readonly families: KitFamilyLoader,
  ) {}

  @ResolveField(() => KitFamily, {
    nullable: true,
    description: 'The kits that it is parallel to; null for a kit that was assembled alone.',
  })
  async family(@CurrentContext() context: RequestContext, @Parent() { familyKey }: Kit): Promise<KitFamily | null> {
    const family = await this.families.one(context, familyKey);
    return family && presentKitFamily(family);
  }

  @ResolveField(() => String, { nullable: true, description: 'The canonical JSON that the hash is over; null for a draft.' })
  document(@CurrentActor() actor: Actor, @CurrentContext() context: RequestContext, @Parent() { id }: Kit): Promise<string | null> {
    return this.documents.one(context, localId(actor, 'Kit', id));
  }

  @ResolveField(() => RoleProfile, {
    nullable: true,
    description: 'The role it is for, as it is weighed today; the weights of its day are in the report.',
  })
  async roleProfile(@CurrentContext() context: RequestContext, @Parent() { roleProfileKey }: Kit): Promise<RoleProfile | null> {
    const profile = await this.profiles.one(context, roleProfileKey);
    return profile && presentRoleProfile(profile);
  }
}
