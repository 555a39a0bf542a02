import 'reflect-metadata';
import { createServer } from './create-server';
import { runDoor } from './run-door';
import { startWorker } from './start-worker';

/** The jobs door, for installations that run jobs apart from requests (`ROLE=worker`). */
void runDoor(async (configuration, database, onStop) => {
  const app = await createServer({ configuration, ...database });
  onStop(() => app.close());
  await app.init();
  const worker = await startWorker(app, database.directUrl);
  onStop(() => worker.stop());
  process.stdout.write('\nTouchstone works on its jobs.\n');
});
