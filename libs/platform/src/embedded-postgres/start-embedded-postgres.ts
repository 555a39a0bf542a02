import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPackage, prepareBinaries } from './binaries';
import { giveClusterTo, hasCluster, openDataFolder, ownerPassword } from './data-folder';
import { PortInUseError, ServerStartError } from './errors';
import { lockFolder } from './folder-lock';
import { freePort } from './free-port';
import { CLUSTER_OWNER, initialiseCluster } from './initialise-cluster';
import { stopLeftoverServer } from './leftover-server';
import { type ServerOptions, type ServerProcess, startServer } from './server-process';
import type { Purpose } from './server-settings';
import { chooseServerUser } from './server-user';

export interface EmbeddedPostgresOptions {
  /** The folder that holds the cluster and everything about it; created where it is missing. */
  readonly dataDir: string;
  /** A free one where left out. */
  readonly port?: number;
  /** 'data' keeps what was committed through a power cut; 'tests' is faster and does not. */
  readonly purpose: Purpose;
  /** Gets one line per step worth telling, and never a secret. The server's own log is `dataDir/postgres.log`. */
  readonly log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Connection string of the superuser, password included, to the database `postgres`. Never for logs. */
  readonly ownerUrl: string;
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Of the postmaster. */
  readonly pid: number;
  /** Stops the server and gives the folder back. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL 18 on `dataDir`, making a cluster there first where there is none, and resolves when it accepts
 * connections. The server stops with this process, however the process ends. Throws one of `EmbeddedPostgresError`'s kinds.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const installed = findPackage();
  const user = chooseServerUser(join(resolve(options.dataDir), 'pg'));
  const dataDir = openDataFolder(resolve(options.dataDir), user);
  const pgDir = join(dataDir, 'pg');
  const lock = await lockFolder(dataDir);
  try {
    const clusterIsThere = hasCluster(dataDir, installed.majorVersion);
    const binaries = prepareBinaries(installed, user, dataDir, log);
    const password = ownerPassword(dataDir, user);
    if (clusterIsThere) {
      await stopLeftoverServer(dataDir, binaries, log);
    } else {
      log(`Creating a PostgreSQL ${installed.majorVersion} cluster in ${pgDir}`);
      await initialiseCluster(dataDir, binaries, user, options.purpose);
    }
    giveClusterTo(user, pgDir);

    const { port, server } = await startOnPort(options.port, {
      ...{ pgDir, logFile: join(dataDir, 'postgres.log'), purpose: options.purpose },
      ...{ binaries, user, log },
    });
    let stopAsked = false;
    void server.ended.then(() => {
      lock.release();
      if (!stopAsked) log(`PostgreSQL (pid ${server.pid}) has ended without being asked to; its log is ${join(dataDir, 'postgres.log')}`);
    });
    return {
      ownerUrl: `postgres://${CLUSTER_OWNER}:${password}@127.0.0.1:${port}/postgres`,
      host: '127.0.0.1',
      port,
      pid: server.pid,
      async stop() {
        stopAsked = true;
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const PORT_ATTEMPTS = 10;
const REMNANT_ATTEMPTS = 50;

/**
 * Starts the server on the wanted port, or on a free one: another one where somebody was faster between the probe and the
 * server's bind. Waits where processes of a server that was killed still hold its memory.
 */
export async function startOnPort(
  wanted: number | undefined,
  options: Omit<ServerOptions, 'port'>,
  choosePort: () => Promise<number> = freePort,
): Promise<{ port: number; server: ServerProcess }> {
  for (let taken = 0, remnants = 0; ;) {
    const port = wanted ?? (await choosePort());
    try {
      return { port, server: await startServer({ ...options, port }) };
    } catch (error) {
      if (!(error instanceof ServerStartError)) throw error;
      if (/could not bind|could not create any TCP\/IP sockets/.test(error.logTail)) {
        if (wanted !== undefined) throw new PortInUseError(wanted);
        if (++taken >= PORT_ATTEMPTS) throw error;
      } else if (/pre-existing shared memory block/.test(error.logTail)) {
        if (++remnants >= REMNANT_ATTEMPTS) throw error;
        await sleep(200);
      } else {
        throw error;
      }
    }
  }
}
