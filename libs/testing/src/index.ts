/* A running product to test against */
export { World, type Person } from './world';
export { GraphqlClient, type Answer } from '../../../apps/cli/src/graphql-client';
export { TestClock } from './test-clock';
export { testDatabase, type TestDatabase } from './test-database';
export { accessText, schemaText } from './contracts';
export { operationsWithIds, type ProbedOperation } from './operations';
