import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { ClusterVersionError, DataFolderUnusableError, PortInUseError, ServerStartError } from './index';
import { processBirth } from './process-birth';
import { query, ScratchFolder } from './scratch-folder';
import { findPackage, prepareBinaries } from './binaries';
import { freePort } from './free-port';
import { chooseServerUser } from './server-user';
import { startOnPort } from './start-embedded-postgres';

let folder: ScratchFolder;
beforeEach(() => void (folder = new ScratchFolder()));
afterEach(() => folder.dispose());

describe('a start', () => {
  it('makes a cluster from nothing, with deterministic text and a password on the way in', async () => {
    const server = await folder.start();
    expect(server.ownerUrl).toMatch(new RegExp(`^postgres://touchstone_owner:[\\w-]{43}@127\\.0\\.0\\.1:${server.port}/postgres$`));
    const [row] = await query(
      server,
      `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('server_encoding') AS encoding,
        (SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = 'postgres') AS locale,
        lower('ÄÉ') AS lower, current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets,
        current_setting('timezone') AS timezone, current_setting('data_checksums') AS checksums`,
    );
    expect(row).toEqual({
      ...{ major: 18, encoding: 'UTF8', locale: 'b C.UTF-8', lower: 'äé', listens: '127.0.0.1', sockets: '' },
      ...{ timezone: 'UTC', checksums: 'on' },
    });
    const stranger = new Client({ connectionString: server.ownerUrl.replace(/:[\w-]{43}@/, ':wrong@') });
    await expect(stranger.connect()).rejects.toThrow('password authentication failed');
  });

  it('keeps what is secret from others', async () => {
    const lines: string[] = [];
    const server = await folder.start('tests', { log: (line) => lines.push(line) });
    expect(statSync(join(folder.path, 'owner-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder.path, 'postgres.log')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder.path, 'pg')).mode & 0o777).toBe(0o700);
    const password = readFileSync(join(folder.path, 'owner-password'), 'utf8').trim();
    expect(server.ownerUrl).toContain(password);
    expect(lines.join('\n')).not.toContain(password);
    expect(readFileSync(`/proc/${server.pid}/cmdline`, 'utf8')).not.toContain(password);
  });

  it('finds the data and the password again', async () => {
    const first = await folder.start('data');
    await query(first, 'CREATE TABLE kept (what text)', `INSERT INTO kept VALUES ('a row')`);
    await first.stop();
    await first.stop();
    expect(processBirth(first.pid)).toBeUndefined();
    expect(existsSync(join(folder.path, 'touchstone.pid'))).toBe(false);
    const second = await folder.start('data');
    expect(await query(second, 'SELECT what FROM kept')).toEqual([{ what: 'a row' }]);
  });

  it('gives up durability for tests and only for tests', async () => {
    const durability = `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('full_page_writes') AS pages`;
    const tests = await folder.start('tests');
    expect(await query(tests, durability)).toEqual([{ fsync: 'off', commit: 'off', pages: 'off' }]);
    await tests.stop();
    const data = await folder.start('data');
    expect(await query(data, durability)).toEqual([{ fsync: 'on', commit: 'on', pages: 'on' }]);
  });

  it('refuses a port that is taken and says which', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const { port } = squatter.address() as { port: number };
    await expect(folder.start('tests', { port })).rejects.toThrow(PortInUseError);
    await new Promise((resolve) => squatter.close(resolve));
    expect((await folder.start('tests', { port })).port).toBe(port);
  });

  it('shows the last words of a server that does not start, and can be repeated when it is mended', async () => {
    await (await folder.start()).stop();
    const conf = join(folder.path, 'pg', 'postgresql.conf');
    const before = readFileSync(conf, 'utf8');
    writeFileSync(conf, `${before}\nno_such_setting = 1\n`);
    const failure = await folder.start().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ServerStartError);
    expect((failure as Error).message).toContain('no_such_setting');
    writeFileSync(conf, before);
    await folder.start();
  });

  it('refuses the cluster of another major version', async () => {
    await (await folder.start()).stop();
    writeFileSync(join(folder.path, 'pg', 'PG_VERSION'), '17\n');
    const failure = await folder.start().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ClusterVersionError);
    expect((failure as Error).message).toContain('PostgreSQL 17, but PostgreSQL 18');
  });

  it('refuses data without its password, and a folder that holds something else', async () => {
    await (await folder.start()).stop();
    rmSync(join(folder.path, 'owner-password'));
    await expect(folder.start()).rejects.toThrow(DataFolderUnusableError);
    rmSync(join(folder.path, 'pg'), { recursive: true });
    mkdirSync(join(folder.path, 'pg'));
    writeFileSync(join(folder.path, 'pg', 'thesis.txt'), 'do not touch');
    await expect(folder.start()).rejects.toThrow('holds files but no database');
    expect(existsSync(join(folder.path, 'pg', 'thesis.txt'))).toBe(true);
  });

  it('takes another port where somebody was faster', async () => {
    await (await folder.start()).stop();
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const { port: taken } = squatter.address() as { port: number };
    const ports = [taken, taken, await freePort()];
    const pgDir = join(folder.path, 'pg');
    const user = chooseServerUser(pgDir);
    const { port, server } = await startOnPort(
      undefined,
      {
        ...{ pgDir, logFile: join(folder.path, 'postgres.log'), purpose: 'tests', user, log: () => undefined },
        binaries: prepareBinaries(findPackage(), user, folder.path, () => undefined),
      },
      () => Promise.resolve(ports.shift() as number),
    );
    await server.stop();
    await new Promise((resolve) => squatter.close(resolve));
    expect(port).not.toBe(taken);
    expect(ports).toEqual([]);
  });

  it('survives a rude environment', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      PGPORT: '1',
      PGDATA: '/nowhere',
      LC_ALL: 'xx_YY',
      LANG: 'tlh_KX',
      PGOPTIONS: '-c fsync=maybe',
      TZ: 'Mars/Olympus',
    });
    try {
      await folder.start();
    } finally {
      process.env = before;
    }
  });
});
