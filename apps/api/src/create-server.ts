import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Authenticator } from '@touchstone/platform/actor';
import { appSecretOf } from '@touchstone/platform/configuration';
import { UnitOfWork } from '@touchstone/platform/database';
import { applicationDataSource } from '@touchstone/platform/database/data-source';
import { TimeLimits } from '@touchstone/platform/database/time-limits';
import { verifySchema } from '@touchstone/platform/database/verify-schema';
import { verifyServer } from '@touchstone/platform/database/verify-server';
import { serveWebSocket, signCursorsWith } from '@touchstone/platform/graphql';
import { answerBrokenAddress, LARGEST_BODY, secureServer, serveExplorer, takeFilesAsStreams } from '@touchstone/platform/http';
import { JsonLogger } from '@touchstone/platform/logging/json-logger';
import type { PlatformParts } from '@touchstone/platform/platform.module';
import { AppModule } from './app.module';
import { servePages } from './pages/serve-pages';

/** Slow clients are let go: headers within ten seconds, the whole request within thirty. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

export type ServerParts = Omit<PlatformParts, 'dataSource'> & { readonly databaseUrl: string };

export interface RunningServer {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Ends the WebSocket connections alone. */
  closeSockets(): Promise<void>;
  close(): Promise<void>;
}

/** Boots the application on a migrated database. The HTTP door, the tests and the demo all come through here. */
export async function createServer({ configuration, databaseUrl, directUrl, clock }: ServerParts): Promise<NestFastifyApplication> {
  signCursorsWith(appSecretOf(configuration));
  const dataSource = applicationDataSource({
    url: databaseUrl,
    poolSize: configuration.databasePoolSize,
    limits: new TimeLimits(configuration.statementTimeoutMs, configuration.databasePooled),
    pipelined: configuration.databasePrepared,
  });
  await dataSource.initialize();
  try {
    await verifySchema(dataSource);
    await verifyServer(dataSource, { testing: configuration.environment === 'test' });
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_TIMEOUT_MS,
    frameworkErrors: answerBrokenAddress as never,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: 2_000 } as never,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ configuration, dataSource, directUrl, ...(clock && { clock }) }),
    adapter,
    { logger: new JsonLogger(configuration.logLevel), abortOnError: false },
  );
  secureServer(app);
  takeFilesAsStreams(app);
  serveExplorer(app.getHttpAdapter().getInstance() as never, configuration, app.get(Authenticator));
  servePages(app);
  return app;
}

/** Opens the HTTP and WebSocket doors. */
export async function openDoors(
  app: NestFastifyApplication,
  { configuration }: Pick<ServerParts, 'configuration'>,
): Promise<RunningServer> {
  await app.listen({ port: configuration.port, host: configuration.host });
  const { schema } = app.get(GraphQLSchemaHost);
  const closeSockets = serveWebSocket(app.getHttpServer(), {
    schema,
    configuration,
    authenticator: app.get(Authenticator),
    unitOfWork: app.get(UnitOfWork),
  });
  return {
    app,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    closeSockets,
    close: async () => {
      await closeSockets();
      await app.close();
    },
  };
}
