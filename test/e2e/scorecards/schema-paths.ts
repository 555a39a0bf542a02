import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';

/** One question to the API: a root field with arguments, and one path of fields below it that ends in everything plain at its end. */
export interface Question {
  /** What it asks, without ids: the same in every world. */
  readonly name: string;
  /** The text of the root field; ids stand as `{{label}}`. */
  readonly text: string;
}

export interface Ids {
  /** By noun, the labels of things of which there are ids. */
  readonly [noun: string]: readonly string[];
}

/** How many fields deep: all the way where a loop is at hand; less where there are many ways in, which all come to the same types. */
const DEPTH: Readonly<Record<string, number>> = { loop: 4, interview: 3, scorecard: 3, node: 2, loopScores: 3 };
const DEPTH_OF_OTHERS = 2;
const DEPTH_OF_VARIANTS = 1;
/** From here on something under the seal, or the trail of it, can be read. What leads to none of them is asked for its plain fields alone. */
const AT_STAKE = new Set([
  'Loop',
  'Interview',
  'PanelSeat',
  'Scorecard',
  'Rating',
  'Application',
  'AuditEvent',
  'Decision',
  'Debrief',
  'LoopScores',
]);
/** Types that one passes through again, because there are ways back to the loop from far away. */
const TWICE = new Set(['Loop', 'Interview', 'PanelSeat']);

/** Every query of the schema with every variant of its arguments, along every path as deep as `DEPTH` says. */
export function questionsOf(
  schema: GraphQLSchema,
  ids: Ids,
  probe: string,
): { readonly questions: readonly Question[]; readonly unasked: readonly string[] } {
  const query = schema.getQueryType();
  const questions: Question[] = [];
  const unasked: string[] = [];
  for (const field of Object.values(query?.getFields() ?? {})) {
    const variants = field.name === 'node' ? nodeVariants(ids) : variantsOf(field, ids, probe);
    if (!leadsOn(getNamedType(field.type)) && field.name !== 'node' && field.name !== 'nodes') continue;
    if (variants === null) {
      unasked.push(field.name);
      continue;
    }
    for (const [index, { args, noun }] of variants.entries()) {
      const type = noun === null ? getNamedType(field.type) : (schema.getType(noun) ?? getNamedType(field.type));
      const into = (selection: string): string => (noun === null ? selection : `{ __typename ... on ${noun} ${selection} }`);
      const depth = index === 0 || noun !== null ? (DEPTH[field.name] ?? DEPTH_OF_OTHERS) : DEPTH_OF_VARIANTS;
      for (const { path, selection } of pathsOf(schema, type, [], depth)) {
        questions.push({
          name: `${field.name}${args} ${path.join('.')}`,
          text: `${field.name}${args} ${selection === '' ? '' : into(selection)}`,
        });
      }
    }
  }
  return { questions, unasked };
}

interface Variant {
  readonly args: string;
  /** The type to ask as, where the field gives an interface. */
  readonly noun: string | null;
}

const nodeVariants = (ids: Ids): Variant[] =>
  Object.entries(ids).flatMap(([noun, labels]) => labels.map((label) => ({ args: `(id: "{{${label}}}")`, noun })));

/** The arguments as few as may be, and then each other value that an argument can have, one at a time. */
function variantsOf(field: GraphQLField<unknown, unknown>, ids: Ids, probe: string): Variant[] | null {
  const base: Record<string, string> = {};
  const others: (readonly [string, string])[] = [];
  for (const argument of field.args) {
    const values = valuesOf(argument, field, ids, probe);
    const required = isNonNullType(argument.type) && argument.defaultValue === undefined;
    if (required && values.length === 0) return null;
    if (required || argument.name === 'first') base[argument.name] = values[0] ?? '10';
    others.push(...values.map((value) => [argument.name, value] as const));
  }
  const all = [base, ...others.map(([name, value]) => ({ ...base, [name]: value }))];
  return [...new Set(all.map(written))].map((args) => ({ args, noun: null }));
}

const written = (args: Readonly<Record<string, string>>): string => {
  const parts = Object.entries(args).map(([name, value]) => `${name}: ${value}`);
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
};

