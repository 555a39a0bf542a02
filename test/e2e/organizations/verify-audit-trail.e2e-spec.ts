import { canonicalJson, ok } from '@touchstone/kernel';
import { hashOfLine } from '@touchstone/platform/audit';
import { UnitOfWork } from '@touchstone/platform/database';
import { type Person, World } from '@touchstone/testing';
import { headsIn, verifyAudit } from '../../../scripts/verify-audit';

const VERIFY = `query ($lines: Int, $hash: String) { verifyAuditTrail(knownLines: $lines, knownHash: $hash) { intact lines head firstBadSequence fault } }`;

describe('verifying the audit trail', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    admin = await world.organization();
  });

  const verify = async (known: object = {}) => (await admin.client.ask(VERIFY, known as Record<string, unknown>)).verifyAuditTrail;
  /** Adds lines to the trail. */
  const grow = async (lines: number): Promise<void> => {
    for (let index = 0; index < lines; index += 1) {
      await world.app.get(UnitOfWork).write(admin.actor, async (tx) => {
        tx.audit({ action: 'organization.update', subjectType: 'Organization', subjectId: admin.organizationId, detail: { index } });
        return ok(null);
      });
    }
  };
  const tamper = (sql: string, ...more: unknown[]): Promise<unknown> => world.owner.query(sql, [admin.organizationId, ...more]);

  it('finds it intact as it was written, also by several at once', async () => {
    await Promise.all([grow(5), grow(5), grow(5)]);
    const [last] = (await tamper('SELECT hash FROM audit_event WHERE organization_id = $1 ORDER BY sequence DESC LIMIT 1')) as {
      hash: string;
    }[];
    expect(await verify()).toEqual({ intact: true, lines: 17, head: last?.hash, firstBadSequence: null, fault: null });
  });

  const changes: [what: string, sql: string][] = [
    ['its action', `action = 'member.update'`],
    ['its subject', `subject_id = subject_id || '0'`],
    ['its subject type', `subject_type = 'Kit'`],
    ['its detail', `detail = replace(detail, '1', '2')`],
    ['its member', `member_id = gen_random_uuid()`],
    ['its absence of a member', `member_id = NULL`],
    ['how it came', `via = 'token'`],
    ['its request', `request_id = 'other'`],
    ['its instant by a microsecond', `occurred_at = occurred_at + interval '1 microsecond'`],
    ['its instant for ever', `occurred_at = 'infinity'`],
    ['its hash', `hash = repeat('a', 64)`],
  ];
  it.each(changes)('names a line that was changed in %s', async (_, sql) => {
    await grow(6);
    await tamper(`UPDATE audit_event SET ${sql} WHERE organization_id = $1 AND sequence = 4`);
    expect(await verify()).toEqual({ intact: false, lines: 3, head: null, firstBadSequence: 4, fault: 'its content was changed' });
  });

  it('names a line that was tied to another one', async () => {
    await grow(6);
    await tamper(`UPDATE audit_event SET previous_hash = repeat('b', 64) WHERE organization_id = $1 AND sequence = 4`);
    expect(await verify()).toMatchObject({ intact: false, firstBadSequence: 4, fault: 'it does not follow the line before it' });
  });

  it('names a line that was deleted, the first one too', async () => {
    await grow(6);
    await tamper('DELETE FROM audit_event WHERE organization_id = $1 AND sequence = 4');
    expect(await verify()).toMatchObject({ intact: false, lines: 3, firstBadSequence: 4, fault: 'it is missing' });
    await tamper('DELETE FROM audit_event WHERE organization_id = $1 AND sequence = 1');
    expect(await verify()).toMatchObject({ intact: false, lines: 0, firstBadSequence: 1, fault: 'it is missing' });
  });

  it('names where a line was inserted, even with a right hash', async () => {
    await grow(6);
    await tamper('UPDATE audit_event SET sequence = sequence + 1000 WHERE organization_id = $1 AND sequence > 3');
    await tamper('UPDATE audit_event SET sequence = sequence - 999 WHERE organization_id = $1 AND sequence > 1000');
    const [third] = (await tamper('SELECT hash FROM audit_event WHERE organization_id = $1 AND sequence = 3')) as { hash: string }[];
    const forged = {
      organizationId: admin.organizationId,
      sequence: 4,
      occurredAt: '2026-11-24T09:00:00.000Z',
      memberId: null,
      via: 'system',
      requestId: 'forged',
      action: 'organization.update',
      subjectType: 'Organization',
      subjectId: admin.organizationId,
      detail: canonicalJson({}),
      previousHash: third?.hash ?? '',
    };
    await tamper(
      `INSERT INTO audit_event (organization_id, sequence, occurred_at, via, request_id, action, subject_type, subject_id, detail, previous_hash, hash)
       VALUES ($1::uuid, 4, $2, 'system', 'forged', 'organization.update', 'Organization', ($1::uuid)::text, '{}', $3, $4)`,
      forged.occurredAt,
      forged.previousHash,
      hashOfLine(forged),
    );
    expect(await verify()).toMatchObject({
      intact: false,
      lines: 4,
      firstBadSequence: 5,
      fault: 'it does not follow the line before it',
    });
  });

  it('names the first of two lines that were swapped', async () => {
    await grow(6);
    for (const [from, to] of [
      [3, 1000],
      [5, 3],
      [1000, 5],
    ])
      await tamper('UPDATE audit_event SET sequence = $3 WHERE organization_id = $1 AND sequence = $2', from, to);
    expect(await verify()).toMatchObject({ intact: false, lines: 2, firstBadSequence: 3 });
  });

  it('finds a cut tail and a trail that was written anew by a head that was kept', async () => {
    await grow(6);
    const { lines, head } = await verify();
    await grow(1);
    expect(await verify({ lines, hash: head })).toMatchObject({ intact: true, lines: lines + 1 });
    expect(await verify({ lines, hash: 'a'.repeat(64) })).toMatchObject({
      intact: false,
      firstBadSequence: lines,
      fault: 'it is not the line that was known',
    });
    await tamper('DELETE FROM audit_event WHERE organization_id = $1 AND sequence >= $2', lines);
    expect(await verify()).toMatchObject({ intact: true, lines: lines - 1 });
    expect(await verify({ lines, hash: head })).toMatchObject({
      intact: false,
      firstBadSequence: lines,
      fault: expect.stringContaining('missing'),
    });
    for (const half of [{ lines }, { hash: head }, { lines, hash: 'x' }, { lines: 0, hash: head }])
      expect(await admin.client.refusal(VERIFY, half)).toBe('BAD_USER_INPUT');
  });
});

