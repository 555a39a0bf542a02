import { type Person, World } from '@touchstone/testing';

interface Line {
  readonly competencyId: string;
  readonly weight: number;
  readonly critical: boolean;
  readonly source?: string;
}

const MUTATION = `mutation($input: UpdateRoleProfileInput!) { updateRoleProfile(input: $input) {
  __typename
  ... on UpdateRoleProfilePayload { roleProfile { revision weights { weight critical source changedAt changedBy { name } competency { id slug } } } }
  ... on DomainError { code message path }
  ... on RevisionConflictError { currentRevision }
} }`;

describe('updating a role profile', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const profileOf = async (person: Person): Promise<{ id: string; revision: number; lines: Line[] }> => {
    const { roleProfiles } = await person.client.ask('{ roleProfiles { id revision weights { weight critical competency { id } } } }');
    const [{ id, revision, weights }] = roleProfiles;
    return {
      id,
      revision,
      lines: weights.map(({ weight, critical, competency }: { weight: number; critical: boolean; competency: { id: string } }) => ({
        weight,
        critical,
        competencyId: competency.id,
      })),
    };
  };
  const update = async (person: Person, input: object) => (await person.client.ask(MUTATION, { input })).updateRoleProfile;

  /** Moves half a point from the first line to the second. */
  const shifted = (lines: readonly Line[], source?: string): Line[] =>
    lines.map((line, index) =>
      index > 1 ? line : { ...line, weight: line.weight + (index === 0 ? -0.5 : 0.5), ...(source !== undefined && { source }) },
    );

  it('keeps who, when and where from for changed lines, and only for them', async () => {
    const admin = await world.organization();
    const hana = await world.member(admin, ['HIRING_MANAGER'], 'Hana');
    const { id, revision, lines } = await profileOf(admin);
    const updated = await update(hana, {
      roleProfileId: id,
      weights: shifted(lines, 'workshop with the team'),
      expectedRevision: revision,
    });
    expect(updated.__typename).toBe('UpdateRoleProfilePayload');
    expect(updated.roleProfile.revision).toBe(revision + 1);
    expect(updated.roleProfile.weights.slice(0, 2)).toMatchObject([
      { source: 'workshop with the team', changedBy: { name: 'Hana' } },
      { source: 'workshop with the team', changedBy: { name: 'Hana' } },
    ]);
    expect(updated.roleProfile.weights.slice(2).every(({ changedBy }: { changedBy: unknown }) => changedBy === null)).toBe(true);
    const audited = await world.owner.query(
      `SELECT action, subject_id, detail FROM audit_event WHERE organization_id = $1 AND action = 'roleProfile.update'`,
      [admin.organizationId],
    );
    expect(audited).toHaveLength(1);
    expect(JSON.parse(audited[0].detail).changed).toHaveLength(2);
  });

  it('refuses, saying which line: no source, another sum, too fine a weight, twice the same, unknown or retired competencies', async () => {
    const admin = await world.organization();
    const other = await world.organization();
    const { id, revision, lines } = await profileOf(admin);
    const foreign = (await profileOf(other)).lines[0] as Line;
    const [first, second, third, ...rest] = lines as [Line, Line, Line, ...Line[]];
    const refused = async (weights: readonly Line[]) => update(admin, { roleProfileId: id, weights, expectedRevision: revision });

    expect(await refused(shifted(lines))).toMatchObject({ __typename: 'ValidationError', path: ['input', 'weights', '0', 'source'] });
    expect(await refused([{ ...first, weight: first.weight + 1, source: 'x' }, second, third, ...rest])).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'weights'],
      message: expect.stringContaining('101'),
    });
    expect(
      await refused([
        { ...first, weight: first.weight - 0.005, source: 'x' },
        { ...second, weight: second.weight + 0.005, source: 'x' },
        third,
        ...rest,
      ]),
    ).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'weights', '0', 'weight'],
    });
    expect(
      await refused([
        { ...first, weight: 0, source: 'x' },
        { ...second, weight: second.weight + first.weight, source: 'x' },
        third,
        ...rest,
      ]),
    ).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'weights', '0', 'weight'],
    });
    expect(await refused([{ ...first, competencyId: second.competencyId, source: 'x' }, second, third, ...rest])).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'weights', '1', 'competencyId'],
    });
    for (const competencyId of [foreign.competencyId, id, 'nonsense']) {
      expect(await refused([{ ...first, competencyId, source: 'x' }, second, third, ...rest])).toMatchObject({
        __typename: 'NotFoundError',
        path: ['input', 'weights', '0', 'competencyId'],
      });
    }
    await world.owner.query(
      `UPDATE competency SET retired_at = now() WHERE organization_id = $1 AND slug = 'dc-consistency-coordination'`,
      [admin.organizationId],
    );
    expect(await refused(lines)).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'weights', '0', 'competencyId'],
      message: expect.stringContaining('retired'),
    });
    expect((await profileOf(admin)).revision).toBe(revision);
  });

  it('asks to read again where somebody was faster, also at the same moment', async () => {
    const admin = await world.organization();
    const { id, revision, lines } = await profileOf(admin);
    const input = { roleProfileId: id, weights: shifted(lines, 'a'), expectedRevision: revision };
    const answers = await Promise.all([update(admin, input), update(admin, input), update(admin, input)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'RevisionConflictError',
      'RevisionConflictError',
      'UpdateRoleProfilePayload',
    ]);
    expect(answers.find(({ __typename }) => __typename === 'RevisionConflictError')).toMatchObject({
      currentRevision: revision + 1,
      path: ['input', 'expectedRevision'],
    });
  });

  it('is for administrators and hiring managers, of this organization', async () => {
    const admin = await world.organization();
    const stranger = await world.organization();
    const { id, revision, lines } = await profileOf(admin);
    const input = { roleProfileId: id, weights: lines, expectedRevision: revision };
    for (const role of ['AUTHOR', 'REVIEWER', 'COORDINATOR', 'INTERVIEWER', 'AUDITOR'] as const) {
      expect(await (await world.member(admin, [role])).client.refusal(MUTATION, { input })).toBe('FORBIDDEN');
    }
    expect(await world.stranger.refusal(MUTATION, { input })).toBe('UNAUTHENTICATED');
    for (const roleProfileId of [id, 'RoleProfile_x', lines[0]?.competencyId]) {
      expect(await update(stranger, { ...input, roleProfileId })).toMatchObject({
        __typename: 'NotFoundError',
        path: ['input', 'roleProfileId'],
      });
    }
  });

  it('tells malformed input from a rule that is broken', async () => {
    const admin = await world.organization();
    const { id, revision, lines } = await profileOf(admin);
    const [first] = lines as [Line];
    for (const change of [
      { weights: [] },
      { weights: Array.from({ length: 201 }, () => first) },
      { weights: [{ ...first, weight: -1 }] },
      { weights: [{ ...first, weight: 101 }] },
      { weights: [{ ...first, source: 'a\u0000b' }] },
      { weights: [{ ...first, source: 'x'.repeat(2001) }] },
      { weights: [{ ...first, competencyId: 'x'.repeat(101) }] },
      { expectedRevision: 0 },
      { roleProfileId: '' },
    ]) {
      expect(
        await admin.client.refusal(MUTATION, { input: { roleProfileId: id, weights: lines, expectedRevision: revision, ...change } }),
      ).toBe('BAD_USER_INPUT');
    }
  });
});
