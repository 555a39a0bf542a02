import type { FaultPath } from '../bank-fault';
import type { FaultLog } from '../fault-log';
import { nearestName } from '../nearest-name';
import { isRecord, nameOfType, unknownName } from '../value-readers';
import type { JsonSchema } from './json-schema';
import type { Shape } from './shape';

/** Whether a record that was read always has the member, or only where it was written. */
type Presence = 'ALWAYS' | 'SOMETIMES';

/** One member of a record. `about` is what it means, for authors: it is printed in the JSON Schema and nowhere else written down. */
export interface Member<T, P extends Presence> {
  readonly shape: Shape<T>;
  readonly presence: P;
  readonly about: string;
  /** What stands for a member that was not written; absent where it must be, or where it stays away. */
  readonly fallback?: () => T;
  /** Must be written. What to add, where the shape alone does not say it. */
  readonly required: false | string;
}

/** A member that must be written. `add` says what to add where it is missing. */
export const required = <T>(shape: Shape<T>, about: string, add: string = shape.called): Member<T, 'ALWAYS'> => ({
  shape,
  presence: 'ALWAYS',
  about,
  required: add,
});

/** A member that is there only where it was written; an empty list or record counts as not written. */
export const optional = <T>(shape: Shape<T>, about: string): Member<T, 'SOMETIMES'> => ({
  shape,
  presence: 'SOMETIMES',
  about,
  required: false,
});

/** A member that is always there, with this value where it was not written. */
export const fallingBack = <T>(shape: Shape<T>, fallback: T, about: string): Member<T, 'ALWAYS'> => ({
  shape,
  presence: 'ALWAYS',
  about,
  required: false,
  fallback: () => fallback,
});

/** A record that is always there; where it was not written, with whatever its members fall back to. */
export const always = <T>(shape: Shape<T>, fallback: () => T, about: string): Member<T, 'ALWAYS'> => ({
  shape,
  presence: 'ALWAYS',
  about,
  required: false,
  fallback,
});

type AnyMembers = Readonly<Record<string, Member<unknown, Presence>>>;
type ValueOf<M> = M extends Member<infer T, Presence> ? T : never;
type NamesOf<M extends AnyMembers, P extends Presence> = { [K in keyof M]: M[K]['presence'] extends P ? K : never }[keyof M];

/** The values of a record with these members. */
export type RecordOf<M extends AnyMembers> = { readonly [K in NamesOf<M, 'ALWAYS'>]: ValueOf<M[K]> } & {
  readonly [K in NamesOf<M, 'SOMETIMES'>]?: ValueOf<M[K]>;
};

/** A shape that also knows its members, in the order in which they are printed. */
export interface RecordShape<M extends AnyMembers> extends Shape<RecordOf<M>> {
  readonly members: M;
}

/** `check` looks at members together, once each of them is right. */
export interface RecordRules<M extends AnyMembers> {
  readonly check?: (value: RecordOf<M>, path: FaultPath, log: FaultLog) => void;
}

/** A record with these members and no others. `null` counts as absent. `title` names it in the JSON Schema. */
export function record<M extends AnyMembers>(title: string, members: M, { check }: RecordRules<M> = {}): RecordShape<M> {
  const allowed = Object.keys(members);
  const schema = (definitions: Parameters<Shape<unknown>['schema']>[0]): JsonSchema => ({
    type: 'object',
    additionalProperties: false,
    required: allowed.filter((name) => members[name]?.required !== false),
    properties: Object.fromEntries(
      Object.entries(members).map(([name, { shape, about }]) => [name, described(shape.schema(definitions), about)]),
    ),
  });
  return {
    called: 'a record',
    members,
    read: (value, path, log) => {
      const before = log.count;
      if (!isRecord(value)) {
        log.report('TYPE', path, `Expected a record with the members ${allowed.join(', ')}; found ${nameOfType(value)}.`);
        return undefined;
      }
      for (const written of Object.keys(value)) {
        if (log.isFull) break;
        if (!Object.hasOwn(members, written))
          log.report(
            'UNKNOWN_FIELD',
            [...path, written],
            unknownName(written, allowed, 'member'),
            nearestName(written, allowed) ?? undefined,
          );
      }
      const read: [string, unknown][] = [];
      for (const [name, member] of Object.entries(members)) {
        const found = readMember(member, Object.hasOwn(value, name) ? value[name] : undefined, [...path, name], log);
        if (found !== undefined) read.push([name, found]);
      }
      if (log.count > before) return undefined;
      const made = Object.fromEntries(read) as RecordOf<M>;
      check?.(made, path, log);
      return log.count === before ? made : undefined;
    },
    schema: (definitions) => definitions.refer(title, () => schema(definitions)),
    slim: (value) => slimmed(value as Readonly<Record<string, unknown>>, members),
  };
}

function readMember<T>(
  { shape, presence, required: add, fallback }: Member<T, Presence>,
  value: unknown,
  path: FaultPath,
  log: FaultLog,
): T | undefined {
  const before = log.count;
  const read = value === undefined || value === null ? undefined : shape.read(value, path, log);
  if (log.count > before) return undefined;
  if (read !== undefined) return presence === 'SOMETIMES' && isEmpty(read) ? undefined : read;
  if (add !== false) log.report('MISSING', path, /[.!]$/.test(add) ? add : `"${String(path.at(-1))}" is missing. Add ${add}.`);
  return fallback?.();
}

/** In the order of the shape, without what reading fills in again: fallbacks, empty lists and records. */
function slimmed(value: Readonly<Record<string, unknown>>, members: AnyMembers): unknown {
  const kept: [string, unknown][] = [];
  for (const [name, { shape, fallback }] of Object.entries(members)) {
    const written = value[name];
    if (written === undefined || (fallback !== undefined && isSame(written, fallback()))) continue;
    const slim = shape.slim(written);
    if (!isEmpty(slim)) kept.push([name, slim]);
  }
  return Object.fromEntries(kept);
}

const isSame = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0);

/** A reference cannot carry a description of its own in every reader, so it is wrapped. */
const described = (schema: JsonSchema, about: string): JsonSchema => {
  const description = [about, schema['description']].filter(Boolean).join(' ');
  return '$ref' in schema ? { description, allOf: [schema] } : { ...schema, description };
};
