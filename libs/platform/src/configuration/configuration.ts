import type { TrustedProxies } from './trusted-proxies';

/** Everything that can be set from outside, already checked. One instance, made at start. */
export interface Configuration {
  readonly environment: 'production' | 'development' | 'test';
  readonly host: string;
  readonly port: number;
  readonly role: 'all' | 'api' | 'worker';
  /** Null: start the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  /** For migrations, LISTEN and the job queue: a connection that no pooler shares. */
  readonly databaseDirectUrl: string | null;
  readonly databasePoolSize: number;
  /** Requests go through a pooler in transaction mode: there is another way to the database for what needs a connection of its own. */
  readonly databasePooled: boolean;
  /** Off for poolers that know no prepared statements, such as PgBouncer before 1.21 in transaction mode. */
  readonly databasePrepared: boolean;
  readonly statementTimeoutMs: number;
  readonly dataDir: string;
  readonly baseUrl: string;
  /** Null: made on first start and kept in `dataDir`. */
  readonly appSecret: string | null;
  readonly sessionHours: number;
  readonly explorer: boolean;
  readonly openIntrospection: boolean;
  /** Whose word on the address of a client counts, over HTTP and WebSocket alike. */
  readonly trustedProxies: TrustedProxies;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly migrateAtStart: boolean;
  readonly seedDemo: boolean;
  readonly administrator: { readonly email: string; readonly password: string } | null;
}

export const CONFIGURATION = Symbol('configuration');
