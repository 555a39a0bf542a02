import { randomUUID } from 'node:crypto';
import { World } from '@touchstone/testing';
import { change, refusal, turnedAway } from './requests';
import { Stage } from './stage';

const FIELDS =
  'opening { id title status timeZone revision hiringManager { name } panelists { name } kit { id } scoringRule { id } roleProfile { id } }';

describe('openings', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('are made from a published kit, changed, closed and opened again', async () => {
    const stage = await Stage.in(world);
    const { coordinator } = stage.people;
    const { opening } = await change(coordinator, 'createOpening', stage.opening(), FIELDS);
    expect(opening).toMatchObject({
      title: 'Big Data Technical Lead',
      status: 'OPEN',
      timeZone: 'Europe/Madrid',
      revision: 1,
      hiringManager: { name: 'Hanna' },
      kit: { id: stage.kitId },
      scoringRule: { id: stage.ruleId },
      roleProfile: { id: stage.profileId },
    });
    expect(opening.panelists.map(({ name }: { name: string }) => name).sort()).toEqual(['Ana', 'Bo', 'Cy']);

    const update = { openingId: opening.id, expectedRevision: 1, title: ' Data Lead ', panelistIds: [stage.member(stage.people.ana)] };
    const { opening: updated } = await change(coordinator, 'updateOpening', update, FIELDS);
    expect(updated).toMatchObject({ title: 'Data Lead', revision: 2, timeZone: 'Europe/Madrid', panelists: [{ name: 'Ana' }] });
    expect(await refusal(coordinator, 'updateOpening', update)).toBe('REVISION_CONFLICT input.expectedRevision');

    expect((await change(coordinator, 'closeOpening', { openingId: opening.id, expectedRevision: 2 }, FIELDS)).opening).toMatchObject({
      status: 'CLOSED',
      revision: 3,
    });
    expect(await refusal(coordinator, 'closeOpening', { openingId: opening.id, expectedRevision: 3 })).toBe('CONFLICT input');
    expect(await refusal(coordinator, 'closeOpening', { openingId: opening.id, expectedRevision: 1 })).toBe(
      'REVISION_CONFLICT input.expectedRevision',
    );
    const { candidate } = await change(coordinator, 'createCandidate', { name: 'Cara', idempotencyKey: randomUUID() }, 'candidate { id }');
    const application = { candidateId: candidate.id, openingId: opening.id, idempotencyKey: randomUUID() };
    expect(await refusal(coordinator, 'createApplication', application)).toBe('CONFLICT input.openingId');
    expect((await change(coordinator, 'reopenOpening', { openingId: opening.id, expectedRevision: 3 }, FIELDS)).opening).toMatchObject({
      status: 'OPEN',
      revision: 4,
    });
    expect(await refusal(coordinator, 'createApplication', application)).toBe('ok');
  });

  it('need parts that exist and go together', async () => {
    const stage = await Stage.in(world);
    const other = await Stage.in(world);
    const { coordinator, ana, author } = stage.people;
    const made = (changes: Record<string, unknown>): Promise<string> => refusal(coordinator, 'createOpening', stage.opening(changes));
    expect(await made({ kitId: stage.draftKitId })).toBe('CONFLICT input.kitId');
    for (const [field, foreign] of [
      ['kitId', other.kitId],
      ['scoringRuleId', other.ruleId],
      ['roleProfileId', other.profileId],
      ['hiringManagerId', other.member(other.people.manager)],
    ] as const) {
      expect(await made({ [field]: foreign })).toBe(`NOT_FOUND input.${field}`);
      expect(await made({ [field]: 'nonsense' })).toBe(`NOT_FOUND input.${field}`);
    }
    expect(await made({ panelistIds: [stage.member(ana), other.member(other.people.ana)] })).toBe('NOT_FOUND input.panelistIds');
    expect(await made({ panelistIds: [stage.member(author)] })).toBe('VALIDATION input.panelistIds');
    expect(await made({ panelistIds: [stage.member(ana), stage.member(ana)] })).toBe('ok');
    expect(await made({ panelistIds: [] })).toBe('ok');
    expect(await made({ hiringManagerId: stage.member(ana) })).toBe('VALIDATION input.hiringManagerId');
    expect(await made({ timeZone: '+02:00' })).toBe('VALIDATION input.timeZone');
    const { roleProfiles } = await coordinator.client.ask<{ roleProfiles: { id: string }[] }>('{ roleProfiles { id } }');
    const another = roleProfiles.find(({ id }) => id !== stage.profileId)?.id;
    expect(await made({ roleProfileId: another })).toBe('VALIDATION input.kitId');
    expect(await turnedAway(coordinator, 'createOpening', stage.opening({ title: '  ' }))).toBe('BAD_USER_INPUT');
    expect(await turnedAway(coordinator, 'createOpening', stage.opening({ title: 'a\u0000b' }))).toBe('BAD_USER_INPUT');
  });

  it('can be changed when people of theirs have left meanwhile', async () => {
    const stage = await Stage.in(world);
    const { coordinator, manager, ana } = stage.people;
    const openingId = await stage.madeOpening();
    for (const person of [manager, ana]) {
      await world.owner.query(`UPDATE member SET status = 'REMOVED' WHERE organization_id = $1 AND id = $2`, [
        person.organizationId,
        person.memberId,
      ]);
    }
    const { opening } = await change(coordinator, 'updateOpening', { openingId, expectedRevision: 1, title: 'Data Lead' }, FIELDS);
    expect(opening).toMatchObject({ title: 'Data Lead', hiringManager: { name: 'Hanna' } });
    expect(opening.panelists).toHaveLength(3);
    const pool = { openingId, expectedRevision: 2, panelistIds: [stage.member(ana)] };
    expect(await refusal(coordinator, 'updateOpening', pool)).toBe('NOT_FOUND input.panelistIds');
    expect(await refusal(coordinator, 'createOpening', stage.opening({ panelistIds: [] }))).toBe('NOT_FOUND input.hiringManagerId');
  });

  it('are made once for one key', async () => {
    const stage = await Stage.in(world);
    const input = stage.opening();
    const { coordinator } = stage.people;
    const [first, second] = [
      await change(coordinator, 'createOpening', input, 'opening { id }'),
      await change(coordinator, 'createOpening', input, 'opening { id }'),
    ];
    expect(second).toEqual(first);
    expect(await refusal(coordinator, 'createOpening', { ...input, title: 'Another' })).toBe('IDEMPOTENCY_MISMATCH input.idempotencyKey');
    expect((await coordinator.client.ask('{ openings { edges { node { id } } } }')).openings.edges).toHaveLength(1);
  });

  it('are for those who hire; a hiring manager changes her own', async () => {
    const stage = await Stage.in(world);
    const { manager, coordinator, ana, auditor, author } = stage.people;
    const rival = await world.member(stage.admin, ['HIRING_MANAGER'], 'Rita');
    for (const person of [ana, auditor, author]) expect(await turnedAway(person, 'createOpening', stage.opening())).toBe('FORBIDDEN');
    expect(await refusal(rival, 'createOpening', stage.opening())).toBe('NOT_ALLOWED');
    expect(await refusal(manager, 'createOpening', stage.opening())).toBe('ok');
    const openingId = await stage.madeOpening();
    expect(await refusal(rival, 'updateOpening', { openingId, expectedRevision: 1, title: 'Mine' })).toBe('NOT_ALLOWED');
    expect(await refusal(rival, 'closeOpening', { openingId, expectedRevision: 1 })).toBe('NOT_ALLOWED');
    expect(await refusal(manager, 'updateOpening', { openingId, expectedRevision: 1, title: 'Ours' })).toBe('ok');
    for (const person of [ana, author]) expect(await person.client.refusal('{ openings { edges { node { id } } } }')).toBe('FORBIDDEN');
    for (const person of [auditor, rival, coordinator, stage.admin]) {
      expect((await person.client.ask('query($id: ID!) { opening(id: $id) { title } }', { id: openingId })).opening).toEqual({
        title: 'Ours',
      });
    }
    const stranger = await world.organization();
    expect(await stranger.client.ask('query($id: ID!) { opening(id: $id) { title } node(id: $id) { id } }', { id: openingId })).toEqual({
      opening: null,
      node: null,
    });
    expect(await refusal(stranger, 'updateOpening', { openingId, expectedRevision: 2, title: 'x' })).toBe('NOT_FOUND input.openingId');
  });

  it('are listed by page and status', async () => {
    const stage = await Stage.in(world);
    const { coordinator } = stage.people;
    for (const title of ['one', 'two', 'three']) await stage.madeOpening({ title });
    const list =
      'query($after: String, $status: OpeningStatus) { openings(first: 2, after: $after, status: $status) { edges { node { title } } pageInfo { hasNextPage endCursor } } }';
    const { openings: first } = await coordinator.client.ask(list);
    const { openings: rest } = await coordinator.client.ask(list, { after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges].map(({ node }) => node.title)).toEqual(['three', 'two', 'one']);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(await coordinator.client.refusal(list, { after: first.pageInfo.endCursor, status: 'OPEN' })).toBe('BAD_USER_INPUT');
    expect((await coordinator.client.ask(list, { status: 'CLOSED' })).openings.edges).toEqual([]);
  });
});
