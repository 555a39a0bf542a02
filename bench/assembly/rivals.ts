import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A solver of its own, run as a process on a program in a file. */
export interface Rival {
  readonly name: string;
  /** Null where it is not installed. */
  readonly version: string | null;
  readonly run: (file: string, folder: string, seconds: number) => RivalAnswer;
}

export interface RivalAnswer {
  readonly seconds: number;
  /** Null where nothing was proven in time. */
  readonly objective: number | null;
}

const versionOf = (command: string, args: readonly string[], pattern: RegExp): string | null => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === null || typeof stdout !== 'string' ? null : (pattern.exec(stdout)?.[1] ?? null);
};

const timed = (command: string, args: readonly string[], seconds: number): number => {
  const before = performance.now();
  spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, timeout: (seconds + 30) * 1000 });
  return (performance.now() - before) / 1000;
};

/** Where an answer will be; that of the last instance must not be taken for it. */
function freshFile(folder: string, name: string): string {
  const path = join(folder, name);
  rmSync(path, { force: true });
  return path;
}

const cbc: Rival = {
  name: 'CBC',
  version: versionOf('cbc', ['-quit'], /Version:\s*(\S+)/),
  run(file, folder, seconds) {
    const solution = freshFile(folder, 'cbc.txt');
    const took = timed('cbc', [file, 'sec', String(seconds), 'ratioGap', '0', 'allowableGap', '0', 'solve', 'solution', solution], seconds);
    // CBC writes minimization: the sign of a maximum is turned.
    const first = existsSync(solution) ? readFileSync(solution, 'utf8').split('\n')[0] : '';
    const value = /^Optimal - objective value (\S+)/.exec(first ?? '')?.[1];
    return { seconds: took, objective: value === undefined ? null : Math.abs(Number(value)) };
  },
};

const glpk: Rival = {
  name: 'GLPK',
  version: versionOf('glpsol', ['--version'], /Solver\s+v?(\S+)/),
  run(file, folder, seconds) {
    const solution = freshFile(folder, 'glpk.txt');
    const took = timed('glpsol', ['--lp', file, '--tmlim', String(seconds), '--cuts', '-o', solution], seconds);
    const text = existsSync(solution) ? readFileSync(solution, 'utf8') : '';
    const isProven = /^Status:\s+INTEGER OPTIMAL/m.test(text);
    const value = /^Objective:\s+\S+ = (\S+)/m.exec(text)?.[1];
    return { seconds: took, objective: isProven && value !== undefined ? Math.abs(Number(value)) : null };
  },
};

/** Debian: apt-get install coinor-cbc glpk-utils. */
export const RIVALS: readonly Rival[] = [cbc, glpk];
