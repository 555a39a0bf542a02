import { Logger } from '@nestjs/common';
import { type Configuration, readConfiguration } from '@touchstone/platform/configuration';
import { prepareDatabase, type PreparedDatabase } from './prepare-database';

type Stop = () => Promise<unknown>;

/** What a door does once there is a database; `onStop` says how to undo each step. */
export type OpenDoor = (configuration: Configuration, database: PreparedDatabase, onStop: (stop: Stop) => void) => Promise<void>;

/** After this long a shutdown is cut short: what was acknowledged is committed, the rest may go. */
const PATIENCE_MS = 10_000;

/** Reads the configuration, prepares the database, opens the door, and on a signal closes everything in the reverse order. */
export async function runDoor(open: OpenDoor): Promise<void> {
  const read = readConfiguration(process.env);
  if (!read.ok) return fail(read.error);
  const stops: Stop[] = [];
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  stopOnSignal(stopAll);
  // A promise that nobody awaited is a mistake to be logged; the other requests go on.
  process.on('unhandledRejection', (reason) => new Logger('Process').error(reason instanceof Error ? reason : { reason: String(reason) }));
  try {
    const database = await prepareDatabase(read.value);
    stops.push(() => database.stop());
    await open(read.value, database, (stop) => void stops.push(stop));
  } catch (error) {
    await stopAll().catch(() => undefined);
    fail([inWords(error, read.value)]);
  }
}

function stopOnSignal(stopAll: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), PATIENCE_MS).unref();
      void stopAll().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** The faults that a newcomer meets first, said with the variable that mends them. */
function inWords(error: unknown, { host, port, databaseUrl }: Configuration): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken by another program. Stop it, or set PORT to another one.`;
  if (code === 'EACCES') return `This user may not listen on port ${port}. Set PORT to one above 1023.`;
  if (databaseUrl !== null && ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN'].includes(code ?? '')) {
    return `No PostgreSQL answers where DATABASE_URL (or DATABASE_DIRECT_URL) points: ${code}. Check host and port, and whether it runs.`;
  }
  // 08P01: PgBouncer, asked for a time limit at the start of a connection.
  if (code === '08P01' && message?.startsWith('unsupported startup parameter') === true) {
    return 'There is a pooler where a connection of our own is needed. Give the pooler as DATABASE_URL and the database itself, with its own host or port, as DATABASE_DIRECT_URL.';
  }
  return message ?? String(error);
}

function fail(messages: readonly string[]): void {
  process.stderr.write(`\nTouchstone cannot start:\n${messages.map((message) => `  - ${message}\n`).join('')}\n`);
  process.exit(1);
}
