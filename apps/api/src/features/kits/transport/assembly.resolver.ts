import { Args, ArgsType, Field, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { AssemblyState } from '@touchstone/interviewing/kits';
import { ok, type Result } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId, PageArgs, pageRequest, refuse, resultUnion, sharedErrorTypes, toConnection } from '@touchstone/platform/graphql';
import { IsIn, IsOptional } from 'class-validator';
import { ASSEMBLY_STATES } from '@touchstone/interviewing/kits';
import { Member, MemberLoader, presentMember } from '../../organizations';
import { CancelAssembly } from '../application/cancel-assembly';
import { KitFamilyLoader } from '../application/kit-family.loader';
import { type AssemblyValue, ListAssemblies } from '../application/list-assemblies';
import { StartAssembly } from '../application/start-assembly';
import { WatchAssembly } from '../application/watch-assembly';
import type { CancelAssemblyError, StartAssemblyError } from '../errors';
import { Assembly, AssemblyConnection, AssemblyStateEnum, CancelAssemblyPayload, StartAssemblyPayload } from './assembly.types';
import { Kit } from './kit.types';
import { KitFamily } from './kit-family.types';
import { CancelAssemblyInput, StartAssemblyInput } from './kits-order.inputs';
import { presentAssembly } from './present-assembly';
import { presentKit } from './present-kit';
import { presentKitFamily } from './present-kit-family';
import { readKitsOrder, readVariety } from './read-kits-order';

const { ConflictError, IdempotencyMismatchError, NotFoundError, ValidationError } = sharedErrorTypes;
const StartResult = resultUnion<StartAssemblyPayload, StartAssemblyError>('StartAssemblyResult', StartAssemblyPayload, {
  ConflictError,
  IdempotencyMismatchError,
  NotFoundError,
  ValidationError,
});
const CancelResult = resultUnion<CancelAssemblyPayload, CancelAssemblyError>('CancelAssemblyResult', CancelAssemblyPayload, {
  ConflictError,
  NotFoundError,
});

@ArgsType()
class AssembliesArgs extends PageArgs {
  @Field(() => AssemblyStateEnum, { nullable: true }) @IsOptional() @IsIn(ASSEMBLY_STATES) status?: AssemblyState | null;
}

/** Assemblies that take their time. */
@Resolver(() => Assembly)
export class AssemblyResolver {
  constructor(
    private readonly list: ListAssemblies,
    private readonly start: StartAssembly,
    private readonly cancel: CancelAssembly,
    private readonly watch: WatchAssembly,
    private readonly families: KitFamilyLoader,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => AssemblyConnection, { description: 'Assemblies, newest first.' })
  @Allow('kit.read')
  async assemblies(@CurrentActor() actor: Actor, @Args() args: AssembliesArgs): Promise<object> {
    const { status = null } = args;
    const name = `assemblies/${status ?? ''}`;
    const request = pageRequest(actor, name, args);
    return toConnection(actor, name, request, await this.list.page(actor, status, request), presentAssembly);
  }

  @Query(() => Assembly, { nullable: true, description: 'One assembly; null where there is no such thing for you.' })
  @Allow('kit.read')
  async assembly(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Assembly | null> {
    const found = await this.list.one(actor, localId(actor, 'Assembly', id));
    return found && presentAssembly(found);
  }

  @Mutation(() => StartResult.type, {
    description:
      'Puts an assembly into the line: one to eight kits, with as much time as they need. At most five of an organization wait or are under way, and one of them is worked on at a time.',
  })
  @Allow('kit.assemble')
  async startAssembly(@CurrentActor() actor: Actor, @Args('input') input: StartAssemblyInput): Promise<object> {
    const { name, timeLimitSeconds, gap, variety, idempotencyKey } = input;
    const order = readKitsOrder(actor, input);
    const started = await this.start.execute(actor, {
      ...order,
      name,
      timeLimitSeconds,
      gap,
      variety: readVariety(variety),
      idempotencyKey,
    });
    return StartResult.of(await this.shown(actor, started));
  }

  @Mutation(() => CancelResult.type, { description: 'Calls an assembly off and stops its solver. One that has ended stays as it is.' })
  @Allow('kit.assemble')
  async cancelAssembly(@CurrentActor() actor: Actor, @Args('input') { assemblyId }: CancelAssemblyInput): Promise<object> {
    return CancelResult.of(await this.shown(actor, await this.cancel.execute(actor, localId(actor, 'Assembly', assemblyId))));
  }

  @Subscription(() => Assembly, {
    description:
      'An assembly as it is now, and again whenever it has gone on, until it has ended. Answers the error NOT_FOUND where there is no such thing for you.',
    resolve: (assembly: AssemblyValue) => presentAssembly(assembly),
  })
  @Allow('kit.read')
  async assemblyChanged(
    @CurrentActor() actor: Actor,
    @Args('assemblyId', { type: () => ID }) assemblyId: string,
  ): Promise<AsyncIterableIterator<AssemblyValue>> {
    const states = await this.watch.execute(actor, localId(actor, 'Assembly', assemblyId));
    // A stream has no union to put a refusal in: it comes as the error of the operation.
    if (!states.ok) throw refuse('NOT_FOUND', states.error.message, { path: states.error.path });
    return states.value;
  }

  @ResolveField(() => [Kit], { description: 'Its kits, once it is DONE; those that are still there.' })
  async kits(@CurrentContext() context: RequestContext, @Parent() { familyKey }: Assembly): Promise<Kit[]> {
    return familyKey === null ? [] : (await this.families.kitsOf(context, familyKey)).map((kit) => presentKit(kit));
  }

  @ResolveField(() => KitFamily, { nullable: true, description: 'The family of its kits, once it is DONE; null where it is a single kit.' })
  async family(@CurrentContext() context: RequestContext, @Parent() { familyKey }: Assembly): Promise<KitFamily | null> {
    const family = familyKey === null ? null : await this.families.one(context, familyKey);
    return family && presentKitFamily(family);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who started it.' })
  async requestedBy(@CurrentContext() context: RequestContext, @Parent() { requesterKey }: Assembly): Promise<Member | null> {
    const member = await this.members.one(context, requesterKey);
    return member && presentMember(member);
  }

  private async shown<E>(actor: Actor, done: Result<{ assemblyId: string }, E>): Promise<Result<{ assembly: Assembly }, E>> {
    if (!done.ok) return done;
    const assembly = await this.list.one(actor, done.value.assemblyId);
    if (assembly === null) throw new Error('an assembly is gone that was written down just now');
    return ok({ assembly: presentAssembly(assembly) });
  }
}
