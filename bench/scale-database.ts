import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfiguration } from '@touchstone/platform/configuration';
import { applicationLogin } from '@touchstone/platform/database/application-login';
import { migrate } from '@touchstone/platform/database/migrate';
import { startEmbeddedPostgres } from '@touchstone/platform/embedded-postgres';
import { createServer } from '../apps/api/src/create-server';
import type { ScaleGuides } from '../scripts/scale/scale-kits';
import { tokenOf } from '../scripts/scale/scale-people';
import { seedScale } from '../scripts/scale/seed-scale-organization';

/** A durable PostgreSQL of its own with the large organization in it. */
export interface ScaleDatabase {
  readonly organizationId: string;
  readonly ownerUrl: string;
  readonly postmaster: number;
  /** What the product is started with, so that it serves from here. */
  readonly settings: Readonly<Record<string, string>>;
  /** A session token for one person of every role. */
  readonly tokens: Readonly<Record<string, string>>;
  /** The same for the interviewers, by member id. */
  readonly interviewers: ReadonlyMap<string, string>;
  readonly guides: ScaleGuides;
  /** The product within this process, for looking inside. */
  boot(): Promise<NestFastifyApplication>;
  stop(): Promise<void>;
}

/** Cards that one round uses, both servers together: to submit, and to rate on. */
export const CARDS_PER_ROUND = { submit: 240, rate: 60 } as const;
const CARDS_PER_LOOP = 6;

export async function openScaleDatabase(
  dataDir: string,
  {
    questions,
    loops,
    rounds,
    say,
  }: { readonly questions: number; readonly loops: number; readonly rounds: number; readonly say: (line: string) => void },
): Promise<ScaleDatabase> {
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
    const app = await boot();
    try {
      // One round more, to warm up.
      const unratedLoops = Math.ceil(((rounds + 1) * (CARDS_PER_ROUND.submit + CARDS_PER_ROUND.rate)) / CARDS_PER_LOOP);
      const seeded = await seedScale(app, { slug: 'scale', seed: 1, questions, finishedLoops: loops, unratedLoops, say });
      const interviewers = new Map<string, string>();
      for (const person of seeded.people.interviewers) interviewers.set(person.actor.memberId, await tokenOf(app, person));
      return {
        organizationId: seeded.people.administrator.actor.organizationId,
        ownerUrl: server.ownerUrl,
        postmaster: server.pid,
        settings,
        tokens: seeded.tokens,
        interviewers,
        guides: seeded.guides,
        boot,
        stop: () => server.stop(),
      };
    } finally {
      await app.close();
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
}
