import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';

/** One root field, ready to be called with made-up input in which one place is an id under test. */
export interface ProbedOperation {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  /** Where the id stands, for example `input.kitId` or `id`. */
  readonly place: string;
  readonly document: string;
  /** The variables with `id` in that place. */
  readonly variables: (id: string, own: (place: string) => string | null) => Record<string, unknown>;
}

/** Every query and mutation that takes an id, once for each place in which it takes one. */
export function operationsWithIds(schema: GraphQLSchema): readonly ProbedOperation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) => idPlaces(field.args).map((place) => probe(kind, field, place))),
  );
}

function probe(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>, place: string): ProbedOperation {
  const parameters = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return {
    kind,
    name: field.name,
    place,
    document: `${kind} (${parameters}) { ${field.name}(${passed}) ${selectionOf(field)} }`,
    variables: (id, own) =>
      Object.fromEntries(
        field.args
          .map((arg) => [arg.name, valueFor(arg.type, arg.name, place, id, own)] as const)
          .filter(([, value]) => value !== undefined),
      ),
  };
}

function idPlaces(args: readonly GraphQLArgument[]): string[] {
  return args.flatMap((arg) => placesIn(arg.type, arg.name, []));
}

function placesIn(type: GraphQLInputType, path: string, above: readonly string[]): string[] {
  const named = getNamedType(type);
  if (isScalarType(named)) return named.name === 'ID' ? [path] : [];
  if (!isInputObjectType(named) || above.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) => placesIn(field.type, `${path}.${field.name}`, [...above, named.name]));
}

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isUnionType(type)) return '{ __typename ... on DomainError { code message path } }';
  if (isInterfaceType(type)) return '{ __typename id }';
  if (!isObjectType(type)) return '';
  const fields = type.getFields();
  if (fields['edges'] !== undefined) return '{ __typename edges { __typename } totalCount }';
  const leaves = Object.values(fields).filter(
    (leaf) => !isObjectType(getNamedType(leaf.type)) && !isUnionType(getNamedType(leaf.type)) && leaf.args.length === 0,
  );
  return `{ __typename ${leaves.map(({ name }) => name).join(' ')} }`;
}

/** A value that passes the checks of shape, with the id under test in its place; undefined where the argument may be left out. */
function valueFor(type: GraphQLInputType, path: string, place: string, id: string, own: (place: string) => string | null): unknown {
  const leads = place === path || place.startsWith(`${path}.`);
  if (isNonNullType(type))
    return valueFor(type.ofType as GraphQLInputType, path, place, id, own) ?? madeUp(type.ofType as GraphQLInputType, path, place, id, own);
  return leads ? madeUp(type, path, place, id, own) : undefined;
}

function madeUp(type: GraphQLInputType, path: string, place: string, id: string, own: (place: string) => string | null): unknown {
  if (isNonNullType(type)) return madeUp(type.ofType as GraphQLInputType, path, place, id, own);
  if (isListType(type)) return [madeUp(type.ofType as GraphQLInputType, path, place, id, own)];
  if (isInputObjectType(type)) {
    const entries = Object.values(type.getFields()).map(
      (field) => [field.name, valueFor(field.type, `${path}.${field.name}`, place, id, own)] as const,
    );
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (type.name === 'ID') return path === place ? id : (own(path) ?? id);
  return scalars[type.name]?.(path.split('.').at(-1) as string) ?? {};
}

const scalars: Readonly<Record<string, (name: string) => unknown>> = {
  Int: () => 1,
  Float: () => 1,
  Boolean: () => true,
  DateTime: () => '2030-05-06T09:00:00Z',
  String: (name) => {
    if (/email/i.test(name)) return 'somebody@example.org';
    if (/timeZone/i.test(name)) return 'Europe/Berlin';
    if (/key/i.test(name)) return `key-${Math.floor(performance.now() * 1000)}`;
    if (/slug/i.test(name)) return 'some-slug';
    return 'some text that is long enough';
  },
};
