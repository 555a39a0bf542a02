import { globalId } from '@touchstone/platform/graphql';
import { newId } from '@touchstone/platform/time/new-id';
import { type Person, World } from '@touchstone/testing';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { PublishFairness } from '../../../apps/api/src/features/insights';
import { type BuiltLoop, LoopFixture } from '../scorecards/loop-fixture';
import { freshKey } from '../scorecards/rater';
import { openLoop } from './open-loops';

const LINK = `mutation ($input: CreateDeclarationLinkInput!) { createDeclarationLink(input: $input) { __typename ... on DomainError { code path } ... on CreateDeclarationLinkPayload { link expiresAt } } }`;
const DECLARE = `mutation ($input: DeclareGroupsInput!) { declareGroups(input: $input) { __typename ... on DomainError { code path } ... on DeclareGroupsPayload { declared hasEarlierLink } } }`;
const WITHDRAW = `mutation ($input: WithdrawDeclarationInput!) { withdrawDeclaration(input: $input) { __typename ... on DomainError { code path } ... on WithdrawDeclarationPayload { withdrawn } } }`;
const FAIRNESS = `query ($profile: ID) { fairness(roleProfileId: $profile) { smallestGroup settingRevision answered computedAt
  dimensions { dimension withheld sentence asOf groups { groups applicants selected rate { value interval { lower } } reference ratio { value } violatesFourFifths fisher { twoSided less } } } } }`;
const LOOK = `query ($token: String!) { declarationLink(token: $token) { organizationName expiresAt open } }`;
const SETTINGS = `mutation ($input: UpdateFairnessSettingsInput!) { updateFairnessSettings(input: $input) { __typename ... on DomainError { code path } ... on RevisionConflictError { currentRevision } ... on UpdateFairnessSettingsPayload { smallestGroup revision } } }`;

