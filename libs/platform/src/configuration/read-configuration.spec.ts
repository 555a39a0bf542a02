import { readConfiguration } from './read-configuration';

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  const read = readConfiguration(environment);
  return read.ok ? [] : read.error;
};

describe('configuration from the environment', () => {
  it('needs nothing', () => {
    const read = readConfiguration({});
    expect(read.ok && read.value).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      role: 'all',
      databaseUrl: null,
      baseUrl: 'http://127.0.0.1:3000',
      openIntrospection: true,
      seedDemo: true,
    });
  });

  it('closes in production what is open in development', () => {
    const read = readConfiguration({ NODE_ENV: 'production' });
    expect(read.ok && read.value).toMatchObject({ openIntrospection: false, seedDemo: false });
  });

  it('prepares no statements behind a pooler, unless told so', () => {
    const of = (more: Record<string, string>) => {
      const read = readConfiguration({ DATABASE_URL: 'postgres://pooler/d', ...more });
      return read.ok && [read.value.databasePooled, read.value.databasePrepared, read.value.databaseDirectUrl];
    };
    const direct = { DATABASE_DIRECT_URL: 'postgres://database/d' };
    expect(of({})).toEqual([false, true, 'postgres://pooler/d']);
    expect(of({ DATABASE_DIRECT_URL: 'postgres://owner:p@pooler/d' })).toEqual([false, true, 'postgres://owner:p@pooler/d']);
    expect(of(direct)).toEqual([true, false, 'postgres://database/d']);
    expect(of({ ...direct, DATABASE_PREPARED: 'on' })).toEqual([true, true, 'postgres://database/d']);
  });

  it('tells all faults at once, each with its variable and what is allowed', () => {
    const faults = faultsOf({
      PORT: '70000',
      ROLE: 'everything',
      DATABASE_URL: 'mysql://x',
      SESSION_HOURS: '1.5',
      EXPLORER: 'yes',
      TRUST_PROXY: 'true',
      TOUCHSTONE_ADMIN_EMAIL: 'a@b.example',
    });
    expect(faults).toHaveLength(7);
    for (const name of ['PORT', 'ROLE', 'DATABASE_URL', 'SESSION_HOURS', 'EXPLORER', 'TRUST_PROXY', 'TOUCHSTONE_ADMIN_PASSWORD']) {
      expect(faults.some((fault) => fault.includes(name))).toBe(true);
    }
    expect(faults.join(' ')).toContain('from 0 to 65535');
  });

  it.each(['change-me', 'secret', 'PASSWORD', 'too short but random 8f3a'])('refuses in production the secret "%s"', (secret) => {
    expect(faultsOf({ NODE_ENV: 'production', APP_SECRET: secret })).toHaveLength(1);
    expect(faultsOf({ APP_SECRET: secret })).toEqual([]);
  });

  it('never repeats a secret or a password', () => {
    const said = faultsOf({ NODE_ENV: 'production', APP_SECRET: 'hunter2hunter2', DATABASE_URL: 'http://u:hunter3@h/d' }).join(' ');
    expect(said).not.toMatch(/hunter/);
  });
});
