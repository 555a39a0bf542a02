import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId, resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import { AssembleFamily } from '../application/assemble-family';
import { KitFamilyLoader } from '../application/kit-family.loader';
import type { AssembleKitsError } from '../errors';
import { Kit } from './kit.types';
import { KitFamily } from './kit-family.types';
import { AssembleFamilyPayload, AssemblyTimeLimitErrorType, InfeasibleBlueprintErrorType } from './kit-payload.types';
import { AssembleFamilyInput } from './kits-order.inputs';
import { presentKit } from './present-kit';
import { presentKitFamily } from './present-kit-family';
import { readKitsOrder, readVariety } from './read-kits-order';
import { WishViolation } from './report.types';

const { ConflictError, IdempotencyMismatchError, NotFoundError, ValidationError } = sharedErrorTypes;
const AssembleFamilyResult = resultUnion<AssembleFamilyPayload, AssembleKitsError>('AssembleFamilyResult', AssembleFamilyPayload, {
  AssemblyTimeLimitError: AssemblyTimeLimitErrorType,
  ConflictError,
  IdempotencyMismatchError,
  InfeasibleBlueprintError: InfeasibleBlueprintErrorType,
  NotFoundError,
  ValidationError,
});

/** Kits that are parallel to each other. */
@Resolver(() => KitFamily)
export class KitFamilyResolver {
  constructor(
    private readonly assemble: AssembleFamily,
    private readonly families: KitFamilyLoader,
  ) {}

  @Query(() => KitFamily, { nullable: true, description: 'One family of kits; null where there is no such thing for you.' })
  @Allow('kit.read')
  async kitFamily(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<KitFamily | null> {
    const wanted = localId(actor, 'KitFamily', id);
    const family = wanted && (await this.families.one(context, wanted));
    return family ? presentKitFamily(family) : null;
  }

  @Mutation(() => AssembleFamilyResult.type, {
    description:
      'Makes two to eight parallel kits together, all or none, of one blueprint or of several, as drafts with one proof. For more time than you want to wait there is startAssembly.',
  })
  @Allow('kit.assemble')
  async assembleFamily(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: AssembleFamilyInput,
  ): Promise<object> {
    const { name, timeLimitSeconds, variety, idempotencyKey } = input;
    const order = readKitsOrder(actor, input);
    const made = await this.assemble.execute(actor, {
      ...order,
      name,
      timeLimitSeconds,
      variety: readVariety(variety),
      idempotencyKey,
    });
    if (!made.ok) return AssembleFamilyResult.of(made);
    const family = await this.families.one(context, made.value.familyId);
    if (family === null) throw new Error('kits that were assembled together have no family');
    return AssembleFamilyResult.of(ok({ family: presentKitFamily(family), kits: made.value.kits.map((kit) => presentKit(kit)) }));
  }

  @ResolveField(() => [Kit], { description: 'Those that are still there, in the order in which they were asked for.' })
  async kits(@CurrentContext() context: RequestContext, @Parent() { familyKey }: KitFamily): Promise<Kit[]> {
    return (await this.families.kitsOf(context, familyKey)).map((kit) => presentKit(kit));
  }

  @ResolveField(() => [WishViolation], {
    description:
      'What makes the kits parallel and does not hold as they are now. A kit that breaks a rule between it and others cannot be published.',
  })
  async brokenRules(@CurrentContext() context: RequestContext, @Parent() { familyKey }: KitFamily): Promise<readonly WishViolation[]> {
    return this.families.brokenRulesOf(context, familyKey);
  }
}
