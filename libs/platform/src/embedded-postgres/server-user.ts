import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { ServerUserError } from './errors';

/** The user that runs initdb and the server. `ids` is what to spawn with, absent where the process stays who it is. */
export interface ServerUser {
  readonly name: string;
  readonly ids?: { readonly uid: number; readonly gid: number };
}

/**
 * Who runs the server? PostgreSQL refuses root, so root hands it to the owner of the cluster that is there, else to
 * `postgres`, else to `nobody`. Everybody else, and everybody on Windows, runs it as they are.
 */
export function chooseServerUser(pgDir: string): ServerUser {
  if (process.getuid?.() !== 0) return { name: 'the current user' };
  const owner = ownerOf(pgDir);
  if (owner && owner.uid !== 0) return { name: nameOf(owner.uid), ids: owner };
  const users = passwdUsers();
  const user = users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody');
  if (!user) {
    throw new ServerUserError(
      'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor a user "nobody" to run it. ' +
        'Start Touchstone as an ordinary user, add one of the two, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  return user;
}

/** Throws where initdb would refuse: it looks its own user up in the passwd database. A server on an existing cluster does not. */
export function requirePasswdEntry(user: ServerUser): void {
  if (process.platform === 'win32') return;
  try {
    if (!user.ids) userInfo();
  } catch (error) {
    throw new ServerUserError(
      `Touchstone runs as uid ${process.getuid?.()}, which has no entry in /etc/passwd, and PostgreSQL cannot create a database ` +
        'for such a user. Run it as a user that has one, add the entry, or set DATABASE_URL to a PostgreSQL server.',
      { cause: error },
    );
  }
}

/**
 * Whether the server's user can read all these paths (and, `execute`, enter or run them). Asked of the system as that
 * user, so that ACLs and mounts count too.
 */
export function userCan(user: ServerUser, what: 'read' | 'execute', paths: readonly string[]): boolean {
  if (!user.ids) {
    const mode = what === 'read' ? constants.R_OK : constants.X_OK;
    return paths.every((path) => {
      try {
        accessSync(path, mode);
        return true;
      } catch {
        return false;
      }
    });
  }
  const test = what === 'read' ? '-r' : '-x';
  const probe = spawnSync('/bin/sh', ['-c', `for path; do test ${test} "$path" || exit 1; done`, 'sh', ...paths], {
    ...user.ids,
    cwd: '/',
    stdio: 'ignore',
  });
  if (probe.error && (probe.error as NodeJS.ErrnoException).code === 'EPERM') {
    throw new ServerUserError(
      `Touchstone runs as root but may not become ${user.name}, as which PostgreSQL must run. ` +
        'Start it as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
      { cause: probe.error },
    );
  }
  // Without a shell nothing can be asked: let the server try, it says itself what it misses.
  return probe.error !== undefined || probe.status === 0;
}

/** The topmost folder on the way to `path` that the server's user cannot enter, undefined where the way is open. */
export function closedFolder(user: ServerUser, path: string): string | undefined {
  if (userCan(user, 'execute', [path])) return undefined;
  const parent = dirname(path);
  return (parent === path ? undefined : closedFolder(user, parent)) ?? path;
}

function ownerOf(path: string): { uid: number; gid: number } | undefined {
  try {
    const { uid, gid } = statSync(path);
    return { uid, gid };
  } catch {
    return undefined;
  }
}

const nameOf = (uid: number): string => passwdUsers().find(({ ids }) => ids.uid === uid)?.name ?? `uid ${uid}`;

function passwdUsers(): Required<ServerUser>[] {
  let lines: string[];
  try {
    lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    // macOS writes nobody's -2 as a signed number.
    return name && uid && gid ? [{ name, ids: { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } }] : [];
  });
}
