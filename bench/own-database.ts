import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfiguration } from '@touchstone/platform/configuration';
import { applicationLogin } from '@touchstone/platform/database/application-login';
import { migrate } from '@touchstone/platform/database/migrate';
import { startEmbeddedPostgres } from '@touchstone/platform/embedded-postgres';
import { createServer } from '../apps/api/src/create-server';

/** A durable, migrated PostgreSQL of its own, with nothing in it. */
export interface OwnDatabase {
  readonly ownerUrl: string;
  readonly postmaster: number;
  /** What the product is started with, so that it serves from here. */
  readonly settings: Readonly<Record<string, string>>;
  /** The product within this process, for filling it and for looking inside. */
  boot(): Promise<NestFastifyApplication>;
  stop(): Promise<void>;
}

export async function openOwnDatabase(dataDir: string): Promise<OwnDatabase> {
  const server = await startEmbeddedPostgres({ dataDir, purpose: 'data' });
  try {
    await migrate(server.ownerUrl);
    const databaseUrl = await applicationLogin(server.ownerUrl);
    const settings = {
      DATABASE_URL: databaseUrl,
      DATABASE_DIRECT_URL: server.ownerUrl,
      AUTO_MIGRATE: 'off',
      SEED_DEMO: 'off',
      TOUCHSTONE_DATA_DIR: dataDir,
      APP_SECRET: 'bench-only-0123456789abcdef0123456789abcdef',
    };
    const boot = async (): Promise<NestFastifyApplication> => {
      const read = readConfiguration({
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        PORT: '0',
        DATABASE_STATEMENT_TIMEOUT_MS: '120000',
        ...settings,
      });
      if (!read.ok) throw new Error(read.error.join('\n'));
      const app = await createServer({ configuration: read.value, databaseUrl, directUrl: server.ownerUrl });
      await app.init();
      return app;
    };
    return { ownerUrl: server.ownerUrl, postmaster: server.pid, settings, boot, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