describe('the command that verifies every audit trail', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const run = async (earlier = ''): Promise<{ code: number; report: string }> => {
    const lines: string[] = [];
    const code = await verifyAudit(world.databaseUrl, headsIn(earlier), (line) => lines.push(line));
    return { code, report: lines.join('\n') };
  };

  it('prints a line for each organization and ends with 1 where one is not intact, or shorter than in an earlier report', async () => {
    const [first, second] = [await world.organization(), await world.organization()];
    const before = await run();
    expect(before.code).toBe(0);
    expect(before.report.split('\n')).toHaveLength(2);
    for (const line of before.report.split('\n')) expect(line).toMatch(/^[0-9a-f-]{36}\tintact\t2\t[0-9a-f]{64}\torg-/);
    expect((await run(before.report)).code).toBe(0);
    await world.owner.query('DELETE FROM audit_event WHERE organization_id = $1 AND sequence = 2', [first.organizationId]);
    expect((await run()).code).toBe(0);
    const cut = await run(before.report);
    expect(cut.code).toBe(1);
    expect(cut.report).toContain(`${first.organizationId}\tBROKEN\t1\tline 2: it is missing`);
    await world.owner.query(`UPDATE audit_event SET via = 'other' WHERE organization_id = $1 AND sequence = 1`, [second.organizationId]);
    const broken = await run();
    expect(broken.code).toBe(1);
    expect(broken.report).toContain(`${second.organizationId}\tBROKEN\t0\tline 1: its content was changed`);
    const gone = await run(`${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}\tintact\t5\t${'a'.repeat(64)}\tgone`);
    expect(gone.report).toContain('the organization is gone');
  });
});
