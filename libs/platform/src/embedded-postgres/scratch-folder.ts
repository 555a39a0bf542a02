import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index';
import { processBirth } from './process-birth';

interface StartOptions {
  readonly port?: number;
  readonly log?: (line: string) => void;
}

/** A Node process of its own that holds a server. */
export interface Holder {
  readonly child: ChildProcess;
  readonly ownerUrl: string;
  /** Of the postmaster. */
  readonly pid: number;
}

/** For the specs of this folder: a data folder of their own, and whatever they start on it, gone at the end. */
export class ScratchFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'touchstone-pg-'));
  readonly children: ChildProcess[] = [];
  private readonly servers: EmbeddedPostgres[] = [];

  constructor() {
    chmodSync(this.path, 0o755);
  }

  async start(purpose: 'data' | 'tests' = 'tests', options: StartOptions = {}): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ dataDir: this.path, purpose, ...options });
    this.servers.push(server);
    return server;
  }

  /** Starts a server in a Node process of its own, which then waits, or does what `then` says. Rejects with the name of the error. */
  startElsewhere(then = '', ids: { uid?: number; gid?: number } = {}): Promise<Holder> {
    const child = spawn(process.execPath, ['-e', holderScript(this.path, then)], {
      cwd: __dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
      ...ids,
    });
    this.children.push(child);
    return new Promise((resolve, reject) => {
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
        if (!output.includes('\n')) return;
        const answer = JSON.parse(output) as { ownerUrl: string; pid: number; error?: string; message?: string };
        if (answer.error) reject(Object.assign(new Error(answer.message), { name: answer.error }));
        else resolve({ child, ...answer });
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`the holder ended without a word: ${output}`)));
    });
  }

  postmasterPid(): number | undefined {
    const file = join(this.path, 'pg', 'postmaster.pid');
    return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
  }

  async dispose(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    for (const child of this.children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await until(() => {
      const pid = this.postmasterPid();
      return pid === undefined || processBirth(pid) === undefined;
    });
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Only TypeScript sources lie here: the process compiles what it loads. */
const holderScript = (dataDir: string, then: string) => `
  const swc = require('@swc/core');
  const options = { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
  require.extensions['.ts'] = (module, file) => module._compile(swc.transformFileSync(file, options).code, file);
  require('./index.ts').startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, purpose: 'tests' }).then(
    (server) => { console.log(JSON.stringify({ ownerUrl: server.ownerUrl, pid: server.pid })); setInterval(() => {}, 1000); ${then} },
    (error) => { console.log(JSON.stringify({ error: error.name, message: error.message })); process.exit(3); });`;

/** Runs statements on one connection; the rows of the last one. */
export async function query(server: { ownerUrl: string }, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: server.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

export async function until(condition: () => boolean, patienceMs = 10_000): Promise<void> {
  for (const deadline = Date.now() + patienceMs; !condition(); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${condition}`);
  }
}

export const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()));
