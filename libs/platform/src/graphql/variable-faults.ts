import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  type OperationDefinitionNode,
  specifiedScalarTypes,
  typeFromAST,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type InputFault, pathWords } from '../validation/input-fault';

const MOST_FAULTS = 100;

/** What the scalars of GraphQL itself take. A whole number fits into 32 bits; JSON has no infinity, but `1e400` is read as one. */
const scalarWords: Readonly<Record<string, string>> = {
  Int: 'must be a whole number from -2147483648 to 2147483647',
  Float: 'must be a finite number, for example 2.5',
  String: 'must be a text',
  Boolean: 'must be true or false',
  ID: 'must be an id, as a text',
};

type Variables = Readonly<Record<string, unknown>>;

/**
 * What is wrong with the variables of an operation, in our own words: where (from the argument that a variable is given to), and what is allowed
 * there. `tellsSchema`: whether whoever asks may learn the values of an enum.
 */
export function variableFaults(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  tellsSchema: boolean,
): readonly InputFault[] {
  const checker = new Checker(tellsSchema);
  const places = placesOf(document);
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, node as never);
    const name = variable.name.value;
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (!isInputType(type) || (value === undefined && defaultValue !== undefined)) continue;
    checker.check(value, type, places.get(name) ?? [name]);
  }
  return checker.faults;
}

/** Arguments that must not be null and get a variable that is: their default counts only where they are left out. */
export function nullFaults(schema: GraphQLSchema, document: DocumentNode, coerced: Variables): readonly InputFault[] {
  if (!Object.values(coerced).includes(null)) return [];
  const faults: InputFault[] = [];
  const places = placesOf(document);
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      Variable: ({ name: { value: name } }) => {
        if (coerced[name] !== null || !isNonNullType(types.getInputType())) return;
        const path = places.get(name) ?? [name];
        faults.push({ path, message: `${pathWords(path)} must not be null; leave it out to take what holds without it` });
      },
    }),
  );
  return faults;
}

/** For each variable the argument, or the place inside of an argument, that it is given to first. */
function placesOf(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, readonly string[]>();
  const walk = (node: ValueNode, path: readonly string[]): void => {
    if (node.kind === Kind.VARIABLE && !places.has(node.name.value)) places.set(node.name.value, path);
    if (node.kind === Kind.LIST) node.values.forEach((value, index) => walk(value, [...path, String(index)]));
    if (node.kind === Kind.OBJECT) for (const { name, value } of node.fields) walk(value, [...path, name.value]);
  };
  visit(document, { Argument: ({ name, value }) => walk(value, [name.value]) });
  return places;
}

class Checker {
  readonly faults: InputFault[] = [];

  constructor(private readonly tellsSchema: boolean) {}

  check(value: unknown, type: GraphQLInputType, path: readonly string[]): void {
    if (this.faults.length >= MOST_FAULTS) return;
    if (isNonNullType(type)) {
      if (value === undefined) return this.tell(path, 'is required');
      if (value === null) return this.tell(path, 'must not be null');
      return this.check(value, type.ofType as GraphQLInputType, path);
    }
    if (value === undefined || value === null) return;
    if (isListType(type)) {
      if (!Array.isArray(value)) return this.check(value, type.ofType as GraphQLInputType, path);
      return value.forEach((entry, index) => this.check(entry ?? null, type.ofType as GraphQLInputType, [...path, String(index)]));
    }
    if (isInputObjectType(type)) {
      if (typeof value !== 'object' || Array.isArray(value)) return this.tell(path, 'must be an object');
      const fields = type.getFields();
      for (const name of Object.keys(value))
        if (!Object.hasOwn(fields, name)) this.tell([...path, name.slice(0, 60)], `is not a field of ${type.name}`);
      for (const field of Object.values(fields)) {
        const given = Object.hasOwn(value, field.name) ? (value as Record<string, unknown>)[field.name] : undefined;
        if (given !== undefined || isRequiredInputField(field)) this.check(given, field.type, [...path, field.name]);
      }
      return;
    }
    if (isEnumType(type)) {
      const known = type.getValues().map(({ name }) => name);
      if (known.includes(value as string)) return;
      return this.tell(path, this.tellsSchema ? `must be one of ${known.join(', ')}` : `must be one of the values of ${type.name}`);
    }
    this.scalar(value, type, path);
  }

  private scalar(value: unknown, type: GraphQLScalarType, path: readonly string[]): void {
    try {
      if (type.parseValue(value) === undefined) this.tell(path, `is no ${type.name}`);
    } catch (error) {
      const ofGraphql = specifiedScalarTypes.some(({ name }) => name === type.name);
      if (ofGraphql) this.tell(path, scalarWords[type.name] ?? `is no ${type.name}`);
      else this.faults.push({ path, message: `${pathWords(path)}: ${(error as Error).message}` });
    }
  }

  private tell(path: readonly string[], what: string): void {
    this.faults.push({ path, message: `${pathWords(path)} ${what}` });
  }
}
