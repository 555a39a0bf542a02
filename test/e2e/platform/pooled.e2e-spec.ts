import { ok } from '@touchstone/kernel';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { type Person, World } from '@touchstone/testing';
import { DataSource } from 'typeorm';

/** Any other place than that of DATABASE_URL makes the server take it for a pooler. The pooler itself was tried by hand: see README. */
const POOLED = { DATABASE_DIRECT_URL: 'postgres://the.database.itself:5432/touchstone', DATABASE_STATEMENT_TIMEOUT_MS: '700' };

describe.each([
  ['behind a pooler', POOLED, { before: '0', within: '700ms', prepared: false }],
  ['on connections of its own', { DATABASE_STATEMENT_TIMEOUT_MS: '700' }, { before: '700ms', within: '700ms', prepared: true }],
] as const)('%s', (_where, environment, expected) => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open(environment);
    admin = await world.organization();
  });
  afterAll(() => world.close());

  const timeout = async (query: (sql: string) => Promise<{ statement_timeout: string }[]>): Promise<string | undefined> =>
    (await query('SHOW statement_timeout'))[0]?.statement_timeout;

  it('a transaction has its time limits, and leaves none behind', async () => {
    const unitOfWork = world.app.get(UnitOfWork);
    const within = (tx: Transaction) => timeout((sql) => tx.query(sql));
    expect(await unitOfWork.read(admin.actor, within)).toBe(expected.within);
    expect(await unitOfWork.write(admin.actor, async (tx) => ok(await within(tx)))).toEqual(ok(expected.within));
    expect(await timeout((sql) => world.app.get(DataSource).query(sql))).toBe(expected.before);
  });

  it('a statement that takes too long ends, and the next one works', async () => {
    const unitOfWork = world.app.get(UnitOfWork);
    await expect(unitOfWork.read(admin.actor, (tx) => tx.query('SELECT pg_sleep(5)'))).rejects.toMatchObject({ code: '57014' });
    expect((await admin.client.ask('{ viewer { email } }')).viewer.email).toBe(admin.email);
  });

  it(`statements are ${expected.prepared ? '' : 'not '}prepared`, async () => {
    const unitOfWork = world.app.get(UnitOfWork);
    const names = await unitOfWork.read(admin.actor, async (tx) => {
      for (let times = 0; times < 6; times += 1) await tx.query('SELECT $1::integer AS pooled', [times]);
      return tx.query<{ name: string }>(`SELECT name FROM pg_prepared_statements WHERE statement LIKE '%AS pooled'`);
    });
    expect(names.length > 0).toBe(expected.prepared);
  });
});
