import { randomUUID } from 'node:crypto';
import { World } from '@touchstone/testing';
import { AssemblyDesk } from '../../../apps/api/src/features/kits/application/assembly-desk';
import { placeQuestions, roleProfileId, trainingQuestions } from './question-pool';
import { assemble, createBlueprint, deleteBlueprint, fromTemplate, questionIds, readKit, round } from './requests';

describe('assemble a kit', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('makes the shipped demo kit from the six training questions, proven best', async () => {
    const admin = await world.organization();
    const training = await trainingQuestions(world, admin);
    expect(training.size).toBe(6);
    const { blueprint } = await fromTemplate(admin, 'demo-two-rounds', { includeTraining: true });
    expect(blueprint.name).toBe('Demo, two rounds');
    const { __typename, kit, message } = await assemble(admin, blueprint.id, { name: 'Demo kit' });
    expect(message).toBeUndefined();
    expect(__typename).toBe('AssembleKitPayload');
    expect(kit).toMatchObject({ name: 'Demo kit', status: 'DRAFT', contentHash: null, revision: 1, blueprintId: blueprint.id });
    expect(kit.rounds.map(({ name, items }) => [name, items.length])).toEqual([
      ['Evidence and design', 2],
      ['Leading people and stakeholders', 3],
    ]);
    expect(new Set(questionIds(kit)).size).toBe(5);
    expect(kit.report).toMatchObject({ status: 'OPTIMAL', gap: 0, solver: 'HiGHS', poolSize: 6, trainingQuestions: 5, violations: [] });
    expect(kit.report.objective).toBe(kit.report.bound);
    expect(kit.report.slack.find(({ wish }) => wish === "Round 'Evidence and design': at most 85 minutes")).toMatchObject({
      side: 'max',
      required: 85,
      achieved: 80,
      slack: 5,
      violated: false,
    });
    expect(kit.report.coverage.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 9);
    expect(await readKit(admin, kit.id)).toEqual(kit);
  });

  it('leaves training questions out unless the blueprint wants them', async () => {
    const admin = await world.organization();
    await trainingQuestions(world, admin);
    const { blueprint } = await fromTemplate(admin, 'demo-two-rounds');
    expect(await assemble(admin, blueprint.id)).toMatchObject({
      __typename: 'ValidationError',
      code: 'VALIDATION',
      path: ['input', 'blueprintId'],
      message: expect.stringContaining('let the blueprint include training questions'),
    });
  });

  it('names in words the wishes that cannot be had together', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, [
      { slug: 'long-one', kind: 'system-design', minutes: 50 },
      { slug: 'long-two', kind: 'system-design', minutes: 55 },
      { slug: 'short-one', minutes: 10 },
    ]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), {
      rounds: [round(2, { name: 'Design', minutes: { max: 80 }, kinds: [{ kind: 'SYSTEM_DESIGN', min: 2 }] })],
    });
    const refused = await assemble(admin, blueprint.id);
    expect(refused).toMatchObject({ __typename: 'InfeasibleBlueprintError', code: 'INFEASIBLE_BLUEPRINT', path: ['input', 'blueprintId'] });
    expect(refused.conflicts.map(({ message }) => message).sort()).toEqual([
      "Round 'Design': at least 2 questions of kind 'system-design'",
      "Round 'Design': at most 80 minutes",
    ]);
    expect(refused.message).toContain('the 2 shortest take 105 minutes');
    const { kits } = await admin.client.ask('{ kits { edges { node { id } } } }');
    expect(kits.edges).toEqual([]);
  });

  it('keeps enemies apart, leaves out what is excluded and holds what must be there', async () => {
    const admin = await world.organization();
    const pool = await placeQuestions(world, admin, [
      { slug: 'aa', enemies: ['bb'], competencies: ['st-joins-skew-shuffle', 'st-diagnose-evidence'] },
      { slug: 'bb', competencies: ['st-memory-spill-gc', 'sp-execution-model'] },
      { slug: 'cc', competencies: ['gv-access-security'] },
      { slug: 'dd', competencies: ['dq-contracts-checks', 'ec-code-review'] },
      { slug: 'ee', family: 'twins' },
      { slug: 'ff', family: 'twins' },
      { slug: 'gg' },
    ]);
    const id = (slug: string): string => pool.get(slug)?.id ?? '';
    const profile = await roleProfileId(admin);
    const wishes = {
      rounds: [round(4)],
      mustHaveQuestionIds: [id('bb'), id('ee')],
      excludedQuestionIds: [id('dd')],
      enemies: [{ questionId: id('ee'), otherQuestionId: id('cc') }],
    };
    const { blueprint } = await createBlueprint(admin, profile, wishes);
    const refused = await assemble(admin, blueprint.id);
    expect(refused.__typename).toBe('InfeasibleBlueprintError');
    const looser = await createBlueprint(admin, profile, { ...wishes, rounds: [round(3)] });
    const { kit } = await assemble(admin, looser.blueprint.id);
    expect(new Set(questionIds(kit))).toEqual(new Set([id('bb'), id('ee'), id('gg')]));
  });

  it('says which must-have is not to be had', async () => {
    const admin = await world.organization();
    const pool = await placeQuestions(world, admin, [{ slug: 'aa' }, { slug: 'practice', usage: 'training' }]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), {
      rounds: [round(1)],
      mustHaveQuestionIds: [pool.get('practice')?.id],
    });
    expect(await assemble(admin, blueprint.id)).toMatchObject({
      __typename: 'ValidationError',
      message: expect.stringContaining("'practice' is wanted but not in the pool"),
    });
  });

  it('reports what a soft wish was short of', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, [
      { slug: 'aa', minutes: 20 },
      { slug: 'bb', minutes: 20 },
    ]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), {
      rounds: [round(2, { minutes: { max: 30, soft: 3 } })],
      difficulty: { target: 4, tolerance: 0.5, soft: 1 },
    });
    const { kit } = await assemble(admin, blueprint.id);
    expect(kit.report.violations).toEqual([]);
    expect(kit.report.slack.find(({ wish }) => wish.includes('at most 30 minutes'))).toMatchObject({
      soft: true,
      required: 30,
      achieved: 40,
      slack: -10,
      violated: true,
      penalty: 30,
    });
    expect(kit.report.slack.find(({ wish }) => wish.startsWith('Mean difficulty') && wish.includes('at least'))).toMatchObject({
      soft: true,
      required: 3.5,
      achieved: 3,
      violated: true,
    });
  });

  it('answers a replay with the same kit and does not solve again', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, [{ slug: 'aa' }]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(1)] });
    const idempotencyKey = randomUUID();
    const first = await assemble(admin, blueprint.id, { idempotencyKey });
    // With no question left a second solve would be refused.
    await world.owner.query('UPDATE question SET retired_number = 99 WHERE organization_id = $1', [admin.organizationId]);
    const again = await assemble(admin, blueprint.id, { idempotencyKey });
    expect(again.kit).toEqual(first.kit);
    expect((await assemble(admin, blueprint.id)).__typename).toBe('ValidationError');
    expect(await assemble(admin, blueprint.id, { idempotencyKey, name: 'Another' })).toMatchObject({
      __typename: 'IdempotencyMismatchError',
      path: ['input', 'idempotencyKey'],
    });
    const { kits } = await admin.client.ask('{ kits { edges { node { id } } } }');
    expect(kits.edges).toHaveLength(1);
  });

  it('makes one kit of two requests with one key that come at once', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, [{ slug: 'aa' }]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(1)] });
    const idempotencyKey = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => assemble(admin, blueprint.id, { idempotencyKey })));
    expect(new Set(answers.map(({ kit }) => kit.id)).size).toBe(1);
  });

  it('says so when the time ran out, or too many are being assembled', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, [{ slug: 'aa' }]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(1)] });
    const desk = jest.spyOn(world.app.get(AssemblyDesk), 'assemble');
    const refusal = { code: 'ASSEMBLY_TIME_LIMIT', message: '', path: [], timeLimitSeconds: 3 } as const;
    desk.mockResolvedValueOnce({ ok: false, error: { type: 'AssemblyTimeLimitError', ...refusal } });
    expect(await assemble(admin, blueprint.id, { timeLimitSeconds: 3 })).toMatchObject({
      __typename: 'AssemblyTimeLimitError',
      code: 'ASSEMBLY_TIME_LIMIT',
      timeLimitSeconds: 3,
      path: ['input', 'timeLimitSeconds'],
    });
    desk.mockResolvedValueOnce({ ok: false, error: { type: 'ConflictError', code: 'CONFLICT', message: 'Many kits.', path: [] } });
    expect(await assemble(admin, blueprint.id)).toMatchObject({ __typename: 'ConflictError', message: 'Many kits.' });
    desk.mockRestore();
    expect((await assemble(admin, blueprint.id)).__typename).toBe('AssembleKitPayload');
  });

  it('finds no blueprint that was thrown away while it solved', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, [{ slug: 'aa' }]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(1)] });
    const desk = world.app.get(AssemblyDesk);
    const solve = desk.assemble.bind(desk);
    const spy = jest.spyOn(desk, 'assemble').mockImplementationOnce(async (...args) => {
      const solved = await solve(...args);
      await deleteBlueprint(admin, { blueprintId: blueprint.id, expectedRevision: 1 });
      return solved;
    });
    expect(await assemble(admin, blueprint.id)).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'blueprintId'] });
    spy.mockRestore();
  });

  it('is refused for unknown, foreign and malformed ids, bad names and bad limits', async () => {
    const admin = await world.organization();
    const other = await world.organization();
    await placeQuestions(world, other, [{ slug: 'aa' }]);
    const foreign = await createBlueprint(other, await roleProfileId(other), { rounds: [round(1)] });
    for (const blueprintId of [foreign.blueprint.id, 'nonsense', foreign.blueprint.id.replace('Blueprint_', 'Kit_')]) {
      expect(await assemble(admin, blueprintId)).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'blueprintId'] });
    }
    const send = (input: object): Promise<string | null> =>
      admin.client.refusal('mutation ($input: AssembleKitInput!) { assembleKit(input: $input) { __typename } }', {
        input: { blueprintId: 'x', name: 'Kit', idempotencyKey: 'k', ...input },
      });
    expect(await send({ timeLimitSeconds: 31 })).toBe('BAD_USER_INPUT');
    expect(await send({ timeLimitSeconds: 0 })).toBe('BAD_USER_INPUT');
    expect(await send({ name: ' ' })).toBe('BAD_USER_INPUT');
    expect(await send({ name: 'a\u0000b' })).toBe('BAD_USER_INPUT');
    expect(await send({ idempotencyKey: '' })).toBe('BAD_USER_INPUT');
    expect(await send({ blueprintId: 'x'.repeat(101) })).toBe('BAD_USER_INPUT');
  });

  it('is for those who compose kits', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, [{ slug: 'aa' }]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(1)] });
    const input = { blueprintId: blueprint.id, name: 'Kit', idempotencyKey: 'key' };
    for (const role of ['INTERVIEWER', 'AUDITOR'] as const) {
      const person = await world.member(admin, [role]);
      expect(
        await person.client.refusal('mutation ($input: AssembleKitInput!) { assembleKit(input: $input) { __typename } }', { input }),
      ).toBe('FORBIDDEN');
    }
    for (const role of ['AUTHOR', 'REVIEWER', 'COORDINATOR', 'HIRING_MANAGER'] as const) {
      const person = await world.member(admin, [role]);
      expect((await assemble(person, blueprint.id)).__typename).toBe('AssembleKitPayload');
    }
  });
});
