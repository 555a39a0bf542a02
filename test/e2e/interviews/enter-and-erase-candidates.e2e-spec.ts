import { randomUUID } from 'node:crypto';
import { GraphqlClient, World } from '@touchstone/testing';
import { change, refusal, turnedAway } from './requests';
import { local, Stage } from './stage';
import { tracesOf } from './traces';

const FIELDS = 'candidate { id name email phone note revision erasedAt }';
const LIST =
  'query($text: String, $after: String, $first: Int) { candidates(text: $text, after: $after, first: $first) { edges { node { name } } pageInfo { hasNextPage endCursor } } }';

describe('candidates', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('are entered once, corrected, and have one address each', async () => {
    const stage = await Stage.in(world);
    const { coordinator } = stage.people;
    const input = { name: ' Zoë Cañas ', email: ' Zoe@Example.org ', phone: '', idempotencyKey: randomUUID() };
    const { candidate } = await change(coordinator, 'createCandidate', input, FIELDS);
    expect(candidate).toMatchObject({ name: 'Zoë Cañas', email: 'zoe@example.org', phone: null, note: null, revision: 1, erasedAt: null });
    expect((await change(coordinator, 'createCandidate', input, FIELDS)).candidate).toEqual(candidate);
    expect(await refusal(coordinator, 'createCandidate', { ...input, name: 'Other' })).toBe('IDEMPOTENCY_MISMATCH input.idempotencyKey');
    expect(await refusal(coordinator, 'createCandidate', { ...input, idempotencyKey: randomUUID() })).toBe('CONFLICT input.email');
    expect(await refusal(coordinator, 'createCandidate', { name: 'X', email: 'nowhere', idempotencyKey: randomUUID() })).toBe(
      'VALIDATION input.email',
    );

    const update = { candidateId: candidate.id, expectedRevision: 1, phone: '+34 600', note: 'met at a fair' };
    expect((await change(coordinator, 'updateCandidate', update, FIELDS)).candidate).toMatchObject({
      name: 'Zoë Cañas',
      phone: '+34 600',
      note: 'met at a fair',
      revision: 2,
    });
    expect(await refusal(coordinator, 'updateCandidate', update)).toBe('REVISION_CONFLICT input.expectedRevision');
    expect(
      (await change(coordinator, 'updateCandidate', { candidateId: candidate.id, expectedRevision: 2, email: null }, FIELDS)).candidate,
    ).toMatchObject({ email: null, phone: '+34 600' });
    await change(coordinator, 'createCandidate', { name: 'Second', email: 'second@example.org', idempotencyKey: randomUUID() }, FIELDS);
    expect(
      await refusal(coordinator, 'updateCandidate', { candidateId: candidate.id, expectedRevision: 3, email: 'SECOND@example.org' }),
    ).toBe('CONFLICT input.email');
    expect(await turnedAway(coordinator, 'updateCandidate', { candidateId: candidate.id, expectedRevision: 0 })).toBe('BAD_USER_INPUT');
  });

  it('are found by a part of name or address, whatever the case, and by nothing else', async () => {
    const stage = await Stage.in(world);
    const { coordinator } = stage.people;
    for (const [name, email] of [
      ['Zoë Cañas', 'zc@example.org'],
      ['Percy 100% _Ok', 'p@example.com'],
      ['Bea', 'bea@zoo.example'],
    ]) {
      await change(coordinator, 'createCandidate', { name, email, note: 'secret-note', idempotencyKey: randomUUID() }, FIELDS);
    }
    const found = async (text: string): Promise<string[]> =>
      (await coordinator.client.ask(LIST, { text })).candidates.edges.map(({ node }: { node: { name: string } }) => node.name);
    expect(await found('canas')).toEqual(['Zoë Cañas']);
    expect(await found('ZO')).toEqual(['Bea', 'Zoë Cañas']);
    expect(await found('%')).toEqual(['Percy 100% _Ok']);
    expect(await found('_o')).toEqual(['Percy 100% _Ok']);
    expect(await found('secret')).toEqual([]);
    expect(await found('  ')).toHaveLength(3);
    const { candidates } = await coordinator.client.ask(LIST, { first: 2 });
    expect(
      (await coordinator.client.ask(LIST, { first: 2, after: candidates.pageInfo.endCursor })).candidates.edges.map(
        ({ node }: { node: { name: string } }) => node.name,
      ),
    ).toEqual(['Zoë Cañas']);
    expect(await coordinator.client.refusal(LIST, { first: 2, after: candidates.pageInfo.endCursor, text: 'zo' })).toBe('BAD_USER_INPUT');
    for (const first of [0, 101, -1]) expect(await coordinator.client.refusal(LIST, { first })).toBe('BAD_USER_INPUT');
  });

  it('show their contact data to those who hire, by opening, and to nobody else', async () => {
    const stage = await Stage.in(world);
    const { manager, ana, auditor, author, coordinator } = stage.people;
    const rival = await world.member(stage.admin, ['HIRING_MANAGER']);
    const { candidateId, loopId } = await stage.plannedLoop();
    const one = 'query($id: ID!) { candidate(id: $id) { name } }';
    for (const person of [coordinator, manager, stage.admin])
      expect((await person.client.ask(one, { id: candidateId })).candidate).toEqual({ name: 'Cara Candidate' });
    expect((await rival.client.ask(one, { id: candidateId })).candidate).toBeNull();
    expect((await rival.client.ask(LIST)).candidates.edges).toEqual([]);
    expect((await manager.client.ask(LIST)).candidates.edges).toHaveLength(1);
    for (const person of [ana, auditor, author]) {
      expect(await person.client.refusal(one, { id: candidateId })).toBe('FORBIDDEN');
      expect((await person.client.ask('query($id: ID!) { node(id: $id) { id } }', { id: candidateId })).node).toBeNull();
    }
    const nested =
      'query($id: ID!) { loop(id: $id) { candidateName candidate { email } opening { id } kit { id } interviews { candidateName } } }';
    expect((await ana.client.ask(nested, { id: loopId })).loop).toEqual({
      candidateName: 'Cara Candidate',
      candidate: null,
      opening: null,
      kit: null,
      interviews: [{ candidateName: 'Cara Candidate' }, { candidateName: 'Cara Candidate' }],
    });
    expect((await auditor.client.ask(nested, { id: loopId })).loop).toMatchObject({ candidateName: 'Cara Candidate', candidate: null });
    expect((await manager.client.ask(nested, { id: loopId })).loop).toMatchObject({ candidate: { email: null }, kit: { id: stage.kitId } });
    for (const person of [manager, ana, auditor]) {
      expect(await turnedAway(person, 'createCandidate', { name: 'X', idempotencyKey: randomUUID() })).toBe('FORBIDDEN');
      expect(await turnedAway(person, 'updateCandidate', { candidateId, expectedRevision: 1 })).toBe('FORBIDDEN');
    }
  });

  it('stay hidden inside an answer from a token that reaches only loops', async () => {
    const stage = await Stage.in(world);
    const { loopId } = await stage.plannedLoop();
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const made = await change(stage.admin, 'createAccessToken', { name: 'narrow', scopes: ['loop.read'], expiresAt }, 'token');
    const narrow = new GraphqlClient(world.url, made.token);
    const nested =
      'query($id: ID!) { loop(id: $id) { candidateName candidate { id } opening { id } kit { id } scoringRule { id } interviews { items { questionVersionId } } } }';
    expect((await narrow.ask(nested, { id: loopId })).loop).toEqual({
      candidateName: 'Cara Candidate',
      candidate: null,
      opening: null,
      kit: null,
      scoringRule: null,
      interviews: [{ items: null }, { items: null }],
    });
    expect((await stage.admin.client.ask(nested, { id: loopId })).loop).toMatchObject({
      candidate: {},
      opening: {},
      kit: {},
      scoringRule: {},
    });
    expect(await narrow.refusal('{ candidates { edges { node { id } } } }')).toBe('FORBIDDEN');
  });

  it('are erased by an administrator: no trace of the person, the loop stays, and once more does no harm', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo } = stage.people;
    const canary = `canary-${randomUUID()}`;
    const input = {
      name: `${canary} name`,
      email: `${canary}@example.org`,
      phone: `${canary} phone`.slice(0, 50),
      note: `${canary} note`,
      idempotencyKey: randomUUID(),
    };
    const { candidate } = await change(coordinator, 'createCandidate', input, FIELDS);
    const openingId = await stage.madeOpening();
    const { application } = await change(
      coordinator,
      'createApplication',
      { candidateId: candidate.id, openingId, idempotencyKey: randomUUID() },
      'application { loop { id } }',
    );
    const loopId = application.loop.id;
    const rounds = [stage.round(0, [[ana, 'LEAD']]), stage.round(1, [[bo, 'LEAD']])];
    await change(coordinator, 'planLoop', { loopId, rounds, idempotencyKey: randomUUID() }, 'loop { id }');
    await change(ana, 'declareConflict', { loopId, reason: `${canary} is my cousin`, idempotencyKey: randomUUID() }, 'conflict { id }');
    await change(coordinator, 'updateCandidate', { candidateId: candidate.id, expectedRevision: 1, note: `${canary} second note` }, FIELDS);
    expect(await tracesOf(world, canary)).not.toEqual([]);

    for (const person of [coordinator, stage.people.manager, ana])
      expect(await turnedAway(person, 'eraseCandidate', { candidateId: candidate.id })).toBe('FORBIDDEN');
    const { candidate: erased } = await change(stage.admin, 'eraseCandidate', { candidateId: candidate.id }, FIELDS);
    expect(erased).toMatchObject({ id: candidate.id, name: null, email: null, phone: null, note: null });
    expect(await tracesOf(world, canary)).toEqual([]);
    expect((await change(stage.admin, 'eraseCandidate', { candidateId: candidate.id }, FIELDS)).candidate).toEqual(erased);
    expect(
      await refusal(coordinator, 'updateCandidate', { candidateId: candidate.id, expectedRevision: erased.revision, name: 'Back' }),
    ).toBe('CONFLICT input.candidateId');
    const other = await stage.madeOpening();
    expect(
      await refusal(coordinator, 'createApplication', { candidateId: candidate.id, openingId: other, idempotencyKey: randomUUID() }),
    ).toBe('CONFLICT input.candidateId');
    const { loop } = await ana.client.ask('query($id: ID!) { loop(id: $id) { candidateName interviews { seats { kind } } } }', {
      id: loopId,
    });
    expect(loop).toEqual({ candidateName: null, interviews: [{ seats: [{ kind: 'LEAD' }] }, { seats: [{ kind: 'LEAD' }] }] });
    // The repeated request that made her gives the same candidate, without a name.
    expect((await change(coordinator, 'createCandidate', input, FIELDS)).candidate).toEqual(erased);
    const lines: { action: string }[] = await world.owner.query(
      'SELECT action FROM audit_event WHERE organization_id = $1 AND subject_id = $2 ORDER BY sequence',
      [stage.admin.organizationId, local(candidate.id)],
    );
    expect(lines.map(({ action }) => action)).toEqual(['candidate.create', 'candidate.update', 'candidate.erase', 'candidate.erase']);
    const declared = { loopId, reason: 'my cousin', idempotencyKey: randomUUID() };
    expect(await refusal(bo, 'declareConflict', declared)).toBe('CONFLICT input.loopId');
    const stranger = await world.organization();
    expect(await refusal(stranger, 'eraseCandidate', { candidateId: candidate.id })).toBe('NOT_FOUND input.candidateId');
  });
});
