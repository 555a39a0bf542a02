import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Whether this live process is a PostgreSQL server on this cluster. A pid that was written down says little: after a
 * reboot the number may be anybody's, another PostgreSQL's too. Where the system does not tell (Windows names programs
 * only), every PostgreSQL counts.
 */
export function isServerOf(pgDir: string, pid: number): boolean {
  if (process.platform === 'linux') return isServerByProc(pgDir, pid);
  const [command, ...rest] =
    process.platform === 'win32'
      ? ['tasklist', '/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']
      : ['ps', '-ww', '-o', 'command=', '-p', String(pid)];
  const list = spawnSync(command ?? '', rest, { encoding: 'utf8', windowsHide: true });
  if (list.error) return true;
  return /postgres/i.test(list.stdout) && (process.platform === 'win32' || `${list.stdout.trim()} `.includes(` ${pgDir} `));
}

function isServerByProc(pgDir: string, pid: number): boolean {
  let words: string[];
  try {
    words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return true;
  }
  return /postgres/.test(words[0] ?? '') && (words.includes(pgDir) || workingFolder(pid) === pgDir);
}

/** A server works in its data folder. Undefined where the process is another user's. */
function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
