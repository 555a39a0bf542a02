import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor, CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { globalId, readGlobalId, resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import { presentSession } from '../../identity';
import { CreateOrganization } from '../application/create-organization';
import { LeaveOrganization } from '../application/leave-organization';
import { ListMyOrganizations } from '../application/list-my-organizations';
import { SwitchOrganization } from '../application/switch-organization';
import { UpdateOrganization } from '../application/update-organization';
import { ViewOrganization } from '../application/view-organization';
import type { CreateOrganizationError, LeaveOrganizationError, SwitchOrganizationError, UpdateOrganizationError } from '../errors';
import { CreateOrganizationInput, LeaveOrganizationInput, SwitchOrganizationInput, UpdateOrganizationInput } from './organization.inputs';
import {
  CreateOrganizationPayload,
  LeaveOrganizationPayload,
  MyOrganization,
  Organization,
  SwitchOrganizationPayload,
  UpdateOrganizationPayload,
} from './organization.types';
import { presentOrganization } from './present-member';

const { ConflictError, IdempotencyMismatchError, NotAllowedError, NotFoundError, RevisionConflictError, ValidationError } =
  sharedErrorTypes;

const CreateResult = resultUnion<CreateOrganizationPayload, CreateOrganizationError>(
  'CreateOrganizationResult',
  CreateOrganizationPayload,
  { ValidationError, ConflictError, IdempotencyMismatchError },
);
const UpdateResult = resultUnion<UpdateOrganizationPayload, UpdateOrganizationError>(
  'UpdateOrganizationResult',
  UpdateOrganizationPayload,
  { ValidationError, RevisionConflictError },
);
const SwitchResult = resultUnion<SwitchOrganizationPayload, SwitchOrganizationError>(
  'SwitchOrganizationResult',
  SwitchOrganizationPayload,
  { NotFoundError, NotAllowedError },
);
const LeaveResult = resultUnion<LeaveOrganizationPayload, LeaveOrganizationError>('LeaveOrganizationResult', LeaveOrganizationPayload, {
  ConflictError,
  RevisionConflictError,
});

/** The organization itself, and going from one to another. */
@Resolver()
export class OrganizationResolver {
  constructor(
    private readonly viewOrganization: ViewOrganization,
    private readonly listMyOrganizations: ListMyOrganizations,
    private readonly createOrganizationVerb: CreateOrganization,
    private readonly updateOrganizationVerb: UpdateOrganization,
    private readonly switchOrganizationVerb: SwitchOrganization,
    private readonly leaveOrganizationVerb: LeaveOrganization,
  ) {}

  @Query(() => Organization, { nullable: true, description: 'Your organization and its settings.' })
  @Allow('organization.read')
  async organization(@CurrentActor() actor: Actor): Promise<Organization | null> {
    const found = await this.viewOrganization.execute(actor);
    return found && presentOrganization(found.organization, found.settings);
  }

  @Query(() => [MyOrganization], {
    description: 'The organizations in which you are an active member, by name. For an access token: its own.',
  })
  @Allow('viewer.read')
  async myOrganizations(@CurrentActor() actor: Actor): Promise<MyOrganization[]> {
    const own = await this.listMyOrganizations.execute(actor);
    return own.map(({ organizationId, memberId, slug, name, roles }) => ({
      organizationId: globalId('Organization', organizationId, organizationId),
      memberId: globalId('Member', organizationId, memberId),
      slug,
      name,
      roles,
      current: organizationId === actor.organizationId,
    }));
  }

  @Mutation(() => CreateResult.type, { description: 'Makes a further organization, which you administer.' })
  @Allow('organization.create')
  async createOrganization(@CurrentActor() actor: Actor, @Args('input') input: CreateOrganizationInput): Promise<object> {
    const made = await this.createOrganizationVerb.execute(actor, input);
    return CreateResult.of(made.ok ? ok({ organization: presentOrganization(made.value.organization, made.value.settings) }) : made);
  }

  @Mutation(() => UpdateResult.type, { description: 'Changes name and settings of your organization.' })
  @Allow('organization.update')
  async updateOrganization(@CurrentActor() actor: Actor, @Args('input') input: UpdateOrganizationInput): Promise<object> {
    const updated = await this.updateOrganizationVerb.execute(actor, input);
    return UpdateResult.of(
      updated.ok ? ok({ organization: presentOrganization(updated.value.organization, updated.value.settings) }) : updated,
    );
  }

  @Mutation(() => SwitchResult.type, {
    description: 'Opens a session in another organization of yours; the present one goes on until its end.',
  })
  @Allow('organization.switch')
  async switchOrganization(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: SwitchOrganizationInput,
  ): Promise<object> {
    const named = readGlobalId(input.organizationId);
    const opened = await this.switchOrganizationVerb.execute(actor, named?.noun === 'Organization' ? named.organizationId : null);
    if (!opened.ok) return SwitchResult.of(opened);
    context.keepSession(opened.value.token);
    return SwitchResult.of(ok(presentSession(opened.value)));
  }

  @Mutation(() => LeaveResult.type, {
    description: 'Ends your membership, your sessions and your access tokens here. What you wrote and rated stays.',
  })
  @Allow('organization.leave')
  async leaveOrganization(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: LeaveOrganizationInput,
  ): Promise<object> {
    const left = await this.leaveOrganizationVerb.execute(actor, input.expectedRevision);
    if (!left.ok) return LeaveResult.of(left);
    context.keepSession(null);
    return LeaveResult.of(ok({ memberId: globalId('Member', actor.organizationId, left.value.memberId) }));
  }
}
