import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { globalId, localId, PageArgs, pageRequest, resultUnion, sharedErrorTypes, toConnection } from '@touchstone/platform/graphql';
import { presentRoleProfile, RoleProfile, RoleProfileLoader } from '../../competencies';
import { CreateBlueprint } from '../application/create-blueprint';
import { CreateBlueprintFromTemplate } from '../application/create-blueprint-from-template';
import { DeleteBlueprint } from '../application/delete-blueprint';
import { ListBlueprints } from '../application/list-blueprints';
import { UpdateBlueprint } from '../application/update-blueprint';
import type { CreateBlueprintError, DeleteBlueprintError, UpdateBlueprintError } from '../errors';
import { CreateBlueprintFromTemplateInput, CreateBlueprintInput, DeleteBlueprintInput, UpdateBlueprintInput } from './blueprint.inputs';
import {
  Blueprint,
  BlueprintConnection,
  BlueprintTemplate,
  CreateBlueprintFromTemplatePayload,
  CreateBlueprintPayload,
  DeleteBlueprintPayload,
  UpdateBlueprintPayload,
} from './blueprint.types';
import { presentBlueprint, presentTemplate } from './present-blueprint';
import { readWishes } from './read-wishes';

const { ConflictError, IdempotencyMismatchError, NotFoundError, RevisionConflictError, ValidationError } = sharedErrorTypes;
const creating = { ConflictError, IdempotencyMismatchError, NotFoundError, ValidationError };
const CreateResult = resultUnion<CreateBlueprintPayload, CreateBlueprintError>('CreateBlueprintResult', CreateBlueprintPayload, creating);
const FromTemplateResult = resultUnion<CreateBlueprintFromTemplatePayload, CreateBlueprintError>(
  'CreateBlueprintFromTemplateResult',
  CreateBlueprintFromTemplatePayload,
  creating,
);
const UpdateResult = resultUnion<UpdateBlueprintPayload, UpdateBlueprintError>('UpdateBlueprintResult', UpdateBlueprintPayload, {
  ConflictError,
  NotFoundError,
  RevisionConflictError,
  ValidationError,
});
const DeleteResult = resultUnion<DeleteBlueprintPayload, DeleteBlueprintError>('DeleteBlueprintResult', DeleteBlueprintPayload, {
  ConflictError,
  NotFoundError,
  RevisionConflictError,
});

/** Blueprints: what is wished of kits. */
@Resolver(() => Blueprint)
export class BlueprintResolver {
  constructor(
    private readonly list: ListBlueprints,
    private readonly create: CreateBlueprint,
    private readonly createFromTemplate: CreateBlueprintFromTemplate,
    private readonly update: UpdateBlueprint,
    private readonly remove: DeleteBlueprint,
    private readonly profiles: RoleProfileLoader,
  ) {}

  @Query(() => BlueprintConnection, { description: 'Blueprints, newest first.' })
  @Allow('blueprint.read')
  async blueprints(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<object> {
    const request = pageRequest(actor, 'blueprints', args);
    return toConnection(actor, 'blueprints', request, await this.list.page(actor, request), presentBlueprint);
  }

  @Query(() => Blueprint, { nullable: true, description: 'One blueprint; null where there is no such thing for you.' })
  @Allow('blueprint.read')
  async blueprint(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Blueprint | null> {
    const found = await this.list.one(actor, localId(actor, 'Blueprint', id));
    return found && presentBlueprint(found);
  }

  @Query(() => [BlueprintTemplate], { description: 'Blueprints that are shipped with the product, to start from.' })
  @Allow('blueprint.read')
  blueprintTemplates(): BlueprintTemplate[] {
    return this.list.templates().map(presentTemplate);
  }

  @Mutation(() => CreateResult.type, { description: 'Writes down what is wished of kits for one role.' })
  @Allow('blueprint.edit')
  async createBlueprint(
    @CurrentActor() actor: Actor,
    @Args('input') { name, roleProfileId, wishes, idempotencyKey }: CreateBlueprintInput,
  ): Promise<object> {
    const made = await this.create.execute(actor, {
      name,
      roleProfileId: localId(actor, 'RoleProfile', roleProfileId),
      wishes: readWishes(actor, wishes),
      idempotencyKey,
    });
    return CreateResult.of(made.ok ? ok({ blueprint: presentBlueprint(made.value.blueprint) }) : made);
  }

  @Mutation(() => FromTemplateResult.type, { description: 'Copies a shipped template, to be used or changed here.' })
  @Allow('blueprint.edit')
  async createBlueprintFromTemplate(@CurrentActor() actor: Actor, @Args('input') input: CreateBlueprintFromTemplateInput): Promise<object> {
    const { slug, name = null, includeTraining = null, idempotencyKey } = input;
    const made = await this.createFromTemplate.execute(actor, { slug, name, includeTraining, idempotencyKey });
    return FromTemplateResult.of(made.ok ? ok({ blueprint: presentBlueprint(made.value.blueprint) }) : made);
  }

  @Mutation(() => UpdateResult.type, { description: 'Changes a blueprint. Kits that exist keep the wishes of their day.' })
  @Allow('blueprint.edit')
  async updateBlueprint(@CurrentActor() actor: Actor, @Args('input') input: UpdateBlueprintInput): Promise<object> {
    const { blueprintId, name = null, wishes, expectedRevision } = input;
    const changed = await this.update.execute(actor, {
      blueprintId: localId(actor, 'Blueprint', blueprintId),
      name,
      wishes: wishes ? readWishes(actor, wishes) : null,
      expectedRevision,
    });
    return UpdateResult.of(changed.ok ? ok({ blueprint: presentBlueprint(changed.value.blueprint) }) : changed);
  }

  @Mutation(() => DeleteResult.type, { description: 'Throws away a blueprint from which no kit was assembled.' })
  @Allow('blueprint.edit')
  async deleteBlueprint(
    @CurrentActor() actor: Actor,
    @Args('input') { blueprintId, expectedRevision }: DeleteBlueprintInput,
  ): Promise<object> {
    const removed = await this.remove.execute(actor, { blueprintId: localId(actor, 'Blueprint', blueprintId), expectedRevision });
    return DeleteResult.of(
      removed.ok ? ok({ blueprintId: globalId('Blueprint', actor.organizationId, removed.value.blueprintId) }) : removed,
    );
  }

  @ResolveField(() => RoleProfile, { nullable: true, description: 'The role whose competencies its kits cover.' })
  async roleProfile(@CurrentContext() context: RequestContext, @Parent() { roleProfileKey }: Blueprint): Promise<RoleProfile | null> {
    const profile = await this.profiles.one(context, roleProfileKey);
    return profile && presentRoleProfile(profile);
  }
}
