import type { FaultPath } from '../bank-fault';
import type { FaultLog } from '../fault-log';
import type { JsonSchema, SchemaDefinitions } from './json-schema';

/**
 * The form of a value, said once: it reads unknown input, it is the TypeScript type (`TypeOf`), it is the published JSON
 * Schema, and it is the order in which a file is printed.
 */
export interface Shape<T> {
  /** What a writer is told to add where the value is missing: `a text`, `a number from 1 to 5`. */
  readonly called: string;
  /**
   * The normalized value. `undefined` where there is none: either nothing was written (a blank text), or faults were reported.
   * Reads to the end, so that everything is reported at once.
   */
  read(value: unknown, path: FaultPath, log: FaultLog): T | undefined;
  /** The same form as JSON Schema (2020-12); records that have a name go to the definitions and are referred to. */
  schema(definitions: SchemaDefinitions): JsonSchema;
  /** The value without what reading would fill in again; what is printed. */
  slim(value: T): unknown;
}

/** The values that a shape reads. */
export type TypeOf<S> = S extends Shape<infer T> ? T : never;

/** The last step of a path, as a name to complain about: a member by its name, a list entry by what was written. */
export function namedAt(path: FaultPath, written: string): string {
  const last = path.at(-1);
  if (typeof last === 'string') return `"${last}"`;
  return `"${written.length > 60 ? `${written.slice(0, 60)}…` : written}"`;
}

/** For shapes whose values are printed as they are. */
export const asItIs = <T>(value: T): unknown => value;
