import { DataSource } from 'typeorm';
import { SnakeCase } from './naming-strategy';
import { registeredRecords } from './records';

export interface DatabaseSettings {
  readonly url: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  /** Statements may be sent before the one ahead of them is answered. */
  readonly pipelined?: boolean;
}

/** The pool that serves requests. Time limits are the server's own: a forgotten lock or a runaway query ends by itself. */
export function applicationDataSource({ url, poolSize, statementTimeoutMs, pipelined = true }: DatabaseSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: registeredRecords() as never,
    namingStrategy: new SnakeCase(),
    synchronize: false,
    logging: false,
    applicationName: 'touchstone',
    poolSize,
    extra: {
      statement_timeout: statementTimeoutMs,
      lock_timeout: Math.min(statementTimeoutMs, 4000),
      idle_in_transaction_session_timeout: Math.max(30_000, statementTimeoutMs),
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      pipeline: pipelined,
    },
  });
}
