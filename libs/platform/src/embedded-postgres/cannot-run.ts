import { existsSync } from 'node:fs';
import { type EmbeddedPostgresError, PlatformNotSupportedError, ServerStartError } from './errors';

/** Why a program that was found could not be started, from the error of `spawn`. */
export function cannotRun(program: string, cause: NodeJS.ErrnoException): EmbeddedPostgresError {
  // The file is there and yet "no such file": what is missing is the loader that it names.
  if (cause.code === 'ENOENT' && existsSync(program)) {
    return new PlatformNotSupportedError(
      `The built-in PostgreSQL does not run on this system: its programs need the GNU C library, which Alpine and other musl ` +
        'systems do not have. Use an image with glibc (debian, ubuntu), or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
  return new ServerStartError(`${program} could not be run (${cause.message}).`, '', { cause });
}
