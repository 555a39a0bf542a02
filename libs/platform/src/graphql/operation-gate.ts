import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Actor } from '../actor';
import { introspects, limitsPassed } from './operation-limits';
import { BEFORE_EXECUTION, refuse } from './request-error';

export interface GateSettings {
  readonly openIntrospection: boolean;
}

/** The last question before execution, the same over HTTP and WebSocket: may this operation run at all? */
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
  return limitsPassed(schema, document, operation, variables);
}
