import { BANK_FORMAT, bankFileShape, defaultsOf } from './bank-file';
import { type JsonSchema, SchemaDefinitions } from './shape/json-schema';

/**
 * The JSON Schema (2020-12) of a bank file, made from the same shapes as the reader and the types. It says everything about form
 * that JSON Schema can say; what it cannot (ids that occur twice, sums, days that do not exist) the reader and the linter say.
 */
export function bankFileSchema(): JsonSchema {
  const definitions = new SchemaDefinitions();
  const file = bankFileShape(defaultsOf({})).schema(definitions);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://interview-bank.example/schema/interview-bank-1.schema.json',
    title: `Bank file, ${BANK_FORMAT}`,
    description: 'A bank of interview questions, or one category of it. YAML 1.2 or JSON; unknown members are errors.',
    ...file,
    $defs: definitions.all(),
  };
}
