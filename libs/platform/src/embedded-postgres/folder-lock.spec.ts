import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderInUseError, startEmbeddedPostgres } from './index';
import { query, ScratchFolder } from './scratch-folder';

let folder: ScratchFolder;
beforeEach(() => void (folder = new ScratchFolder()));
afterEach(() => folder.dispose());

describe('one folder, one Touchstone', () => {
  it('refuses a second start while the first lives', async () => {
    await folder.start();
    const failure = await folder.start().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DataFolderInUseError);
    expect(failure).toMatchObject({ holderPid: process.pid });
    expect((failure as Error).message).toBe(
      `Another Touchstone (pid ${process.pid}) is using ${folder.path}. Stop it, or set TOUCHSTONE_DATA_DIR to another folder.`,
    );
  });

  it('lets exactly one of several starts win', async () => {
    const outcomes = await Promise.allSettled([folder.start(), folder.start(), folder.start(), folder.start()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(DataFolderInUseError);
  });

  it('refuses while another process holds it', async () => {
    const holder = await folder.startElsewhere();
    await expect(folder.start()).rejects.toMatchObject({ name: 'DataFolderInUseError', holderPid: holder.child.pid });
    expect(await query(holder, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('lets exactly one of several processes win, over the lock of a dead one', async () => {
    writeFileSync(join(folder.path, 'touchstone.pid'), JSON.stringify({ pid: 999_999_9, birth: 'long ago' }));
    const outcomes = await Promise.allSettled([folder.startElsewhere(), folder.startElsewhere(), folder.startElsewhere()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'DataFolderInUseError' });
  });

  it('is not kept out by a process that has the number of a dead holder', async () => {
    writeFileSync(join(folder.path, 'touchstone.pid'), JSON.stringify({ pid: process.pid, birth: 'another boot/1' }));
    await folder.start();
  });

  it('leaves a server alone that it did not start', async () => {
    const server = await folder.start();
    const opts = join(folder.path, 'pg', 'postmaster.opts');
    writeFileSync(opts, readFileSync(opts, 'utf8').replace('cluster_name=touchstone', 'cluster_name=mine'));
    rmSync(join(folder.path, 'touchstone.pid'));
    const failure = await startEmbeddedPostgres({ dataDir: folder.path, purpose: 'tests' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DataFolderInUseError);
    expect((failure as Error).message).toContain(`A PostgreSQL server that Touchstone did not start (pid ${server.pid})`);
    expect(await query(server, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });
});
