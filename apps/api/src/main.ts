import 'reflect-metadata';
import { readConfiguration, type Configuration } from '@touchstone/platform/configuration';
import { createServer, openDoors, type RunningServer } from './create-server';
import { prepareDatabase, type PreparedDatabase } from './prepare-database';

/** The HTTP door: database, application, doors open, and a clean way out. */
async function main(): Promise<void> {
  const read = readConfiguration(process.env);
  if (!read.ok) return fail(read.error);
  const configuration = read.value;
  const running: { database?: PreparedDatabase; server?: RunningServer } = {};
  stopOnSignal(running);
  try {
    running.database = await prepareDatabase(configuration);
    const app = await createServer({ configuration, ...running.database });
    running.server = await openDoors(app, { configuration });
    announce(configuration, running.server);
  } catch (error) {
    await stop(running);
    fail([error instanceof Error ? error.message : String(error)]);
  }
}

function announce(configuration: Configuration, server: RunningServer): void {
  process.stdout.write(`\nTouchstone is ready at ${configuration.port === 0 ? server.url : configuration.baseUrl}\n`);
}

function stopOnSignal(running: { database?: PreparedDatabase; server?: RunningServer }): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop(running).then(() => process.exit(0), () => process.exit(1));
    });
  }
}

async function stop({ database, server }: { database?: PreparedDatabase; server?: RunningServer }): Promise<void> {
  await server?.close();
  await database?.stop();
}

function fail(messages: readonly string[]): void {
  process.stderr.write(`\nTouchstone cannot start:\n${messages.map((message) => `  - ${message}\n`).join('')}\n`);
  process.exitCode = 1;
}

void main();
