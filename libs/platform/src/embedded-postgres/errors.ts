/**
 * Why the embedded PostgreSQL could not be had. Every message is a sentence for the person at the terminal
 * and says what to do next. Callers tell them apart by `instanceof`.
 */
export abstract class EmbeddedPostgresError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A live process holds the data folder: another Touchstone, or a PostgreSQL server that Touchstone did not start. */
export class DataFolderInUseError extends EmbeddedPostgresError {
  constructor(
    readonly dataDir: string,
    readonly holderPid: number,
    holder = 'Another Touchstone',
  ) {
    super(`${holder} (pid ${holderPid}) is using ${dataDir}. Stop it, or set TOUCHSTONE_DATA_DIR to another folder.`);
  }
}

/** The data folder cannot be used by the user that must run the server, or what lies in it is not what was expected. */
export class DataFolderUnusableError extends EmbeddedPostgresError {}

/** The cluster in the data folder was made by another major version of PostgreSQL than the one that is installed. */
export class ClusterVersionError extends EmbeddedPostgresError {
  constructor(
    readonly dataDir: string,
    readonly clusterVersion: string,
    readonly binariesVersion: string,
  ) {
    super(
      `The data in ${dataDir} belongs to PostgreSQL ${clusterVersion}, but PostgreSQL ${binariesVersion} is installed, and ` +
        `one cannot read the data of the other. Use the Touchstone release that made this folder, move the data over with ` +
        `pg_dump, or set TOUCHSTONE_DATA_DIR to a new folder.`,
    );
  }
}

/** There are no PostgreSQL binaries for this machine, or they do not run on it. */
export class PlatformNotSupportedError extends EmbeddedPostgresError {}

/** No operating-system user can run the server: PostgreSQL refuses root, and initdb refuses users without a passwd entry. */
export class ServerUserError extends EmbeddedPostgresError {}

/** The port that was asked for is taken. */
export class PortInUseError extends EmbeddedPostgresError {
  constructor(readonly port: number) {
    super(`Port ${port} on 127.0.0.1 is taken. Stop what listens there, or leave the port out to get a free one.`);
  }
}

/** initdb or the server started and failed. `logTail` holds the last lines it wrote. */
export class ServerStartError extends EmbeddedPostgresError {
  constructor(
    reason: string,
    readonly logTail: string,
    options?: ErrorOptions,
  ) {
    super(logTail === '' ? reason : `${reason} Its last words were:\n${logTail}`, options);
  }
}
