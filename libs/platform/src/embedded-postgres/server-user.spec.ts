import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderUnusableError, startEmbeddedPostgres } from './index';
import { processBirth } from './process-birth';
import { ended, query, ScratchFolder, until } from './scratch-folder';

const asRoot = process.getuid?.() === 0 ? it : it.skip;
const NOBODY = 65534;
let folder: ScratchFolder;
beforeEach(() => void (folder = new ScratchFolder()));
afterEach(() => folder.dispose());

describe('users', () => {
  asRoot('runs the server as somebody else than root', async () => {
    const server = await folder.start();
    expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
    expect(readFileSync(`/proc/${server.pid}/status`, 'utf8')).toMatch(/^Groups:\s*\d*\s*$/m);
  });

  asRoot('takes back a restored copy that root owns', async () => {
    await (await folder.start()).stop();
    for (const entry of readdirSync(join(folder.path, 'pg'), { recursive: true, encoding: 'utf8' }))
      chownSync(join(folder.path, 'pg', entry), 0, 0);
    chownSync(join(folder.path, 'pg'), 0, 0);
    await folder.start();
  });

  asRoot('says so where only root may enter the way to the folder, and leaves nothing there', async () => {
    const closed = join(folder.path, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const failure = await startEmbeddedPostgres({ dataDir: join(closed, 'a', 'b'), purpose: 'tests' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DataFolderUnusableError);
    expect((failure as Error).message).toContain(`may not enter ${closed}`);
    expect((failure as Error).message).toContain('TOUCHSTONE_DATA_DIR');
    expect(existsSync(join(closed, 'a'))).toBe(false);
  });

  asRoot('opens a closed folder of its own', async () => {
    chmodSync(folder.path, 0o700);
    await folder.start();
  });

  asRoot('runs as an ordinary user', async () => {
    chownSync(folder.path, NOBODY, NOBODY);
    const holder = await folder.startElsewhere('', { uid: NOBODY, gid: NOBODY });
    expect(statSync(`/proc/${holder.pid}`).uid).toBe(NOBODY);
    expect(await query(holder, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    holder.child.kill('SIGTERM');
    await ended(holder.child);
    await until(() => processBirth(holder.pid) === undefined);
    // Root later on the same folder keeps its owner, who is not locked out, not even of the log that root made.
    rmSync(join(folder.path, 'postgres.log'));
    await (await folder.start()).stop();
    await folder.startElsewhere('', { uid: NOBODY, gid: NOBODY });
  });

  asRoot('says so where the user has no passwd entry', async () => {
    chownSync(folder.path, 424_242, 424_242);
    await expect(folder.startElsewhere('', { uid: 424_242, gid: 424_242 })).rejects.toMatchObject({
      name: 'ServerUserError',
      message: expect.stringContaining('DATABASE_URL') as string,
    });
  });

  asRoot('opens the folders that it makes under a strict umask', async () => {
    const umask = process.umask(0o077);
    try {
      const server = await startEmbeddedPostgres({ dataDir: join(folder.path, 'new', 'and', 'deep'), purpose: 'tests' });
      await server.stop();
    } finally {
      process.umask(umask);
    }
  });
});