function valuesOf({ name, type }: GraphQLArgument, field: GraphQLField<unknown, unknown>, ids: Ids, probe: string): string[] {
  const bare = isNonNullType(type) ? type.ofType : type;
  const wrap = (value: string): string => (isListType(bare) ? `[${value}]` : value);
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map((value) => wrap(value.name));
  if (!isScalarType(named)) return [];
  if (named.name === 'ID') return idsFor(name, field, ids).map((label) => wrap(`"{{${label}}}"`));
  if (named.name === 'Boolean') return ['true', 'false'];
  if (named.name === 'Int') return name === 'first' ? ['10'] : ['0', '1', '2', '3', '4', '5', '50'];
  if (named.name === 'Float') return ['0', '2.5', '5'];
  if (named.name === 'String' && name !== 'after') return [wrap(`"${probe}"`)];
  return [];
}

function idsFor(argument: string, field: GraphQLField<unknown, unknown>, ids: Ids): readonly string[] {
  if (argument === 'ids') return Object.values(ids).flat();
  const noun =
    argument === 'id' ? getNamedType(field.type).name : argument.replace(/Ids?$/, '').replace(/^./, (letter) => letter.toUpperCase());
  return ids[noun] ?? [];
}

/** The paths from a type down; each ends in all plain fields of where it ends. */
function pathsOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  before: readonly string[],
  left: number,
): { path: string[]; selection: string }[] {
  if (isLeafType(type)) return [{ path: [], selection: '' }];
  if (isUnionType(type))
    return type.getTypes().flatMap((member) =>
      pathsOf(schema, member, before, left).map(({ path, selection }) => ({
        path: [`<${member.name}>`, ...path],
        selection: `{ __typename ... on ${member.name} ${selection} }`,
      })),
    );
  if (!isObjectType(type)) return [{ path: [], selection: '{ __typename }' }];
  if (before.filter((name) => name === type.name).length >= (TWICE.has(type.name) ? 2 : 1)) return [];
  const fields = Object.values(type.getFields()).filter(({ args }) =>
    args.every(({ name, type: wanted, defaultValue }) => name === 'first' || !isNonNullType(wanted) || defaultValue !== undefined),
  );
  const plain = fields.filter((field) => isLeafType(getNamedType(field.type))).map((field) => field.name);
  const here = { path: [], selection: `{ ${['__typename', ...plain].join(' ')} }` };
  if (left === 0) return [here];
  if (!leadsOn(type)) return [here];
  const transparent = type.name.endsWith('Connection') || type.name.endsWith('Edge');
  const deeper = fields
    .filter((field) => !isLeafType(getNamedType(field.type)) && field.name !== 'pageInfo')
    .flatMap((field) =>
      pathsOf(
        schema,
        getNamedType(field.type),
        [...before, type.name],
        transparent || type.name.startsWith('Debrief') ? left : left - 1,
      ).map(({ path, selection }) => ({
        path: [field.name, ...path],
        selection: `{ ${pages(type)}${field.name}${field.args.some(({ name }) => name === 'first') ? '(first: 10)' : ''} ${selection} }`,
      })),
    );
  return transparent ? deeper : [here, ...deeper];
}

/** What a page says of its list is asked for on every way through it. */
const pages = (type: GraphQLObjectType): string =>
  type.name.endsWith('Connection') ? 'totalCount pageInfo { hasNextPage hasPreviousPage } ' : '';

const leading = new Map<GraphQLNamedType, boolean>();

/** Does one get from this type to one that is at stake, by whatever way? */
function leadsOn(type: GraphQLNamedType): boolean {
  const known = leading.get(type);
  if (known !== undefined) return known;
  const seen = new Set<GraphQLNamedType>();
  const visit = (one: GraphQLNamedType): boolean => {
    if (AT_STAKE.has(one.name) || SHOWN_WITH_THEM.test(one.name)) return true;
    if (seen.has(one)) return false;
    seen.add(one);
    if (isUnionType(one)) return one.getTypes().some(visit);
    return isObjectType(one) && Object.values(one.getFields()).some((field) => visit(getNamedType(field.type)));
  };
  const answer = visit(type);
  leading.set(type, answer);
  return answer;
}

/** Parts of what is at stake, which lead nowhere themselves. */
const SHOWN_WITH_THEM =
  /^(Debrief|Panel|LoopSeal|Estimate|ComputedRecommendation|SecondRating|EarlyOpening|ApartScores|Competency(Score)|ItemScore|CriterionDisagreement|RaterLevel|MustHaveResult|Interval)/;
