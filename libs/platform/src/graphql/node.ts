import { Injectable } from '@nestjs/common';
import { Args, Field, ID, InterfaceType, Query, Resolver } from '@nestjs/graphql';
import { type Permission, permits } from '@touchstone/interviewing/access';
import { Allow } from '../access';
import type { Actor, RequestContext } from '../actor';
import { CurrentActor, CurrentContext } from '../actor';
import { localId, readGlobalId } from './global-id';
import { refuse } from './request-error';

@InterfaceType('Node', {
  description: 'Anything with an id that can be asked for by that id alone.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class NodeType {
  @Field(() => ID) id!: string;
}

export interface NodeSource {
  /** The noun in the global id, and the GraphQL type. */
  readonly noun: string;
  /** What a member needs to see such a thing at all; the same as for its direct query. */
  readonly permission: Permission;
  /** Loads it with the rights of the actor, as its direct query would; null where she may not see it. */
  readonly load: (context: RequestContext & { readonly actor: Actor }, id: string) => Promise<object | null>;
}

/** Rooms say here how their nouns are found by id, so that `node` has no rule of its own. */
@Injectable()
export class NodeRegistry {
  private readonly sources = new Map<string, NodeSource>();

  register(source: NodeSource): void {
    this.sources.set(source.noun, source);
  }

  nouns(): readonly string[] {
    return [...this.sources.keys()].sort();
  }

  /** Unknown, foreign and forbidden are one and the same answer: null. */
  async find(context: RequestContext, actor: Actor, globalId: string): Promise<object | null> {
    const source = this.sources.get(readGlobalId(globalId)?.noun ?? '');
    if (source === undefined || !permits(actor, source.permission)) return null;
    const id = localId(actor, source.noun, globalId);
    if (id === null) return null;
    const found = await source.load({ ...context, actor }, id);
    return found === null ? null : { ...found, __typename: source.noun };
  }
}

const MOST = 100;

@Resolver()
export class NodeResolver {
  constructor(private readonly registry: NodeRegistry) {}

  @Query(() => NodeType, { nullable: true, description: 'Anything by its id; null where there is no such thing for you.' })
  @Allow('viewer.read')
  node(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<object | null> {
    return this.registry.find(context, actor, id);
  }

  @Query(() => [NodeType], { nullable: 'items', description: 'Up to 100 things by their ids, in the order of the ids.' })
  @Allow('viewer.read')
  nodes(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('ids', { type: () => [ID] }) ids: string[],
  ): Promise<(object | null)[]> {
    if (ids.length > MOST) throw refuse('BAD_USER_INPUT', `nodes takes at most ${MOST} ids.`, { path: ['ids'] });
    return Promise.all(ids.map((id) => this.registry.find(context, actor, id)));
  }
}
