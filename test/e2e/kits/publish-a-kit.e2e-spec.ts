import { createHash, randomUUID } from 'node:crypto';
import { readGlobalId } from '@touchstone/platform/graphql';
import { type Person, World } from '@touchstone/testing';
import { newVersion, placeQuestions, type PlacedQuestion, retire, roleProfileId } from './question-pool';
import { assemble, createBlueprint, type KitAnswer, move, publish, readKit, round, swap } from './requests';

describe('publish a kit', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  async function draft(
    more: object = {},
  ): Promise<{ admin: Person; kit: KitAnswer; pool: Map<string, PlacedQuestion>; blueprintId: string }> {
    const admin = await world.organization();
    const pool = await placeQuestions(world, admin, [{ slug: 'aa' }, { slug: 'bb' }, { slug: 'cc' }]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(2)], ...more });
    const { kit } = await assemble(admin, blueprint.id);
    return { admin, kit, pool, blueprintId: blueprint.id };
  }

  it('freezes it and hashes what it is', async () => {
    const { admin, kit } = await draft();
    const { __typename, kit: published } = await publish(admin, kit);
    expect(__typename).toBe('PublishKitPayload');
    expect(published).toMatchObject({ status: 'PUBLISHED', revision: 2, publishedAt: expect.any(String), rounds: kit.rounds });
    const { kit: withDocument } = await admin.client.ask('query ($id: ID!) { kit(id: $id) { document contentHash } }', { id: kit.id });
    expect(createHash('sha256').update(withDocument.document).digest('hex')).toBe(published.contentHash);
    const document = JSON.parse(withDocument.document);
    expect(document.rounds[0].items).toHaveLength(2);
    const versionId = readGlobalId(kit.rounds[0]?.items[0]?.questionVersionId ?? '')?.id;
    const [version] = await world.owner.query('SELECT content_hash AS hash FROM question_version WHERE organization_id = $1 AND id = $2', [
      admin.organizationId,
      versionId,
    ]);
    expect(document.rounds[0].items[0]).toMatchObject({ questionVersionId: versionId, contentHash: version.hash, plannedMinutes: 10 });
    expect(document.roleProfile.weights.reduce((sum: number, { weight }: { weight: number }) => sum + weight, 0)).toBeCloseTo(100, 9);
  });

  it('is out of reach of every statement of the application from then on', async () => {
    const { admin, kit } = await draft();
    const other = await assemble(admin, kit.blueprintId, { name: 'Draft' });
    await publish(admin, kit);
    const kitId = readGlobalId(kit.id)?.id;
    const draftId = readGlobalId(other.kit.id)?.id;
    const touched = async (sql: string, id: string | undefined): Promise<number | string> => {
      const runner = world.owner.createQueryRunner();
      try {
        await runner.query('BEGIN');
        await runner.query('SET LOCAL ROLE touchstone_app');
        await runner.query(`SET LOCAL app.organization_id = '${admin.organizationId}'`);
        return (await runner.query(sql, [admin.organizationId, id], true)).affected ?? 0;
      } catch (error) {
        return (error as Error).message;
      } finally {
        await runner.query('ROLLBACK');
        await runner.release();
      }
    };
    const attempts = [
      `UPDATE kit SET name = 'x' WHERE organization_id = $1 AND id = $2`,
      `UPDATE kit SET status = 'DRAFT', content_hash = NULL, published_at = NULL WHERE organization_id = $1 AND id = $2`,
      'UPDATE kit_item SET planned_minutes = 99 WHERE organization_id = $1 AND kit_id = $2',
      'DELETE FROM kit_item WHERE organization_id = $1 AND kit_id = $2',
    ];
    for (const sql of attempts) {
      expect([sql, await touched(sql, kitId)]).toEqual([sql, 0]);
      // The same statement reaches a draft, so it is the state that stops it.
      expect([sql, Number(await touched(sql, draftId)) > 0]).toEqual([sql, true]);
    }
    expect(await touched('DELETE FROM kit WHERE organization_id = $1 AND id = $2', kitId)).toBe(0);
    const add = `INSERT INTO kit_item (organization_id, kit_id, question_id, question_version_id, round_index, position, planned_minutes)
      SELECT organization_id, $2, id, approved_version_id, 0, 9, 1 FROM question WHERE organization_id = $1 AND slug IN ('aa', 'bb', 'cc')
      AND id NOT IN (SELECT question_id FROM kit_item WHERE organization_id = $1 AND kit_id = $2)`;
    expect(await touched(add, kitId)).toMatch(/row-level security/);
    expect(await touched(add, draftId)).toBe(1);
    const born = `INSERT INTO kit (organization_id, id, name, role_profile_id, family_id, status, wishes, rounds, report, content_hash, created_by, created_at, published_at)
      SELECT organization_id, gen_random_uuid(), 'x', role_profile_id, family_id, 'PUBLISHED', wishes, rounds, report, 'x', created_by, created_at, now() FROM kit WHERE organization_id = $1 AND id = $2`;
    expect(await touched(born, kitId)).toMatch(/row-level security/);
  });

  it('stays as it is when a question gets a new version, or is retired', async () => {
    const { admin, kit, pool } = await draft();
    const { kit: published } = await publish(admin, kit);
    for (const question of pool.values()) await newVersion(world, admin, question);
    for (const question of pool.values()) await retire(world, admin, question);
    expect(await readKit(admin, kit.id)).toEqual(published);
  });

  it('is refused while a version in it is retired, and possible with another question', async () => {
    const { admin, kit, pool } = await draft();
    const inside = new Set(kit.rounds[0]?.items.map(({ questionId }) => questionId));
    const gone = [...pool.values()].find(({ id }) => inside.has(id)) as PlacedQuestion;
    const spare = [...pool.values()].find(({ id }) => !inside.has(id)) as PlacedQuestion;
    await retire(world, admin, gone);
    expect(await publish(admin, kit)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining(gone.slug),
      path: ['input', 'kitId'],
    });
    const mended = await swap(admin, { kitId: kit.id, expectedRevision: 1, questionId: gone.id, replacementQuestionId: spare.id });
    expect((await publish(admin, mended.kit)).__typename).toBe('PublishKitPayload');
  });

  it('needs a question in every round, whatever the wishes say', async () => {
    const count = { questions: { min: 1, max: 2, soft: 1 } };
    const { admin, kit } = await draft({ rounds: [round(1, { name: 'One', ...count }), round(1, { name: 'Two', ...count })] });
    const item = kit.rounds[0]?.items[0];
    let changed = kit;
    for (const { questionId } of kit.rounds[0]?.items ?? []) {
      changed = (await move(admin, { kitId: kit.id, expectedRevision: changed.revision, questionId, toRound: 1, toPosition: 0 })).kit;
    }
    expect(changed.report.violations).toEqual([]);
    expect(await publish(admin, changed)).toMatchObject({
      __typename: 'BrokenWishesError',
      violations: [{ wish: 'round1.empty', message: "Round 'One' has no question." }],
    });
    const back = await move(admin, {
      kitId: kit.id,
      expectedRevision: changed.revision,
      questionId: item?.questionId,
      toRound: 0,
      toPosition: 0,
    });
    expect((await publish(admin, back.kit)).__typename).toBe('PublishKitPayload');
  });

  it('counts as a use of its questions, which the next kit heeds', async () => {
    const { admin, kit, blueprintId } = await draft({ exposureLimit: { months: 6, uses: 0 } });
    const second = await assemble(admin, blueprintId);
    expect(second.__typename).toBe('AssembleKitPayload');
    await publish(admin, kit);
    // One unused question is left, two are needed.
    const third = await assemble(admin, blueprintId);
    expect(third.__typename).toBe('InfeasibleBlueprintError');
    expect(third.conflicts.map(({ message }) => message)).toContain('No question that was used more than 0 times');
    // A draft that was fine when it was assembled is checked again.
    expect(await publish(admin, second.kit)).toMatchObject({ __typename: 'BrokenWishesError' });
    world.clock.advance({ days: 200 });
    const fresh = await world.member(admin, ['COORDINATOR']);
    expect((await assemble(fresh, blueprintId)).__typename).toBe('AssembleKitPayload');
  });

  it('happens once for one key', async () => {
    const { admin, kit } = await draft();
    const idempotencyKey = randomUUID();
    const first = await publish(admin, kit, { idempotencyKey });
    const again = await publish(admin, kit, { idempotencyKey });
    expect(again.kit).toEqual(first.kit);
    expect(await publish(admin, { ...kit, revision: 2 }, { idempotencyKey })).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    const [{ lines }] = await world.owner.query(
      `SELECT count(*)::int AS lines FROM audit_event WHERE organization_id = $1 AND action = 'kit.publish'`,
      [admin.organizationId],
    );
    expect(lines).toBe(1);
  });

  it('is for those who answer for openings', async () => {
    const { admin, kit } = await draft();
    const input = { kitId: kit.id, expectedRevision: kit.revision, idempotencyKey: 'key' };
    for (const role of ['AUTHOR', 'REVIEWER', 'INTERVIEWER', 'AUDITOR'] as const) {
      const person = await world.member(admin, [role]);
      expect(
        await person.client.refusal('mutation ($input: PublishKitInput!) { publishKit(input: $input) { __typename } }', { input }),
      ).toBe('FORBIDDEN');
    }
    const manager = await world.member(admin, ['HIRING_MANAGER']);
    expect((await publish(manager, kit)).__typename).toBe('PublishKitPayload');
  });
});
