import { err, invalid, ok } from '@touchstone/kernel';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { type Person, World } from '@touchstone/testing';

describe.each(['on', 'off'])('transactions, with prepared statements %s', (prepared) => {
  let world: World;
  let admin: Person;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    world = await World.open({ DATABASE_PREPARED: prepared });
    admin = await world.organization();
    unitOfWork = world.app.get(UnitOfWork);
  });
  afterAll(() => world.close());

  const slugs = (tx: Transaction): Promise<{ slug: string }[]> =>
    tx.query('SELECT slug FROM category WHERE organization_id = $1 ORDER BY slug', [admin.organizationId]);

  it('read as the application role within one organization, however often and however many at a time', async () => {
    for (let time = 0; time < 5; time += 1) {
      const [who, own, again] = await unitOfWork.read(admin.actor, (tx) =>
        Promise.all([
          tx.query<{ role: string; organization: string; mode: string }>(
            `SELECT current_user AS role, current_setting('app.organization_id') AS organization, current_setting('transaction_read_only') AS mode`,
          ),
          slugs(tx),
          slugs(tx),
        ]),
      );
      expect(who).toEqual([{ role: 'touchstone_app', organization: admin.organizationId, mode: 'on' }]);
      expect(own.length).toBeGreaterThan(5);
      expect(again).toEqual(own);
    }
  });

  it('see nothing of another organization with the same prepared statement on the same connections', async () => {
    const other = await world.organization('Other');
    for (let time = 0; time < 6; time += 1) {
      const rows = await unitOfWork.read(other.actor, (tx) => Promise.all(Array.from({ length: 3 }, () => slugs(tx))));
      expect(rows).toEqual([[], [], []]);
      expect((await unitOfWork.read(admin.actor, slugs)).length).toBeGreaterThan(5);
    }
  });

  it('let nobody on the connection once they have ended', async () => {
    let kept: Transaction | null = null;
    await unitOfWork.read(admin.actor, (tx) => {
      kept = tx;
      return slugs(tx);
    });
    await expect(slugs(kept as unknown as Transaction)).rejects.toThrow('the transaction has ended');
    expect(() => (kept as unknown as Transaction).manager).toThrow('the transaction has ended');
  });

  it('do not open where nothing is asked, and let nobody on either', async () => {
    let kept: Transaction | null = null;
    await unitOfWork.read(admin.actor, (tx) => Promise.resolve(void (kept = tx)));
    await expect(slugs(kept as unknown as Transaction)).rejects.toThrow('the transaction has ended');
  });

  it('fail where a statement had failed that nobody minded, and keep nothing', async () => {
    const before = await world.owner.query<unknown[]>('SELECT 1 FROM audit_event WHERE organization_id = $1', [admin.organizationId]);
    const work = unitOfWork.write(admin.actor, async (tx) => {
      await tx.query('SELECT 1 / 0').catch(() => undefined);
      return ok(null);
    });
    await expect(work).rejects.toThrow('the transaction ended with ROLLBACK');
    const after = await world.owner.query<unknown[]>('SELECT 1 FROM audit_event WHERE organization_id = $1', [admin.organizationId]);
    expect(after).toHaveLength(before.length);
  });

  it('write all audit lines of one change in a chain, and none of a refused one', async () => {
    const sequences = (): Promise<{ sequence: number; action: string }[]> =>
      world.owner.query('SELECT sequence, action FROM audit_event WHERE organization_id = $1 ORDER BY sequence DESC LIMIT 3', [
        admin.organizationId,
      ]);
    const audit = (tx: Transaction): void =>
      ['one', 'two', 'three'].forEach((subjectId) => tx.audit({ action: `test.${subjectId}`, subjectType: 'Test', subjectId }));
    await unitOfWork.write(admin.actor, async (tx) => {
      audit(tx);
      return ok(null);
    });
    const lines = await sequences();
    expect(lines.map(({ action }) => action)).toEqual(['test.three', 'test.two', 'test.one']);
    await unitOfWork.write(admin.actor, async (tx) => {
      audit(tx);
      return err(invalid('no', ['input']));
    });
    expect(await sequences()).toEqual(lines);
    const { verifyAuditTrail } = await admin.client.ask('{ verifyAuditTrail { __typename } }').catch(() => ({ verifyAuditTrail: null }));
    expect(verifyAuditTrail).not.toBeNull();
  });

  it('write from several members at once without a fork in the chain', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, number) =>
        unitOfWork.write(admin.actor, async (tx) => {
          tx.audit({ action: 'test.race', subjectType: 'Test', subjectId: String(number) });
          return ok(null);
        }),
      ),
    );
    const broken = await world.owner.query(
      `SELECT e.sequence FROM audit_event e JOIN audit_event p ON p.organization_id = e.organization_id AND p.sequence = e.sequence - 1
       WHERE e.organization_id = $1 AND e.previous_hash <> p.hash`,
      [admin.organizationId],
    );
    expect(broken).toEqual([]);
  });
});
