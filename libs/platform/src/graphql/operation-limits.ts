import {
  type ArgumentNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLArgument,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromAST,
  type GraphQLNamedType,
} from 'graphql';
import { limits } from './document-screen';
import { refuse } from './request-error';

/** How many entries a list has whose length cannot be told: as many as a page may have. */
const LARGEST = 100;
/** Beyond this nothing is added up; it is refused elsewhere. */
const LONGEST = 1000;
/** How many entries a list without `first` is taken to have. */
const PLAIN_LIST = 8;
/** Introspection is a fixed tree of our own schema; it counts in depth and aliases, little in cost. */
const INTROSPECTION_LIST = 2;

/**
 * Adds up what an operation may cost before it runs: one point a field, times the length of the lists around it.
 * Fragments are followed, so that nothing hides in them. `variables`: with the defaults of the operation; null where they do not fit, for then nothing
 * is known of them. Returns the first limit that is passed, or null.
 */
export function limitsPassed(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: { [variable: string]: unknown } | null,
): GraphQLError | null {
  const root = schema.getRootType(operation.operation);
  if (!root) return null;
  const meter = new Meter(schema, fragmentsOf(document), variables);
  try {
    meter.walk(operation.selectionSet, root, 1, 1);
  } catch (error) {
    if (error instanceof LimitPassed) return refuse('LIMIT_EXCEEDED', error.message);
    throw error;
  }
  return tooDear(meter);
}

/** The refusal of an operation that may cost too much: how much it may cost, and how much is allowed. */
function tooDear({ cost, whole }: Meter): GraphQLError | null {
  if (cost <= limits.cost) return null;
  return refuse(
    'LIMIT_EXCEEDED',
    `The operation may cost ${whole ? '' : 'more than '}${cost} points; ${limits.cost} are allowed. A field costs one point, times the length of the lists ` +
      'around it: ask for fewer fields or smaller pages.',
    { cost, limit: limits.cost },
  );
}

class LimitPassed extends Error {}

class Meter {
  /** In points. */
  cost = 0;
  /** Whether everything was counted. Fragments within fragments can make a small document endless. */
  whole = true;
  private steps = 0;
  private aliases = 0;
  private directives = 0;
  private rootFields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: { [variable: string]: unknown } | null,
  ) {}

  walk(selections: SelectionSetNode, parent: GraphQLNamedType, depth: number, times: number): void {
    if (depth > limits.depth) throw new LimitPassed(`The operation is nested deeper than ${limits.depth} levels.`);
    for (const selection of selections.selections) {
      // Each step costs at least one point: whoever comes this far has passed the limit, and the sum is cut short.
      if (this.steps > limits.cost) {
        this.whole = false;
        return;
      }
      this.steps += 1;
      this.directives += selection.directives?.length ?? 0;
      if (this.directives > limits.directives) throw new LimitPassed(`The operation has more than ${limits.directives} directives.`);
      if (selection.kind === Kind.FIELD) {
        if (selection.alias) this.aliases += 1;
        if (this.aliases > limits.aliases) throw new LimitPassed(`The operation has more than ${limits.aliases} aliases.`);
        if (depth === 1) this.rootFields += 1;
        if (this.rootFields > limits.rootFields) throw new LimitPassed(`The operation has more than ${limits.rootFields} root fields.`);
        this.cost += times;
        const field = this.fieldOf(parent, selection.name.value);
        if (!selection.selectionSet) continue;
        const introspection = selection.name.value.startsWith('__') || parent.name.startsWith('__');
        const type = field ? getNamedType(field.type) : this.metaType(selection.name.value);
        if (!type) continue;
        const length = field ? this.lengthOf(parent, field, selection.arguments ?? [], introspection) : 1;
        this.walk(selection.selectionSet, type, depth + 1, times * length);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition ? this.schema.getType(selection.typeCondition.name.value) : parent;
        if (type) this.walk(selection.selectionSet, type, depth, times);
      } else {
        const fragment = this.fragments.get(selection.name.value);
        const type = fragment && this.schema.getType(fragment.typeCondition.name.value);
        this.cost += 1;
        if (fragment && type) this.walk(fragment.selectionSet, type, depth, times);
      }
    }
  }

  private fieldOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
    return isObjectType(parent) || isInterfaceType(parent) ? (parent as GraphQLObjectType).getFields()[name] : undefined;
  }

  private metaType(name: string): GraphQLNamedType | undefined {
    return name === '__schema' || name === '__type' ? this.schema.getType(name === '__schema' ? '__Schema' : '__Type') : undefined;
  }

  private lengthOf(
    parent: GraphQLNamedType,
    field: GraphQLField<unknown, unknown>,
    given: readonly ArgumentNode[],
    introspection: boolean,
  ): number {
    const first = field.args.find(({ name }) => name === 'first');
    if (first) {
      const value = this.valueOf(first, given);
      return typeof value === 'number' ? within(value) : LARGEST;
    }
    // The list inside a connection has the length that was counted at the connection itself.
    if ((field.name === 'edges' || field.name === 'nodes') && parent.name.endsWith('Connection')) return 1;
    const type = isNonNullType(field.type) ? field.type.ofType : field.type;
    if (!isListType(type)) return 1;
    const ids = field.args.find(({ name }) => name === 'ids');
    if (ids) {
      const value = this.valueOf(ids, given);
      return Array.isArray(value) ? within(value.length) : LARGEST;
    }
    return introspection ? INTROSPECTION_LIST : PLAIN_LIST;
  }

  /** What an argument will be, with its default where it is left out; undefined where that cannot be told. */
  private valueOf(argument: GraphQLArgument, given: readonly ArgumentNode[]): unknown {
    const value = given.find(({ name }) => name.value === argument.name)?.value;
    if (value === undefined) return argument.defaultValue;
    if (value.kind === Kind.VARIABLE && this.variables !== null && !Object.hasOwn(this.variables, value.name.value))
      return argument.defaultValue;
    return valueFromAST(value, argument.type, this.variables);
  }
}

const within = (length: number): number => Math.max(1, Math.min(length, LONGEST));

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

/** Does the operation look at the schema itself? */
export function introspects(document: DocumentNode): boolean {
  const asks = (selections: SelectionSetNode | undefined): boolean =>
    (selections?.selections ?? []).some(
      (selection) =>
        (selection.kind === Kind.FIELD && (selection.name.value === '__schema' || selection.name.value === '__type')) ||
        (selection.kind !== Kind.FRAGMENT_SPREAD && asks(selection.selectionSet)),
    );
  return document.definitions.some((definition) => 'selectionSet' in definition && asks(definition.selectionSet));
}
