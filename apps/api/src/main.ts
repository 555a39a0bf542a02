import 'reflect-metadata';
import { createServer, openDoors } from './create-server';
import { runDoor } from './run-door';
import { startWorker } from './start-worker';

/** The HTTP door; with `ROLE=all` it works on the jobs too. */
void runDoor(async (configuration, database, onStop) => {
  const app = await createServer({ configuration, ...database });
  const server = await openDoors(app, { configuration });
  onStop(() => server.close());
  if (configuration.role === 'all') {
    const worker = await startWorker(app, database.directUrl);
    onStop(() => worker.stop());
  }
  return `Touchstone is ready at ${configuration.port === 0 ? server.url : configuration.baseUrl}`;
});
