import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processBirth } from './process-birth';
import { ended, query, ScratchFolder, until } from './scratch-folder';

let folder: ScratchFolder;
beforeEach(() => void (folder = new ScratchFolder()));
afterEach(() => folder.dispose());

describe('when something is killed', () => {
  it('recovers what was committed after kill -9 of the server', async () => {
    const lines: string[] = [];
    const first = await folder.start('data', { log: (line) => lines.push(line) });
    await query(first, 'CREATE TABLE kept (n int)', 'INSERT INTO kept SELECT generate_series(1, 1000)');
    process.kill(first.pid, 'SIGKILL');
    await until(() => lines.some((line) => line.includes('without being asked')));
    const second = await folder.start('data');
    expect(await query(second, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }]);
    await first.stop();
    expect(existsSync(join(folder.path, 'touchstone.pid'))).toBe(true);
  });

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('leaves no server behind after %s of its process', async (signal) => {
    const holder = await folder.startElsewhere();
    await query(holder, 'CREATE TABLE kept (n int)', 'INSERT INTO kept VALUES (1)');
    holder.child.kill(signal);
    await ended(holder.child);
    expect(holder.child.signalCode).toBe(signal);
    await until(() => processBirth(holder.pid) === undefined);
    expect(await query(await folder.start(), 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('leaves no server behind after process.exit and after a crash', async () => {
    for (const end of ['process.exit(0)', "setTimeout(() => { throw new Error('a crash that the test wants') })"]) {
      const holder = await folder.startElsewhere(
        `console.error = () => {}; process.on('uncaughtException', () => process.exit(1)); ${end}`,
      );
      await ended(holder.child);
      await until(() => processBirth(holder.pid) === undefined);
    }
  });

  it('leaves signals to the application where it handles them', async () => {
    const holder = await folder.startElsewhere(`process.on('SIGTERM', () => server.stop().then(() => process.exit(42)));`);
    holder.child.kill('SIGTERM');
    await ended(holder.child);
    expect(holder.child.exitCode).toBe(42);
    expect(processBirth(holder.pid)).toBeUndefined();
    expect(existsSync(join(folder.path, 'touchstone.pid'))).toBe(false);
  });

  it('stops a server that was left behind all the same, and starts anew', async () => {
    // The watching shell dies first, as it would where the system kills everything but the server.
    const holder = await folder.startElsewhere();
    const watcher = watcherOf(holder.child.pid as number);
    process.kill(watcher, 'SIGKILL');
    await query(holder, 'CREATE TABLE kept (n int)', 'INSERT INTO kept VALUES (1)');
    holder.child.kill('SIGKILL');
    await ended(holder.child);
    await sleep(300);
    expect(processBirth(holder.pid)).toBeDefined();
    const lines: string[] = [];
    const server = await folder.start('tests', { log: (line) => lines.push(line) });
    expect(lines[0]).toContain(`pid ${holder.pid}`);
    expect(processBirth(holder.pid)).toBeUndefined();
    expect(await query(server, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('survives an early kill at any moment of a first start', async () => {
    for (const afterMs of [150, 300, 450, 600, 800]) {
      const starting = folder.startElsewhere().catch((error: unknown) => error);
      await sleep(afterMs);
      const child = folder.children.at(-1) as ChildProcess;
      child.kill(afterMs % 100 === 0 ? 'SIGKILL' : 'SIGTERM');
      await Promise.all([starting, ended(child)]);
    }
    const server = await folder.start();
    expect(await query(server, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    expect(folder.postmasterPid()).toBe(server.pid);
  });

  it('is not misled by a stale postmaster.pid whose number another process has now', async () => {
    const server = await folder.start();
    const file = readFileSync(join(folder.path, 'pg', 'postmaster.pid'), 'utf8');
    await server.stop();
    const bystander = spawn('sleep', ['60'], { stdio: 'ignore' });
    folder.children.push(bystander);
    writeFileSync(join(folder.path, 'pg', 'postmaster.pid'), file.replace(/^\d+/, String(bystander.pid)), { mode: 0o600 });
    await folder.start();
    expect(bystander.exitCode).toBeNull();
    expect(bystander.signalCode).toBeNull();
  });
});

/** The shell that watches over this process. */
function watcherOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  const watcher = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').startsWith('/bin/sh'));
  if (watcher === undefined) throw new Error(`no watcher among ${children.join(', ')}`);
  return watcher;
}
