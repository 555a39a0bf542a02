import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folder of the bundles that `ServerProcess.build` made. */
let bundle = '';

/** The product as it is shipped, in a process of its own that may be killed. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  url = '';

  constructor(private readonly environment: Readonly<Record<string, string>>) {}

  /** Compiles and bundles what is stale, as `npm start` does. */
  static build(): void {
    bundle = execFileSync(process.execPath, ['scripts/bundle.mjs'], { encoding: 'utf8' }).trim();
  }

  get running(): boolean {
    return this.child !== null;
  }

  async start(): Promise<void> {
    const dataDir = mkdtempSync(join(tmpdir(), 'touchstone-fault-'));
    const child = spawn(process.execPath, ['scripts/run-bundle.cjs', join(bundle, 'main.js')], {
      env: {
        ...process.env,
        NODE_ENV: 'test',
        PORT: '0',
        SEED_DEMO: 'off',
        LOG_LEVEL: 'fatal',
        TOUCHSTONE_DATA_DIR: dataDir,
        APP_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
        ...this.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.url = await new Promise<string>((resolve, reject) => {
      let said = '';
      const hear = (chunk: Buffer): void => {
        said += chunk.toString();
        const url = /ready at (\S+)\s/.exec(said)?.[1];
        if (url !== undefined) resolve(url);
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
  }

  /** kill -9, at once. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** SIGTERM; gives the exit code. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill(signal);
    return ended;
  }
}
