import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries';
import { cannotRun } from './cannot-run';
import { ServerStartError } from './errors';
import { readPostmasterFile } from './postmaster-file';
import { openServerLog, type ServerLog } from './server-log';
import { type Purpose, serverArguments, serverEnvironment } from './server-settings';
import type { ServerUser } from './server-user';
import { signalServer, type StopSignal } from './signal-server';
import { stopWithParent } from './stop-with-parent';

/** A running server that this process started. */
export interface ServerProcess {
  readonly pid: number;
  /** Settles when the server has ended, for whatever reason; never rejects. */
  readonly ended: Promise<void>;
  /** Fast shutdown, then by force; settles when the server has ended. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly pgDir: string;
  readonly logFile: string;
  readonly port: number;
  readonly purpose: Purpose;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly log: (line: string) => void;
}

const START_PATIENCE_MS = 300_000;
const FAST_STOP_PATIENCE_MS = 30_000;
const IMMEDIATE_STOP_PATIENCE_MS = 10_000;

/** Starts a server on a cluster and waits until it accepts connections, crash recovery included. Throws `ServerStartError`. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const { binaries, user, pgDir } = options;
  const log = openServerLog(options.logFile, user);
  try {
    const parent = stopWithParent(user, (pid) => signalServer(pid, 'SIGINT', binaries.pgCtl));
    const child = spawn(binaries.postgres, serverArguments(pgDir, options.port, options.purpose), {
      ...user.ids,
      cwd: process.platform === 'win32' ? undefined : '/',
      env: serverEnvironment(),
      // A session of its own: Ctrl-C in the terminal is for us, and the database goes last.
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
    });
    if (child.pid !== undefined) parent.watch(child.pid);
    child.unref();

    let failure: Error | undefined;
    const ended = new Promise<void>((resolve) => {
      child.once('error', (error) => {
        failure = error;
        resolve();
      });
      child.once('exit', () => resolve());
    }).then(() => parent.release());

    await ready(child, options, log, () => failure);
    return serverProcess(child, ended, binaries);
  } finally {
    log.close();
  }
}

async function ready(child: ChildProcess, options: ServerOptions, log: ServerLog, failure: () => Error | undefined): Promise<void> {
  const started = Date.now();
  let nextWordAt = started + 10_000;
  for (;;) {
    const cause = failure();
    if (cause) throw cannotRun(options.binaries.postgres, cause);
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new ServerStartError(`PostgreSQL ended while starting (${child.signalCode ?? `exit code ${child.exitCode}`}).`, log.tail());
    }
    const file = readPostmasterFile(options.pgDir);
    if (file?.ready && (file.pid === child.pid || process.platform === 'win32')) return;
    if (Date.now() > started + START_PATIENCE_MS) {
      if (child.pid !== undefined) signalServer(child.pid, 'SIGINT', options.binaries.pgCtl);
      throw new ServerStartError(`PostgreSQL was not ready after ${START_PATIENCE_MS / 1000} s.`, log.tail());
    }
    if (Date.now() > nextWordAt) {
      options.log('PostgreSQL is still starting (after a crash it first replays what it had written down)');
      nextWordAt += 10_000;
    }
    await sleep(Date.now() - started < 1000 ? 4 : 25);
  }
}

function serverProcess(child: ChildProcess, ended: Promise<void>, binaries: Binaries): ServerProcess {
  const pid = child.pid as number;
  const send = (signal: StopSignal) => {
    // Once it has ended its number may be somebody else's.
    if (child.exitCode === null && child.signalCode === null) signalServer(pid, signal, binaries.pgCtl);
  };
  const endsWithin = (patienceMs: number) => {
    const patience = new AbortController();
    return Promise.race([ended.then(() => true), sleep(patienceMs, false, { signal: patience.signal }).catch(() => false)]).finally(() =>
      patience.abort(),
    );
  };
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    send('SIGINT');
    if (await endsWithin(FAST_STOP_PATIENCE_MS)) return;
    send('SIGQUIT');
    if (await endsWithin(IMMEDIATE_STOP_PATIENCE_MS)) return;
    send('SIGKILL');
    await ended;
  };
  return { pid, ended, stop: () => (stopping ??= stop()) };
}
