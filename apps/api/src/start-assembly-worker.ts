import { type INestApplicationContext, Logger } from '@nestjs/common';
import { Logger as JobLogger, run, type Task, type TaskSpec } from 'graphile-worker';
import { DueOrganizations } from './features/insights';
import { AssemblyCalls, RunAssembly, TendAssemblies } from './features/kits';

/** As many as are solved at once; so none counts as begun that waits for a solver. */
const AT_ONCE = 2;

interface AssemblyJob {
  readonly organizationId: string;
  readonly assemblyId: string;
}

/**
 * Works on assemblies apart from all other jobs, which one of fifteen minutes would hold up. What is due stands in the row of the assembly: a job only says
 * that somebody should look, so none is tried again, and one too many does nothing.
 */
export async function startAssemblyWorker(app: INestApplicationContext, directUrl: string): Promise<{ stop(): Promise<void> }> {
  const logger = new Logger('Assemblies');
  const stopping = new AbortController();
  const runner = await run({
    connectionString: directUrl,
    concurrency: AT_ONCE,
    maxPoolSize: 2,
    noHandleSignals: true,
    logger: new JobLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') logger.warn(message);
    }),
    taskList: {
      assembly: async (payload, { addJob }) => {
        const { organizationId, assemblyId } = payload as AssemblyJob;
        const worked = await app.get(RunAssembly).execute(organizationId, assemblyId, stopping.signal);
        if (!worked || stopping.signal.aborted) return;
        // The next of this organization could not begin before.
        const [next] = await app.get(TendAssemblies).execute(organizationId);
        if (next !== undefined) await addJob('assembly', { organizationId, assemblyId: next } satisfies AssemblyJob, specOf(next));
      },
    },
  });
  const deaf = app.get(AssemblyCalls).hear((organizationId, assemblyId) => {
    runner.addJob('assembly', { organizationId, assemblyId } satisfies AssemblyJob, specOf(assemblyId)).catch((error: unknown) => {
      logger.warn(`A call for an assembly was not put into the queue; the next round finds it: ${String(error)}`);
    });
  });
  return {
    stop: async () => {
      deaf();
      // What is under way goes back into the line, for whoever is there.
      stopping.abort();
      await runner.stop();
    },
  };
}

/** For a worker that is not busy with assemblies: finds what no call was heard about, and ends what lost its process. */
export const assembliesRound =
  (app: INestApplicationContext): Task =>
  async (_, { addJob }) => {
    for (const organizationId of await app.get(DueOrganizations).all()) {
      const [next] = await app.get(TendAssemblies).execute(organizationId);
      if (next !== undefined) await addJob('assembly', { organizationId, assemblyId: next } satisfies AssemblyJob, specOf(next));
    }
  };

const specOf = (assemblyId: string): TaskSpec => ({ jobKey: `assembly/${assemblyId}`, maxAttempts: 1 });
