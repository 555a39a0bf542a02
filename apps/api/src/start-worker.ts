import { type INestApplicationContext, Logger } from '@nestjs/common';
import { Housekeeping } from '@touchstone/platform/jobs/housekeeping';
import { Logger as JobLogger, run } from 'graphile-worker';

export interface RunningWorker {
  stop(): Promise<void>;
}

/** Every hour, a little after the full one. */
const SCHEDULE = '17 * * * * housekeeping ?max=3';

/** Works on jobs from the queue in the same PostgreSQL. Several workers share the work; each scheduled job runs once. */
export async function startWorker(app: INestApplicationContext, directUrl: string): Promise<RunningWorker> {
  const logger = new Logger('Worker');
  const runner = await run({
    connectionString: directUrl,
    crontab: SCHEDULE,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    logger: new JobLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') logger.warn(message);
    }),
    taskList: { housekeeping: () => app.get(Housekeeping).run() },
  });
  return { stop: () => runner.stop() };
}
