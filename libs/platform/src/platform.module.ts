import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessGuard, NoteRefusals, OperationAccessTable } from './access';
import { Authenticator } from './actor';
import { RefusedCalls } from './audit/refused-calls';
import { CONFIGURATION, type Configuration } from './configuration';
import { AnnouncementListener, UnitOfWork } from './database';
import { APPLICATION_ROLE_NAME } from './database/application-role';
import { DIRECT_URL } from './database/direct-url';
import { StatementNames } from './database/statement-names';
import { TimeLimits } from './database/time-limits';
import { graphqlOverHttp } from './graphql/graphql.module';
import { JsonScalar } from './graphql/json-scalar';
import { NodeRegistry, NodeResolver } from './graphql/node';
import { DateTimeScalar } from './graphql/scalars';
import { HealthController } from './http/health.controller';
import { HttpFaultFilter } from './http/http-fault.filter';
import { Lifecycle } from './http/lifecycle';
import { Housekeeping } from './jobs/housekeeping';
import { SystemClock } from './time/system-clock';
import { inputPipe } from './validation';
import './audit/audit-event.record';
import './idempotency/idempotency.record';
import { APPLICATION_ROLE } from '../../../migrations';

export interface PlatformParts {
  readonly configuration: Configuration;
  readonly dataSource: DataSource;
  /** For LISTEN and jobs: a connection string that no pooler shares. */
  readonly directUrl: string;
  /** Replaces the machine's clock in tests. */
  readonly clock?: SystemClock;
}

/** Every cross-cutting mechanism, once, for all rooms. */
@Global()
@Module({})
export class PlatformModule {
  static with({ configuration, dataSource, directUrl, clock = new SystemClock() }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, graphqlOverHttp()],
      controllers: [HealthController],
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        { provide: DataSource, useValue: dataSource },
        { provide: DIRECT_URL, useValue: directUrl },
        { provide: APPLICATION_ROLE_NAME, useValue: APPLICATION_ROLE },
        { provide: SystemClock, useValue: clock },
        { provide: StatementNames, useValue: new StatementNames(configuration.databasePrepared) },
        { provide: TimeLimits, useValue: new TimeLimits(configuration.statementTimeoutMs, configuration.databasePooled) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: NoteRefusals },
        { provide: APP_FILTER, useClass: HttpFaultFilter },
        { provide: APP_PIPE, useFactory: inputPipe },
        UnitOfWork,
        RefusedCalls,
        Authenticator,
        AnnouncementListener,
        OperationAccessTable,
        DateTimeScalar,
        JsonScalar,
        Lifecycle,
        Housekeeping,
        NodeRegistry,
        NodeResolver,
      ],
      exports: [
        CONFIGURATION,
        DIRECT_URL,
        SystemClock,
        UnitOfWork,
        RefusedCalls,
        Authenticator,
        AnnouncementListener,
        OperationAccessTable,
        DataSource,
        NodeRegistry,
        Housekeeping,
      ],
    };
  }
}
