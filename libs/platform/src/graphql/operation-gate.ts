import { type DocumentNode, getVariableValues, type GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Actor } from '../actor';
import { inputRefusal } from '../validation/input-fault';
import { introspects, limitsPassed } from './operation-limits';
import { BEFORE_EXECUTION, refuse } from './request-error';
import { nullFaults, variableFaults } from './variable-faults';

/** Where variables are wrong in more places than this, nobody reads on. */
const MOST_MISFITS = 50;

export interface GateSettings {
  readonly openIntrospection: boolean;
}

/** The last questions before execution, the same over HTTP and WebSocket: may this operation run at all, and do its variables fit? */
export function gate(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  actor: Actor | null,
  settings: GateSettings,
): GraphQLError | null {
  if (actor === null && !settings.openIntrospection && introspects(document)) {
    return refuse('UNAUTHENTICATED', 'Sign in to read the schema. It is also in the file schema.graphql of the release.', BEFORE_EXECUTION);
  }
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: MOST_MISFITS });
  const passed = limitsPassed(schema, document, operation, coerced ?? null);
  if (passed !== null) return passed;
  const faults =
    coerced === undefined
      ? variableFaults(schema, document, operation, variables, actor !== null || settings.openIntrospection)
      : nullFaults(schema, document, coerced);
  if (faults.length > 0) return inputRefusal(faults, BEFORE_EXECUTION);
  return errors === undefined ? null : refuse('BAD_USER_INPUT', errors.map(({ message }) => message).join('; '), BEFORE_EXECUTION);
}
