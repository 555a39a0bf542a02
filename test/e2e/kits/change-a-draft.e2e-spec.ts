import { type Person, World } from '@touchstone/testing';
import { newVersion, placeQuestions, type PlacedQuestion, retire, roleProfileId } from './question-pool';
import {
  assemble,
  createBlueprint,
  type KitAnswer,
  move,
  publish,
  questionIds,
  readKit,
  remove,
  rename,
  round,
  substitutes,
  swap,
} from './requests';

describe('change a draft', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  /** Two rounds of two: aa and bb, then cc and dd, because every spare is too hard or too long. */
  async function draft(): Promise<{ admin: Person; kit: KitAnswer; pool: Map<string, PlacedQuestion> }> {
    const admin = await world.organization();
    const pool = await placeQuestions(world, admin, [
      { slug: 'aa' },
      { slug: 'bb' },
      { slug: 'cc', category: 'data-governance', competencies: ['gv-access-security'] },
      { slug: 'dd', competencies: ['dq-contracts-checks'] },
      { slug: 'spare', difficulty: 5 },
      { slug: 'spare-two', difficulty: 4 },
      { slug: 'spare-long', minutes: 60, difficulty: 5 },
    ]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), {
      rounds: [
        round(2, { name: 'One', minutes: { max: 40 }, competencies: [{ slug: 'st-diagnose-evidence', min: 2 }] }),
        round(2, { name: 'Two', minutes: { max: 40 } }),
      ],
      difficulty: { target: 3, tolerance: 2 },
      mandatoryCategories: ['data-governance'],
      mustHaveQuestionIds: [pool.get('dd')?.id],
    });
    const { kit } = await assemble(admin, blueprint.id);
    return { admin, kit, pool };
  }

  const input = (kit: KitAnswer, more: object): object => ({ kitId: kit.id, expectedRevision: kit.revision, ...more });

  it('swaps a question for one of its substitutes, which break nothing', async () => {
    const { admin, kit, pool } = await draft();
    const leaving = pool.get('aa')?.id ?? '';
    const ranked = await substitutes(admin, kit.id, leaving);
    expect(ranked).toEqual([
      { questionId: pool.get('spare-two')?.id, minutes: 10, objectiveChange: -100 },
      { questionId: pool.get('spare')?.id, minutes: 10, objectiveChange: -200 },
    ]);
    // Nothing stands in for the only question of a mandatory category, or for one that must be there.
    expect(await substitutes(admin, kit.id, pool.get('cc')?.id ?? '')).toEqual([]);
    expect(await substitutes(admin, kit.id, pool.get('dd')?.id ?? '')).toEqual([]);
    const [best] = ranked as [{ questionId: string; minutes: number; objectiveChange: number }];
    const place = kit.rounds[0]?.items.findIndex(({ questionId }) => questionId === leaving) ?? -1;
    const swapped = await swap(admin, input(kit, { questionId: leaving, replacementQuestionId: best.questionId }));
    expect(swapped).toMatchObject({
      __typename: 'SwapItemPayload',
      violations: [],
      kit: { revision: 2, report: { status: 'EDITED', violations: [] } },
    });
    expect(swapped.kit.report.objective).toBe(kit.report.objective + best.objectiveChange);
    expect(swapped.kit.report.bound).toBe(kit.report.bound);
    expect(swapped.kit.rounds[0]?.items[place]).toMatchObject({ questionId: best.questionId, plannedMinutes: best.minutes });
    expect(await readKit(admin, kit.id)).toEqual(swapped.kit);
  });

  it('lets a swap break hard wishes, shows them, and does not publish until they are kept again', async () => {
    const { admin, kit, pool } = await draft();
    const leaving = kit.rounds[1]?.items[0]?.questionId ?? '';
    const broken = await swap(admin, input(kit, { questionId: leaving, replacementQuestionId: pool.get('spare-long')?.id }));
    expect(broken.__typename).toBe('SwapItemPayload');
    expect(broken.violations.map(({ wish }) => wish)).toContain('round2.minutes.max');
    expect(broken.violations.find(({ wish }) => wish === 'round2.minutes.max')?.message).toBe(
      "Round 'Two': at most 40 minutes; it has 70.",
    );
    const refused = await publish(admin, broken.kit);
    expect(refused).toMatchObject({ __typename: 'BrokenWishesError', code: 'BROKEN_WISHES', path: ['input', 'kitId'] });
    expect(refused.violations).toEqual(broken.violations);
    expect(refused.message).toContain('. Swap questions until none is broken');
    expect(refused.message).not.toContain('..');
    const mended = await swap(admin, input(broken.kit, { questionId: pool.get('spare-long')?.id, replacementQuestionId: leaving }));
    expect(mended.violations).toEqual([]);
    expect((await publish(admin, mended.kit)).__typename).toBe('PublishKitPayload');
  });

  it('moves within a round and between rounds', async () => {
    const { admin, kit } = await draft();
    const [[first, second], [third, fourth]] = kit.rounds.map(({ items }) => items.map(({ questionId }) => questionId)) as [
      [string, string],
      [string, string],
    ];
    const within = await move(admin, input(kit, { questionId: first, toRound: 0, toPosition: 1 }));
    expect(within).toMatchObject({ __typename: 'MoveItemPayload', violations: [] });
    expect(questionIds(within.kit)).toEqual([second, first, third, fourth]);
    const between = await move(admin, input(within.kit, { questionId: first, toRound: 1, toPosition: 0 }));
    expect(between.kit.rounds.map(({ items }) => items.map(({ questionId }) => questionId))).toEqual([[second], [first, third, fourth]]);
    expect(between.violations.map(({ wish }) => wish)).toEqual(expect.arrayContaining(['round1.questions.min', 'round2.questions.max']));
    expect(await move(admin, input(between.kit, { questionId: first, toRound: 2, toPosition: 0 }))).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'toRound'],
    });
    expect(await move(admin, input(between.kit, { questionId: first, toRound: 0, toPosition: 2 }))).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'toPosition'],
    });
  });

  it('keeps the version it was made with until somebody brings the question up to date', async () => {
    const { admin, kit, pool } = await draft();
    const question = [...pool.values()].find(({ id }) => id === questionIds(kit)[0]) as PlacedQuestion;
    const versionId = await newVersion(world, admin, question);
    expect(await readKit(admin, kit.id)).toEqual(kit);
    const updated = await swap(admin, input(kit, { questionId: question.id, replacementQuestionId: question.id }));
    expect(updated.kit.rounds[0]?.items[0]).toMatchObject({ questionId: question.id, questionVersionId: versionId, plannedMinutes: 11 });
  });

  it('is refused for what is not in the kit, not to be had, or there already', async () => {
    const { admin, kit, pool } = await draft();
    const [first, second] = questionIds(kit) as [string, string];
    const spare = pool.get('spare') as PlacedQuestion;
    expect(await swap(admin, input(kit, { questionId: spare.id, replacementQuestionId: spare.id }))).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'questionId'],
    });
    expect(await swap(admin, input(kit, { questionId: first, replacementQuestionId: second }))).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'replacementQuestionId'],
    });
    expect(await swap(admin, input(kit, { questionId: first, replacementQuestionId: 'nonsense' }))).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'replacementQuestionId'],
    });
    expect(await move(admin, input(kit, { questionId: spare.id, toRound: 0, toPosition: 0 }))).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'questionId'],
    });
    await retire(world, admin, spare);
    expect(await swap(admin, input(kit, { questionId: first, replacementQuestionId: spare.id }))).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'replacementQuestionId'],
    });
    expect(await substitutes(admin, 'nonsense', first)).toEqual([]);
    expect(await substitutes(admin, kit.id, spare.id)).toEqual([]);
    expect(await readKit(admin, kit.id)).toEqual(kit);
  });

  it('is refused at a stale revision, for a foreign kit, and once published', async () => {
    const { admin, kit } = await draft();
    const [first] = questionIds(kit) as [string];
    const changes = (target: KitAnswer, revision: number): (() => Promise<{ __typename: string }>)[] => {
      const base = { kitId: target.id, expectedRevision: revision };
      return [
        () => swap(admin, { ...base, questionId: first, replacementQuestionId: first }),
        () => move(admin, { ...base, questionId: first, toRound: 0, toPosition: 0 }),
        () => rename(admin, { ...base, name: 'Other' }),
        () => publish(admin, { id: target.id, revision }),
        () => remove(admin, base),
      ];
    };
    for (const change of changes(kit, 7))
      expect(await change()).toMatchObject({
        __typename: 'RevisionConflictError',
        currentRevision: 1,
        path: ['input', 'expectedRevision'],
      });
    const foreign = await draft();
    for (const change of changes(foreign.kit, 1))
      expect(await change()).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'kitId'] });
    const published = await publish(admin, kit);
    for (const change of changes(published.kit, 2))
      expect(await change()).toMatchObject({ __typename: 'ConflictError', path: ['input', 'kitId'] });
    expect(await readKit(admin, kit.id)).toEqual(published.kit);
  });

  it('lets only one of two changes at the same revision win', async () => {
    const { admin, kit } = await draft();
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => rename(admin, input(kit, { name }))));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'RenameKitPayload',
      'RevisionConflictError',
      'RevisionConflictError',
    ]);
  });

  it('renames and throws away', async () => {
    const { admin, kit } = await draft();
    const renamed = await rename(admin, input(kit, { name: 'Better' }));
    expect(renamed).toMatchObject({ __typename: 'RenameKitPayload', kit: { name: 'Better', revision: 2 } });
    expect(await remove(admin, input(renamed.kit, {}))).toEqual({ __typename: 'DeleteKitPayload', kitId: kit.id });
    expect(await readKit(admin, kit.id)).toBeNull();
    const rest = await world.owner.query('SELECT 1 FROM kit_item WHERE organization_id = $1', [admin.organizationId]);
    expect(rest).toEqual([]);
  });
});
