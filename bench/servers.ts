import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in a process of its own. */
export interface Served {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process until it was ready. */
  readonly readySeconds: number;
  /** Waits until the server has printed this. */
  says(text: string): Promise<void>;
  stop(): Promise<void>;
}

const dist = join(__dirname, '..');
const PATIENCE_SECONDS = 120;
const READY = /https?:\/\/[\w.:[\]]+/;

/** What runs the bundle of this build; it is made where it is missing. */
function program(): string[] {
  const scripts = join(dist, '../scripts');
  const bundle = execFileSync(process.execPath, [join(scripts, 'bundle.mjs')], { encoding: 'utf8' }).trim();
  return [join(scripts, 'run-bundle.cjs'), join(bundle, 'main.js')];
}

/** The product as `npm start` runs it after the build, with these settings. */
export async function startProduct(settings: Readonly<Record<string, string>>, flags: readonly string[]): Promise<Served> {
  const served = await start([...flags, ...program()], {
    HOST: '127.0.0.1',
    PORT: '0',
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    ...settings,
  });
  const health = await fetch(`${served.url}/health/ready`);
  if (health.status !== 200) throw new Error(`the product says ${health.status}`);
  return served;
}

export const startLimit = (databaseUrl: string, organizationId: string, flags: readonly string[]): Promise<Served> =>
  start([...flags, join(dist, 'bench/limit-server.js'), databaseUrl, organizationId], {});

async function start(argv: readonly string[], settings: Readonly<Record<string, string>>): Promise<Served> {
  const began = performance.now();
  const { DATABASE_URL: _url, DATABASE_DIRECT_URL: _direct, ...inherited } = process.env;
  const child = spawn(process.execPath, [...argv], { env: { ...inherited, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = outputOf(child);
  const url = (await output.shows(READY))[0];
  const readySeconds = (performance.now() - began) / 1000;
  return {
    url,
    pid: child.pid as number,
    readySeconds,
    says: async (text) => void (await output.shows(new RegExp(text))),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What a server prints, to be waited for. */
function outputOf(child: ChildProcess): { shows(pattern: RegExp): Promise<RegExpExecArray> } {
  let text = '';
  let faults = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (faults = (faults + chunk.toString()).slice(-4000)));
  return {
    async shows(pattern) {
      for (let waited = 0; waited < PATIENCE_SECONDS * 100; waited += 1) {
        const found = pattern.exec(text);
        if (found !== null) return found;
        if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${text}${faults}`);
        await sleep(10);
      }
      child.kill('SIGTERM');
      throw new Error(`the server did not say ${pattern.source} within ${PATIENCE_SECONDS} s:\n${text}${faults}`);
    },
  };
}

/** The postmaster of the embedded server on this folder. */
export const postmasterOf = (dataDir: string): number => Number(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