describe('fairness', () => {
  let world: World;
  let admin: Person;
  let fixture: LoopFixture;
  let ana: Person;
  beforeEach(async () => {
    admin = await world.organization('Fair');
    fixture = await LoopFixture.in(world, admin);
    ana = await world.member(admin, ['INTERVIEWER'], 'Ana');
  });
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const candidate = (loop: BuiltLoop) => globalId('Candidate', admin.organizationId, loop.candidateId);
  const createLink = async (person: Person, candidateId: string, idempotencyKey = freshKey()): Promise<any> =>
    (await person.client.ask(LINK, { input: { candidateId, idempotencyKey } })).createDeclarationLink;
  const tokenOf = async (loop: BuiltLoop): Promise<string> =>
    new URL((await createLink(admin, candidate(loop))).link).searchParams.get('token')!;
  const declare = async (token: string, said: object): Promise<any> =>
    (await world.stranger.ask(DECLARE, { input: { token, ...said } })).declareGroups;
  const withdraw = async (token: string): Promise<any> => (await world.stranger.ask(WITHDRAW, { input: { token } })).withdrawDeclaration;
  const fairness = async (person = admin, profile: string | null = null): Promise<any> =>
    (await person.client.ask(FAIRNESS, { profile })).fairness;
  const keptOf =
    (loop: BuiltLoop): (() => Promise<{ gender: string }[]>) =>
    () =>
      world.owner.query('SELECT gender FROM self_declaration WHERE candidate_id = $1', [loop.candidateId]);
  const publish = () => world.app.get(PublishFairness).execute(admin.organizationId);
  const gender = ({ dimensions }: any) => dimensions.find(({ dimension }: any) => dimension === 'gender');

  /** A decided application; what its candidate declared is written past the form where there are many. */
  async function decided(outcome: 'HIRE' | 'NO_HIRE', said: string | null, beside?: BuiltLoop): Promise<BuiltLoop> {
    const loop = await openLoop(fixture, [[ana, [3, 3, 3, 3]]], beside ? { beside } : {});
    await fixture.insert('decision', {
      loop_id: loop.id,
      application_id: loop.applicationId,
      computed: {},
      outcome,
      decided_by: admin.memberId,
      decided_at: world.clock.now(),
    });
    if (said !== null)
      await world.owner.query(
        'INSERT INTO self_declaration (organization_id, candidate_id, link_hash, gender, declared_at) VALUES ($1, $2, $5, $3, $4)',
        [admin.organizationId, loop.candidateId, said, world.clock.now(), 'of no link'],
      );
    return loop;
  }
  async function many(plan: readonly (readonly [count: number, outcome: 'HIRE' | 'NO_HIRE', said: string | null])[]): Promise<BuiltLoop> {
    let first: BuiltLoop | undefined;
    for (const [count, outcome, said] of plan)
      for (let index = 0; index < count; index += 1) {
        const loop = await decided(outcome, said, first);
        first ??= loop;
      }
    return first!;
  }

  it('compares selection rates of groups, and withholds what would point at somebody', async () => {
    await many([
      [6, 'HIRE', 'MAN'],
      [4, 'NO_HIRE', 'MAN'],
      [1, 'HIRE', 'WOMAN'],
      [7, 'NO_HIRE', 'WOMAN'],
      [1, 'NO_HIRE', 'NON_BINARY'],
      [5, 'HIRE', null],
    ]);
    expect(await fairness()).toMatchObject({ smallestGroup: 5, settingRevision: 1, computedAt: null, dimensions: [] });
    expect(await publish()).toBe(true);
    const seen = await fairness();
    expect(seen.answered).toBe(0.8);
    expect(gender(seen)).toMatchObject({
      withheld: null,
      sentence: expect.stringContaining('less than four fifths'),
      groups: [
        { groups: ['WOMAN', 'NON_BINARY'], applicants: 9, selected: 1, reference: false, violatesFourFifths: true },
        { groups: ['MAN'], applicants: 10, selected: 6, rate: { value: 0.6 }, reference: true, ratio: null, fisher: null },
      ],
    });
    expect(gender(seen).groups[0].fisher.less).toBeLessThan(gender(seen).groups[0].fisher.twoSided + 1e-12);
    expect(seen.dimensions.find(({ dimension }: any) => dimension === 'ethnicity')).toMatchObject({
      withheld: 'TOO_FEW_GROUPS',
      groups: [],
    });
    // One more decision changes nothing that is shown: two publications never differ by one person.
    await decided('HIRE', 'WOMAN');
    world.clock.advance({ minutes: 1 });
    expect(await publish()).toBe(false);
    expect(await fairness()).toEqual(seen);
    const { asOf } = gender(seen);
    expect(new Date(asOf).getTime()).toBeGreaterThan(0);
    // Nor do five more, as long as there is a cell with fewer: one woman who was selected could still be reckoned.
    await many([[5, 'NO_HIRE', 'MAN']]);
    await publish();
    expect(gender(await fairness())).toEqual(gender(seen));
    world.clock.advance({ minutes: 1 });
    await many([[4, 'HIRE', 'WOMAN']]);
    expect(await publish()).toBe(true);
    const later = gender(await fairness());
    expect(later.groups).toMatchObject([
      { groups: ['WOMAN', 'NON_BINARY'], applicants: 14, selected: 6 },
      { groups: ['MAN'], applicants: 15, selected: 6 },
    ]);
    expect(new Date(later.asOf).getTime()).toBeGreaterThan(new Date(asOf).getTime());
  });

  it('is for administrators and auditors, over everything or a role profile, and never of another organization', async () => {
    for (const role of ['COORDINATOR', 'HIRING_MANAGER', 'INTERVIEWER', 'AUTHOR', 'REVIEWER'] as const)
      expect(await (await world.member(admin, [role])).client.refusal(FAIRNESS)).toBe('FORBIDDEN');
    expect(await fairness(await world.member(admin, ['AUDITOR']))).toMatchObject({ smallestGroup: 5 });
    const [profile] = await world.owner.query('SELECT id FROM role_profile WHERE organization_id = $1', [admin.organizationId]);
    const own = globalId('RoleProfile', admin.organizationId, profile.id);
    expect(await fairness(admin, own)).toMatchObject({ smallestGroup: 5, dimensions: [] });
    for (const unknown of [
      'nonsense',
      globalId('RoleProfile', admin.organizationId, newId()),
      globalId('Opening', admin.organizationId, newId()),
    ])
      expect(await fairness(admin, unknown)).toBeNull();
    expect(await fairness(await world.organization('Stranger'), own)).toBeNull();
    expect(await fairness(await world.organization('Elsewhere'))).toMatchObject({ dimensions: [] });
  });

  it('is declared by the candidate herself, by a link, and changed and taken back by the same link', async () => {
    const loop = await decided('HIRE', null);
    const kept = keptOf(loop);
    const made = await createLink(admin, candidate(loop));
    expect(made).toMatchObject({ __typename: 'CreateDeclarationLinkPayload', link: expect.stringContaining('/declare?token=tsd_') });
    const token = new URL(made.link).searchParams.get('token')!;
    expect(await declare(token, {})).toMatchObject({ __typename: 'ValidationError' });
    expect(await declare(token, { gender: 'MAN', disability: null })).toEqual({
      __typename: 'DeclareGroupsPayload',
      declared: true,
      hasEarlierLink: false,
    });
    // Said otherwise by the same link, it is otherwise; said again, it is as old as it was.
    expect(await declare(token, { gender: 'WOMAN' })).toMatchObject({ declared: true, hasEarlierLink: false });
    expect(await kept()).toEqual([{ gender: 'WOMAN' }]);
    const since = () => world.owner.query('SELECT declared_at FROM self_declaration WHERE candidate_id = $1', [loop.candidateId]);
    const before = await since();
    world.clock.advance({ minutes: 1 });
    expect(await declare(token, { gender: 'WOMAN' })).toMatchObject({ declared: true });
    expect(await since()).toEqual(before);
    expect(await declare('tsd_nonsense', { gender: 'MAN' })).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'token'] });
    expect(await withdraw(token)).toEqual({ __typename: 'WithdrawDeclarationPayload', withdrawn: true });
    expect(await kept()).toEqual([]);
    expect(await withdraw(token)).toMatchObject({ withdrawn: true });
    expect(await withdraw('tsd_nonsense')).toMatchObject({ __typename: 'NotFoundError' });
    // A new link takes the place of the old one; an old one runs out for declaring alone.
    const again = await tokenOf(loop);
    expect(await declare(token, { gender: 'WOMAN' })).toMatchObject({ __typename: 'ConflictError' });
    expect(await declare(again, { gender: 'WOMAN', ageGroup: 'FROM_50' })).toMatchObject({ declared: true, hasEarlierLink: true });
    await world.owner.query(`UPDATE declaration_link SET expires_at = '2000-01-01' WHERE organization_id = $1`, [admin.organizationId]);
    expect(await withdraw(again)).toMatchObject({ withdrawn: true });
    expect(await declare(again, { gender: 'WOMAN' })).toMatchObject({ __typename: 'ConflictError' });
    // The audit log knows that links were made, and not whose answers came.
    const events: { action: string; subject_type: string; subject_id: string }[] = await world.owner.query(
      `SELECT action, subject_type, subject_id FROM audit_event WHERE organization_id = $1 AND action LIKE 'declaration.%' AND action <> 'declaration.invite'`,
      [admin.organizationId],
    );
    expect(events).toHaveLength(7);
    for (const event of events) expect(event).toMatchObject({ subject_type: 'Organization', subject_id: admin.organizationId });
  });

  it('tells the maker of a new link nothing of what was declared, and leaves it to the link it was made by', async () => {
    const [said, silent] = [await decided('HIRE', null), await decided('HIRE', null)];
    const own = await tokenOf(said);
    await declare(own, { gender: 'WOMAN' });
    // A link was made for both of them; one has used it.
    await tokenOf(silent);
    const [onSaid, onSilent] = [await tokenOf(said), await tokenOf(silent)];
    expect(await withdraw(onSaid)).toEqual(await withdraw(onSilent));
    expect(await declare(onSaid, { gender: 'MAN' })).toEqual(await declare(onSilent, { gender: 'MAN' }));
    expect(await keptOf(said)()).toEqual([{ gender: 'WOMAN' }]);
    expect(await withdraw(onSaid)).toMatchObject({ withdrawn: true });
    expect(await keptOf(said)()).toEqual([{ gender: 'WOMAN' }]);
    expect(await withdraw(own)).toMatchObject({ withdrawn: true });
    expect(await keptOf(said)()).toEqual([]);
  });

  it('says of a link who asks and until when, and the same whether she has declared or not', async () => {
    const [said, silent] = [await decided('HIRE', null), await decided('HIRE', null)];
    const [one, other] = [await tokenOf(said), await tokenOf(silent)];
    await declare(one, { gender: 'WOMAN' });
    const look = async (token: string): Promise<any> => (await world.stranger.ask(LOOK, { token })).declarationLink;
    expect(await look(one)).toMatchObject({ organizationName: 'Fair', open: true, expiresAt: expect.any(String) });
    expect({ ...(await look(one)), expiresAt: null }).toEqual({ ...(await look(other)), expiresAt: null });
    await tokenOf(said);
    expect(await look(one)).toMatchObject({ organizationName: 'Fair', open: false });
    expect(await look('tsd_nonsense')).toBeNull();
    expect(await look(one.slice(0, -2) + 'xx')).toBeNull();
  });

  it('makes links for those who enter candidates, once for a key, and not for strangers', async () => {
    const loop = await decided('HIRE', null);
    const key = freshKey();
    expect(await createLink(await world.member(admin, ['COORDINATOR']), candidate(loop))).toMatchObject({ link: expect.any(String) });
    expect(await createLink(admin, candidate(loop), key)).toMatchObject({ link: expect.any(String) });
    expect(await createLink(admin, candidate(loop), key)).toMatchObject({ link: null });
    expect(await createLink(admin, candidate(await decided('HIRE', null)), key)).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    expect(await createLink(admin, 'nonsense')).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'candidateId'] });
    expect(await createLink(await world.organization('Elsewhere'), candidate(loop))).toMatchObject({ __typename: 'NotFoundError' });
    expect(await ana.client.refusal(LINK, { input: { candidateId: candidate(loop), idempotencyKey: freshKey() } })).toBe('FORBIDDEN');
  });

  it('shows no row to anybody who is signed in, whatever the role, not even to the database role that serves her', async () => {
    const loop = await decided('HIRE', null);
    await declare(await tokenOf(loop), { gender: 'WOMAN' });
    const count = (scope: object) =>
      world.app.get(UnitOfWork).readIn(scope as never, async (tx) => (await tx.query('SELECT 1 FROM self_declaration')).length);
    const { organizationId, memberId } = admin;
    expect(await count({ organizationId, memberId, oversees: true })).toBe(0);
    expect(await count({ organizationId, memberId: ana.memberId, oversees: false })).toBe(0);
    expect(await count(wholeOrganization(organizationId))).toBe(1);
    expect(await count(wholeOrganization(newId()))).toBe(0);
  });

  it('ends with the candidate', async () => {
    const loop = await decided('HIRE', null);
    const token = await tokenOf(loop);
    await declare(token, { gender: 'WOMAN' });
    const erased = await admin.client.ask(
      'mutation ($input: EraseCandidateInput!) { eraseCandidate(input: $input) { __typename ... on DomainError { code } } }',
      { input: { candidateId: candidate(loop) } },
    );
    expect(erased.eraseCandidate).toEqual({ __typename: 'EraseCandidatePayload' });
    for (const table of ['self_declaration', 'declaration_link'])
      expect(await world.owner.query(`SELECT 1 FROM ${table} WHERE organization_id = $1`, [admin.organizationId])).toEqual([]);
    expect(await withdraw(token)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await createLink(admin, candidate(loop))).toMatchObject({ __typename: 'ConflictError' });
  });

  it('has a threshold that can be raised, by administrators', async () => {
    const set = async (person: Person, smallestGroup: number, expectedRevision: number): Promise<any> =>
      (await person.client.ask(SETTINGS, { input: { smallestGroup, expectedRevision } })).updateFairnessSettings;
    expect(await set(admin, 4, 1)).toMatchObject({ __typename: 'ValidationError', path: ['input', 'smallestGroup'] });
    expect(await set(admin, 8, 7)).toMatchObject({ __typename: 'RevisionConflictError', currentRevision: 1 });
    expect(await set(admin, 8, 1)).toEqual({ __typename: 'UpdateFairnessSettingsPayload', smallestGroup: 8, revision: 2 });
    expect(await set(admin, 9, 1)).toMatchObject({ __typename: 'RevisionConflictError', currentRevision: 2 });
    expect(await set(admin, 10, 2)).toMatchObject({ smallestGroup: 10, revision: 3 });
    expect(await fairness()).toMatchObject({ smallestGroup: 10, settingRevision: 3 });
    expect(
      await (await world.member(admin, ['AUDITOR'])).client.refusal(SETTINGS, { input: { smallestGroup: 5, expectedRevision: 1 } }),
    ).toBe('FORBIDDEN');
  });

  it('has a page for the candidate, which says nothing of whether she has declared', async () => {
    const answer = await fetch(`${world.url}/declare?token=tsd_x`, { headers: { accept: 'text/html' } });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('I prefer not to say');
    expect(text).toContain('data-form="declare"');
    expect(text).toContain('data-form="withdraw"');
    expect(text).not.toContain('tsd_x');
    for (const [, id] of text.matchAll(/<select id="([^"]+)"/g)) expect(text).toContain(`<label for="${id}">`);
  });
});
