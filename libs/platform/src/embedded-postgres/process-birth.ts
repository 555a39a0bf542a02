import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The answer where the process lives but its birth cannot be learnt (Windows, a hidden /proc). */
const UNKNOWN = 'unknown';

/**
 * Is this process alive, and which one is it? A text that no two processes share that ever had the same pid
 * (boot and start time, from /proc or ps), or undefined where the process is dead. A zombie is dead: in a container
 * without an init nobody reaps orphans, and signal 0 still reaches them.
 */
export function processBirth(pid: number): string | undefined {
  if (!signalReaches(pid)) return undefined;
  if (process.platform === 'linux') return birthFromProc(pid);
  if (process.platform === 'win32') return UNKNOWN;
  return birthFromPs(pid);
}

/** Whether two births can be of one process. */
export const sameBirth = (a: string, b: string): boolean => a === b || a === UNKNOWN || b === UNKNOWN;

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function birthFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses, which may itself hold blanks and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    const startTicks = fields[19];
    if (state === 'Z' || state === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${startTicks}`;
  } catch {
    return signalReaches(pid) ? UNKNOWN : undefined;
  }
}

function birthFromPs(pid: number): string | undefined {
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (ps.error) return UNKNOWN;
  const [state, ...start] = ps.stdout.trim().split(/\s+/);
  if (!state || state.startsWith('Z')) return undefined;
  return start.join(' ');
}
