import { type INestApplicationContext, Logger } from '@nestjs/common';
import { Housekeeping } from '@touchstone/platform/jobs/housekeeping';
import { Logger as JobLogger, run, type Task, type TaskSpec } from 'graphile-worker';
import { DueOrganizations, InsightCalls, PublishFairness, RecomputeInsights } from './features/insights';
import { importJobs, queueImports } from './import-jobs';
import { assembliesRound, startAssemblyWorker } from './start-assembly-worker';

export interface RunningWorker {
  stop(): Promise<void>;
}

/** Every hour, a little after the full one; and a look for what is due and no call was heard about: every five minutes for figures, every minute for assemblies and imports. */
const SCHEDULE = [
  '17 * * * * housekeeping ?max=3',
  '*/5 * * * * insights-round ?max=3',
  '* * * * * assemblies-round ?max=3',
  '* * * * * imports-round ?max=3',
].join('\n');

/** Works on jobs from the queue in the same PostgreSQL. Several workers share the work; each scheduled job runs once. */
export async function startWorker(app: INestApplicationContext, directUrl: string): Promise<RunningWorker> {
  const logger = new Logger('Worker');
  const stopping = new AbortController();
  const runner = await run({
    connectionString: directUrl,
    crontab: SCHEDULE,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    logger: new JobLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') logger.warn(message);
    }),
    taskList: {
      housekeeping: () => app.get(Housekeeping).run(),
      insights: async (payload) => {
        const { organizationId } = payload as InsightsJob;
        // Neither keeps the other from being done; a failure of either is one of the job.
        try {
          await app.get(PublishFairness).execute(organizationId, stopping.signal);
        } finally {
          await app.get(RecomputeInsights).execute(organizationId, stopping.signal);
        }
      },
      'insights-round': insightsRound(app),
      'assemblies-round': assembliesRound(app),
      ...importJobs(app, stopping.signal),
    },
  });
  const deaf = app.get(InsightCalls).hear((organizationId) => {
    runner.addJob('insights', { organizationId } satisfies InsightsJob, insightsOf(organizationId)).catch((error: unknown) => {
      logger.warn(`A call for insights was not put into the queue; the next round finds it: ${String(error)}`);
    });
  });
  const deafToImports = queueImports(app, runner);
  const assemblies = await startAssemblyWorker(app, directUrl);
  return {
    stop: async () => {
      await assemblies.stop();
      deaf();
      deafToImports();
      // Figures that are being worked out are given up; the queue sends their job again, to whoever is there.
      stopping.abort();
      await runner.stop();
    },
  };
}

interface InsightsJob {
  readonly organizationId: string;
}

/** One at a time for one organization, on whichever worker; calls that come while one waits are that one. */
const insightsOf = (organizationId: string): TaskSpec => ({
  queueName: `insights/${organizationId}`,
  jobKey: `insights/${organizationId}`,
  jobKeyMode: 'preserve_run_at',
  maxAttempts: 5,
});

const insightsRound =
  (app: INestApplicationContext): Task =>
  async (_, { addJob }) => {
    for (const organizationId of await app.get(DueOrganizations).all()) {
      await addJob('insights', { organizationId } satisfies InsightsJob, insightsOf(organizationId));
    }
  };
