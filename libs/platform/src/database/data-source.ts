import { DataSource } from 'typeorm';
import { SnakeCase } from './naming-strategy';
import { registeredRecords } from './records';
import type { TimeLimits } from './time-limits';

export interface DatabaseSettings {
  readonly url: string;
  readonly poolSize: number;
  readonly limits: TimeLimits;
  /** Statements may be sent before the one ahead of them is answered. */
  readonly pipelined?: boolean;
}

/** The pool that serves requests. */
export function applicationDataSource({ url, poolSize, limits, pipelined = true }: DatabaseSettings): DataSource {
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
      ...limits.ofConnection,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      pipeline: pipelined,
    },
  });
}
