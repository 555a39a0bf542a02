import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson } from '@touchstone/kernel';
import { readGlobalId } from '@touchstone/platform/graphql';
import { type Person, World } from '@touchstone/testing';
import { roleProfileId } from './question-pool';

describe('write a scoring rule', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const RULE =
    'id name method competencyWeights { competencySlug weight } mustHaves { competencySlug minimum } cutOffs { hire strongHire } missing scale { min max } contentHash createdAt';
  const create = async (person: Person, input: object): Promise<any> =>
    (
      await person.client.ask(
        `mutation ($input: CreateScoringRuleInput!) { createScoringRule(input: $input) { __typename ... on CreateScoringRulePayload { scoringRule { ${RULE} } } ... on DomainError { code message path } } }`,
        { input: { name: 'Rule', idempotencyKey: randomUUID(), ...input } },
      )
    ).createScoringRule;
  const weights = [
    { competencySlug: 'sp-execution-model', weight: 60 },
    { competencySlug: 'gv-access-security', weight: 40 },
  ];

  it('takes the weights of the role unless it has its own', async () => {
    const admin = await world.organization();
    const profileId = await roleProfileId(admin);
    const { scoringRule } = await create(admin, { roleProfileId: profileId, rule: { cutOffs: { hire: 3.2 } } });
    const { roleProfile } = await admin.client.ask('query ($id: ID!) { roleProfile(id: $id) { weights { competency { slug } weight } } }', {
      id: profileId,
    });
    const sorted = (pairs: [string, number][]): [string, number][] => pairs.sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sorted(scoringRule.competencyWeights.map(({ competencySlug, weight }: any) => [competencySlug, weight]))).toEqual(
      sorted(roleProfile.weights.map(({ competency, weight }: any) => [competency.slug, weight])),
    );
    expect(scoringRule).toMatchObject({
      method: 'WEIGHTED_MEAN',
      missing: 'REPORT',
      scale: { min: 1, max: 5 },
      mustHaves: [],
      cutOffs: { hire: 3.2, strongHire: null },
    });
    const own = await create(admin, {
      roleProfileId: profileId,
      rule: {
        competencyWeights: weights,
        mustHaves: [{ competencySlug: 'gv-access-security', minimum: 3 }],
        cutOffs: { hire: 3, strongHire: 4 },
        missing: 'BLOCK',
      },
    });
    expect(own.scoringRule).toMatchObject({
      competencyWeights: weights,
      mustHaves: [{ competencySlug: 'gv-access-security', minimum: 3 }],
      cutOffs: { hire: 3, strongHire: 4 },
      missing: 'BLOCK',
    });
    const rule = {
      method: 'WEIGHTED_MEAN',
      competencyWeights: { 'sp-execution-model': 60, 'gv-access-security': 40 },
      mustHaves: [{ competency: 'gv-access-security', minimum: 3 }],
      cutOffs: { hire: 3, strongHire: 4 },
      missing: 'BLOCK',
      scale: { min: 1, max: 5 },
    };
    expect(own.scoringRule.contentHash).toBe(createHash('sha256').update(canonicalJson(rule)).digest('hex'));
  });

  it.each([
    ['no weights at all', { cutOffs: { hire: 3 } }, ['competencyWeights']],
    [
      'weights that are all 0',
      { competencyWeights: [{ competencySlug: 'sp-execution-model', weight: 0 }], cutOffs: { hire: 3 } },
      ['competencyWeights'],
    ],
    [
      'a competency that is not there',
      { competencyWeights: [{ competencySlug: 'no-such', weight: 1 }], cutOffs: { hire: 3 } },
      ['competencyWeights', 'no-such'],
    ],
    [
      'a must-have without a weight',
      { competencyWeights: weights, mustHaves: [{ competencySlug: 'st-memory-spill-gc', minimum: 3 }], cutOffs: { hire: 3 } },
      ['mustHaves', '0', 'competency'],
    ],
    ['a cut-off off the scale', { competencyWeights: weights, cutOffs: { hire: 5.5 } }, ['cutOffs', 'hire']],
    ['cut-offs out of order', { competencyWeights: weights, cutOffs: { hire: 4, strongHire: 3 } }, ['cutOffs', 'strongHire']],
    ['a scale of two levels', { competencyWeights: weights, cutOffs: { hire: 1 }, scale: { min: 1, max: 2 } }, ['scale']],
  ])('is refused with %s', async (_, rule, path) => {
    const admin = await world.organization();
    expect(await create(admin, { rule })).toMatchObject({ __typename: 'ValidationError', path: ['input', 'rule', ...path] });
  });

  it('is made once for one key and never changed', async () => {
    const admin = await world.organization();
    const input = { idempotencyKey: 'key', rule: { competencyWeights: weights, cutOffs: { hire: 3 } } };
    const first = await create(admin, input);
    expect(await create(admin, input)).toEqual(first);
    expect(await create(admin, { ...input, name: 'Other' })).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    const id = readGlobalId(first.scoringRule.id)?.id;
    const runner = world.owner.createQueryRunner();
    await runner.query('BEGIN');
    await runner.query('SET LOCAL ROLE touchstone_app');
    await runner.query(`SET LOCAL app.organization_id = '${admin.organizationId}'`);
    await expect(
      runner.query(`UPDATE scoring_rule SET name = 'x' WHERE organization_id = $1 AND id = $2`, [admin.organizationId, id]),
    ).rejects.toThrow(/permission denied/);
    await runner.query('ROLLBACK');
    await runner.release();
  });

  it('is found and listed by those who compose kits, here only', async () => {
    const admin = await world.organization();
    const other = await world.organization();
    for (const name of ['One', 'Two', 'Three']) await create(admin, { name, rule: { competencyWeights: weights, cutOffs: { hire: 3 } } });
    const list =
      'query ($after: String) { scoringRules(first: 2, after: $after) { edges { node { id name } } pageInfo { endCursor hasNextPage } } }';
    const first = (await admin.client.ask(list)).scoringRules;
    expect(first.edges.map(({ node }: any) => node.name)).toEqual(['Three', 'Two']);
    expect(
      (await admin.client.ask(list, { after: first.pageInfo.endCursor })).scoringRules.edges.map(({ node }: any) => node.name),
    ).toEqual(['One']);
    const { id } = first.edges[0].node;
    const one = 'query ($id: ID!) { scoringRule(id: $id) { name } node(id: $id) { id } }';
    expect(await admin.client.ask(one, { id })).toEqual({ scoringRule: { name: 'Three' }, node: { id } });
    expect(await other.client.ask(one, { id })).toEqual({ scoringRule: null, node: null });
    expect((await other.client.ask(list)).scoringRules.edges).toEqual([]);
    const interviewer = await world.member(admin, ['INTERVIEWER']);
    expect(await interviewer.client.refusal(list)).toBe('FORBIDDEN');
    const author = await world.member(admin, ['AUTHOR']);
    expect((await author.client.ask(list)).scoringRules.edges).toHaveLength(2);
    expect(
      await author.client.refusal(
        'mutation { createScoringRule(input: { name: "x", idempotencyKey: "k", rule: { cutOffs: { hire: 3 } } }) { __typename } }',
      ),
    ).toBe('FORBIDDEN');
    expect(await create(admin, { roleProfileId: await roleProfileId(other), rule: { cutOffs: { hire: 3 } } })).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'roleProfileId'],
    });
    expect(
      await admin.client.refusal(
        'mutation { createScoringRule(input: { name: "", idempotencyKey: "k", rule: { cutOffs: { hire: 3 } } }) { __typename } }',
      ),
    ).toBe('BAD_USER_INPUT');
  });
});
