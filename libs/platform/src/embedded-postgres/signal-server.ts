import { spawnSync } from 'node:child_process';

/** SIGINT: fast shutdown (transactions are rolled back, data is written out). SIGQUIT: immediate, with recovery at the next start. */
export type StopSignal = 'SIGINT' | 'SIGQUIT' | 'SIGKILL';

/** Sends a server a signal; nothing happens where it is gone. On Windows signals go through pg_ctl, which knows PostgreSQL's pipe. */
export function signalServer(pid: number, signal: StopSignal, pgCtl: string): void {
  if (process.platform === 'win32' && signal !== 'SIGKILL') {
    spawnSync(pgCtl, ['kill', signal.slice('SIG'.length), String(pid)], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
