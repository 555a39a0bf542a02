import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of the kernel a second; 100 on every Linux that Node runs on. */
const TICKS = 100;

/** CPU milliseconds that a process and its children have used so far, ended children included. */
export const cpuMs = (pid: number): number => familyOf(pid).reduce((sum, member) => sum + ticksOf(member), 0) * (1000 / TICKS);

/** Megabytes that a process and its children hold, shared pages counted once (PSS). */
export const memoryMb = (pid: number): number => familyOf(pid).reduce((sum, member) => sum + pssKb(member), 0) / 1024;

/** Is this process a child of that one, or of its children? */
export const isBelow = (pid: number, ancestor: number): boolean => familyOf(ancestor).includes(pid);

function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(statOf(Number(name))?.[1] ?? 0) }));
  const family = [pid];
  for (const member of family) family.push(...parents.filter(({ parent }) => parent === member).map((child) => child.pid));
  return family;
}

/** Own time and that of children that have ended and were waited for. */
function ticksOf(pid: number): number {
  const stat = statOf(pid);
  return stat === null ? 0 : [11, 12, 13, 14].reduce((sum, place) => sum + Number(stat[place]), 0);
}

/** The fields of /proc/<pid>/stat from the state on; null where the process has ended. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function pssKb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
