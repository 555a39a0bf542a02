import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { ServerUser } from './server-user';

/** Sees to it that a child does not outlive this process. */
export interface ParentWatch {
  /** Says which process to stop. To be called in the same breath as the spawn. */
  watch(pid: number): void;
  /** The child has ended, or shall live on: nothing will be stopped. */
  release(): void;
}

/**
 * A shell that sleeps on a pipe from this process. However this process ends, kill -9 included, the kernel closes the
 * pipe, the shell wakes up and sends the child SIGINT (for PostgreSQL: fast shutdown). A second line on the pipe sends it
 * home. It runs in a session of its own, as Ctrl-C in a terminal goes to the whole foreground group.
 */
const WATCHER = 'trap "" INT TERM HUP; read pid || exit; read release || kill -INT "$pid"';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Our handlers, of all children: any other listener is the application's. */
const ours = new Set<unknown>();

/**
 * To be called before the child is spawned. Signals that would end this process are held back until the child is known
 * to the watcher. The application's own signal handlers are neither replaced nor hurried: where there are any, they decide.
 */
export function stopWithParent(user: ServerUser, stopNow: (pid: number) => void): ParentWatch {
  let watched: number | undefined;
  const watcher = process.platform === 'win32' ? undefined : spawnWatcher(user);

  const onExit = () => {
    if (watched !== undefined) stopNow(watched);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listeners(signal).some((listener) => !ours.has(listener))) return;
    onExit();
    letSignalsGo();
    process.kill(process.pid, signal);
  };
  const letSignalsGo = () => {
    SIGNALS.forEach((signal) => process.removeListener(signal, onSignal));
    ours.delete(onSignal);
  };

  ours.add(onSignal);
  SIGNALS.forEach((signal) => process.on(signal, onSignal));
  process.on('exit', onExit);

  return {
    watch(pid) {
      watched = pid;
      watcher?.stdin?.write(`${pid}\n`);
      // The watcher takes over; a signal that is already waiting is still delivered here. Windows has no watcher.
      if (watcher) setTimeout(letSignalsGo, 100).unref();
    },
    release() {
      watched = undefined;
      letSignalsGo();
      process.removeListener('exit', onExit);
      watcher?.stdin?.end('\n\n');
    },
  };
}

function spawnWatcher(user: ServerUser): ChildProcess {
  const watcher = spawn('/bin/sh', ['-c', WATCHER], {
    ...user.ids,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a shell (a bare container) there is the exit handler, and the next start clears up.
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  (watcher.stdin as unknown as Socket).unref();
  return watcher;
}
