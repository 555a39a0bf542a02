/** What the server is for: keeping people's data, or tests whose data may vanish with the power. */
export type Purpose = 'data' | 'tests';

/** Marks the servers that Touchstone starts, in `ps` and in `postmaster.opts`. */
export const CLUSTER_NAME = 'touchstone';

/** Written into postgresql.conf when the cluster is made, where the operator may change them: small memory, UTC, English word stems. */
export const INITIAL_SETTINGS: readonly string[] = [
  'shared_buffers=64MB',
  'max_connections=60',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  'jit=off',
];

/** On the command line of every start, above postgresql.conf: who may connect, and whose server it is. */
const ALWAYS: readonly string[] = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  `cluster_name=${CLUSTER_NAME}`,
  'logging_collector=off',
  'log_destination=stderr',
  'lc_messages=C',
];

/** Durability stays as PostgreSQL has it for data, and is given up for tests. */
const BY_PURPOSE: Readonly<Record<Purpose, readonly string[]>> = {
  data: ['max_logical_replication_workers=0'],
  tests: [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'wal_level=minimal',
    'max_wal_senders=0',
    'max_logical_replication_workers=0',
    'max_connections=200',
  ],
};

/** The arguments of `postgres`. */
export function serverArguments(pgDir: string, port: number, purpose: Purpose): string[] {
  return ['-D', pgDir, '-p', String(port), ...[...ALWAYS, ...BY_PURPOSE[purpose]].flatMap((setting) => ['-c', setting])];
}

/** The environment of initdb and the server: nothing of ours that would change what they do (PGPORT, a locale that is not installed). */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(PG.*|LC_.*|LANG|LANGUAGE|NODE_.*|LD_PRELOAD|HOME|.*(PASSWORD|SECRET|TOKEN|DATABASE_URL).*)$/i.test(name),
  );
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
