import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId, resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import { Member, MemberLoader, presentMember } from '../../organizations';
import { ListRoleProfiles } from '../application/list-role-profiles';
import { RoleProfileLoader } from '../application/role-profile.loader';
import { UpdateRoleProfile } from '../application/update-role-profile';
import type { UpdateRoleProfileError } from '../errors';
import { UpdateRoleProfileInput } from './competency.inputs';
import { RoleProfile, RoleProfileWeight, UpdateRoleProfilePayload } from './competency.types';
import { presentRoleProfile } from './present-framework';

const { NotFoundError, RevisionConflictError, ValidationError } = sharedErrorTypes;
const UpdateRoleProfileResult = resultUnion<UpdateRoleProfilePayload, UpdateRoleProfileError>(
  'UpdateRoleProfileResult',
  UpdateRoleProfilePayload,
  {
    NotFoundError,
    RevisionConflictError,
    ValidationError,
  },
);

/** Role profiles: what counts how much in a role, and who said so. */
@Resolver(() => RoleProfileWeight)
export class RoleProfileResolver {
  constructor(
    private readonly list: ListRoleProfiles,
    private readonly profiles: RoleProfileLoader,
    private readonly members: MemberLoader,
    private readonly update: UpdateRoleProfile,
  ) {}

  @Query(() => [RoleProfile], { description: 'The role profiles by name.' })
  @Allow('competency.read')
  async roleProfiles(@CurrentActor() actor: Actor): Promise<RoleProfile[]> {
    return (await this.list.execute(actor)).map(presentRoleProfile);
  }

  @Query(() => RoleProfile, { nullable: true, description: 'One role profile; null where there is no such thing for you.' })
  @Allow('competency.read')
  async roleProfile(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<RoleProfile | null> {
    const wanted = localId(actor, 'RoleProfile', id);
    const found = wanted === null ? null : await this.profiles.one(context, wanted);
    return found === null ? null : presentRoleProfile(found);
  }

  @Mutation(() => UpdateRoleProfileResult.type, {
    description: 'Rewrites the weights of a role profile. Kits that exist keep the weights they were made with.',
  })
  @Allow('roleProfile.update')
  async updateRoleProfile(@CurrentActor() actor: Actor, @Args('input') input: UpdateRoleProfileInput): Promise<object> {
    const updated = await this.update.execute(actor, {
      roleProfileId: localId(actor, 'RoleProfile', input.roleProfileId),
      weights: input.weights.map((line) => ({ ...line, competencyId: localId(actor, 'Competency', line.competencyId) })),
      expectedRevision: input.expectedRevision,
    });
    return UpdateRoleProfileResult.of(updated.ok ? ok({ roleProfile: presentRoleProfile(updated.value.roleProfile) }) : updated);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who changed it last; null where it is as shipped.' })
  async changedBy(@CurrentContext() context: RequestContext, @Parent() { changedById }: RoleProfileWeight): Promise<Member | null> {
    const member = changedById === null ? null : await this.members.one(context, changedById);
    return member === null ? null : presentMember(member);
  }
}
