import { resolve } from 'node:path';
import { err, ok, type Result } from '@touchstone/kernel';
import type { Configuration } from './configuration';
import { noProxy, readTrustedProxies } from './trusted-proxies';

type Environment = Readonly<Record<string, string | undefined>>;

/** Secrets that were ever printed in an example; production refuses them. */
const KNOWN_SECRETS = new Set([
  'change-me',
  'changeme',
  'secret',
  'touchstone',
  'replace-me',
  'your-secret-here',
  'development',
  'password',
]);
const SHORTEST_SECRET = 32;

/** Reads the environment. All faults are told at once, one sentence each, with the variable's name and what is allowed. */
export function readConfiguration(env: Environment): Result<Configuration, readonly string[]> {
  const faults: string[] = [];
  const fault = <T>(message: string, fallback: T): T => {
    faults.push(message);
    return fallback;
  };
  const text = (name: string): string | null => {
    const value = env[name]?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const oneOf = <const T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = text(name);
    if (value === null) return fallback;
    return allowed.find((entry) => entry === value) ?? fault(`${name} is "${value}"; use one of ${allowed.join(', ')}.`, fallback);
  };
  const whole = (name: string, fallback: number, least: number, most: number): number => {
    const value = text(name);
    if (value === null) return fallback;
    const number = Number(value);
    const fits = Number.isInteger(number) && number >= least && number <= most;
    return fits ? number : fault(`${name} is "${value}"; use a whole number from ${least} to ${most}.`, fallback);
  };
  const onOff = (name: string, fallback: boolean): boolean => oneOf(name, ['on', 'off'], fallback ? 'on' : 'off') === 'on';
  const url = (name: string, protocols: readonly string[]): string | null => {
    const value = text(name);
    if (value === null) return null;
    const parsed = URL.canParse(value) ? new URL(value) : null;
    if (parsed !== null && protocols.includes(parsed.protocol)) return value;
    return fault(`${name} is not a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`, null);
  };

  const environment = oneOf('NODE_ENV', ['production', 'development', 'test'], 'development');
  const production = environment === 'production';
  const port = whole('PORT', 3000, 0, 65535);
  const host = text('HOST') ?? '127.0.0.1';
  const postgres = ['postgres:', 'postgresql:'];
  const databaseUrl = url('DATABASE_URL', postgres);
  const databaseDirectUrl = url('DATABASE_DIRECT_URL', postgres) ?? databaseUrl;
  const databasePooled = placeOf(databaseDirectUrl) !== placeOf(databaseUrl);
  const appSecret = text('APP_SECRET');
  if (appSecret !== null) faults.push(...secretFaults(appSecret, production));
  const email = text('TOUCHSTONE_ADMIN_EMAIL');
  const password = text('TOUCHSTONE_ADMIN_PASSWORD');
  if ((email === null) !== (password === null))
    faults.push('TOUCHSTONE_ADMIN_EMAIL and TOUCHSTONE_ADMIN_PASSWORD go together; set both or neither.');

  const proxies = readTrustedProxies(text('TRUST_PROXY'));

  const configuration: Configuration = {
    environment,
    host,
    port,
    role: oneOf('ROLE', ['all', 'api', 'worker'], 'all'),
    databaseUrl,
    databaseDirectUrl,
    databasePoolSize: whole('DATABASE_POOL_SIZE', 10, 1, 500),
    databasePooled,
    databasePrepared: onOff('DATABASE_PREPARED', !databasePooled),
    statementTimeoutMs: whole('DATABASE_STATEMENT_TIMEOUT_MS', 5000, 100, 600_000),
    dataDir: resolve(text('TOUCHSTONE_DATA_DIR') ?? './.touchstone'),
    baseUrl: (url('BASE_URL', ['http:', 'https:']) ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`).replace(/\/$/, ''),
    appSecret,
    sessionHours: whole('SESSION_HOURS', 12, 1, 720),
    explorer: onOff('EXPLORER', true),
    openIntrospection: onOff('OPEN_INTROSPECTION', !production),
    trustedProxies: proxies.ok ? proxies.value : fault(`TRUST_PROXY ${proxies.error}`, noProxy),
    logLevel: oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'info'),
    migrateAtStart: onOff('AUTO_MIGRATE', true),
    seedDemo: onOff('SEED_DEMO', !production),
    administrator: email !== null && password !== null ? { email, password } : null,
  };
  return faults.length > 0 ? err(faults) : ok(configuration);
}

/** Another place than that of the database itself is a pooler; another name in the same place is only another login. */
const placeOf = (url: string | null): string => (url === null ? '' : new URL(url).host);

function secretFaults(secret: string, production: boolean): string[] {
  if (!production) return [];
  if (KNOWN_SECRETS.has(secret.toLowerCase()))
    return ['APP_SECRET is a published example; make one of your own: node -p "crypto.randomBytes(32).toString(\'hex\')".'];
  if (secret.length < SHORTEST_SECRET)
    return [`APP_SECRET has ${secret.length} characters; in production use at least ${SHORTEST_SECRET} random ones.`];
  return [];
}
