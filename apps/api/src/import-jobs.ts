import { type INestApplicationContext, Logger } from '@nestjs/common';
import type { Runner, TaskList, TaskSpec } from 'graphile-worker';
import { type ImportCall, ImportCalls, RunQuestionImport } from './features/question-bank';

/** Imports of one organization one after the other: two files that bring the same questions do not wait for each other's locks. */
const importOf = ({ organizationId, importId }: ImportCall): TaskSpec => ({
  queueName: `imports/${organizationId}`,
  jobKey: `import/${importId}`,
  jobKeyMode: 'preserve_run_at',
  maxAttempts: 5,
});

/** What the jobs door does for questions that come in from files: each import, and the round that finds those that no call was heard about. */
export const importJobs = (app: INestApplicationContext, stop: AbortSignal): TaskList => ({
  'question-import': (payload) => app.get(RunQuestionImport).execute(payload as ImportCall, stop),
  'imports-round': async (_, { addJob }) => {
    for (const call of await app.get(ImportCalls).due()) await addJob('question-import', call, importOf(call));
  },
});

/** Puts every import that is asked for into the queue, until the function that it gives is called. */
export function queueImports(app: INestApplicationContext, runner: Runner): () => void {
  return app.get(ImportCalls).hear((call) => {
    runner.addJob('question-import', call, importOf(call)).catch((error: unknown) => {
      new Logger('Worker').warn(`An import was not put into the queue; the next round finds it: ${String(error)}`);
    });
  });
}
