import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { CursorKey, Page, PageRequest } from '@touchstone/kernel';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { Actor } from '../actor';
import { readCursor, writeCursor } from './cursor';
import { refuse } from './request-error';

export const LARGEST_PAGE = 100;

/** `first` (1 to 100) and `after`: how every list is asked for. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  @IsInt()
  @Min(1, { message: 'first must be from 1 to 100' })
  @Max(LARGEST_PAGE, { message: 'first must be from 1 to 100' })
  first: number = 20;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  after?: string | null;
}

@ObjectType()
export class PageInfo {
  @Field() hasNextPage!: boolean;
  @Field() hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

export interface ConnectionValue<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
  totalCount: number | null;
}

/** The Relay connection of a node type: `XConnection` with `edges`, `pageInfo` and `totalCount`. */
export function connectionType<T extends object>(node: Type<T>, name: string): Type<ConnectionValue<T>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field() cursor!: string;
    @Field(() => node) node!: T;
  }
  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [Edge]) edges!: { cursor: string; node: T }[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    @Field(() => Int, { nullable: true, description: 'How many there are in all, where it was counted.' }) totalCount!: number | null;
  }
  return Connection as unknown as Type<ConnectionValue<T>>;
}

/** The page that `args` ask of the list `list`. A cursor of another list, another organization or other filters is refused. */
export function pageRequest(actor: Actor, list: string, args: PageArgs): PageRequest {
  if (args.after === undefined || args.after === null) return { first: args.first, after: null };
  const after = readCursor(`${actor.organizationId}/${list}`, args.after);
  if (after === null) {
    throw refuse(
      'BAD_USER_INPUT',
      'after is not a cursor of this list. Take endCursor from the page before, with the same filters and order.',
      { path: ['after'] },
    );
  }
  return { first: args.first, after };
}

/** A page as a connection; `list` as in `pageRequest`. */
export function toConnection<T, N>(
  actor: Actor,
  list: string,
  request: PageRequest,
  page: Page<T>,
  present: (row: T) => N,
): ConnectionValue<N> {
  const scope = `${actor.organizationId}/${list}`;
  const edges = page.rows.map(({ node, key }) => new ListedEdge(scope, key, present(node)));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: request.after !== null,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    totalCount: page.totalCount,
  };
}

/** Signs its cursor when somebody asks for it: most clients ask for that of the last edge alone. */
class ListedEdge<N> {
  constructor(
    private readonly scope: string,
    private readonly key: CursorKey,
    readonly node: N,
  ) {}

  get cursor(): string {
    return writeCursor(this.scope, this.key);
  }
}
