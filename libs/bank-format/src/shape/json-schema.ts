/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Named records, each defined once. */
export class SchemaDefinitions {
  private readonly made = new Map<string, JsonSchema>();

  /** A reference to the definition of this name, which is made when it is first asked for. */
  refer(name: string, make: () => JsonSchema): JsonSchema {
    if (!this.made.has(name)) {
      this.made.set(name, {}); // so that a record that holds itself comes to an end
      this.made.set(name, make());
    }
    return { $ref: `#/$defs/${name}` };
  }

  /** By name, in alphabetical order. */
  all(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.made].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
