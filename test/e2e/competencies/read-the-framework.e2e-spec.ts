import { World } from '@touchstone/testing';
import { LoadFramework } from '../../../apps/api/src/features/competencies';
import { parseFramework, type Framework } from '@touchstone/bank-format';
import { shippedText } from '@touchstone/platform/configuration';

const shipped = (): Framework => {
  const parsed = parseFramework(shippedText('framework.yaml'));
  if (!parsed.ok) throw new Error('the shipped framework has faults');
  return parsed.value;
};

describe('the competency framework', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('is there from the founding, whole, for every member', async () => {
    const admin = await world.organization();
    const auditor = await world.member(admin, ['AUDITOR']);
    const { categories, competencies, ratingScales, roleProfiles } = await auditor.client.ask(`{
      categories { slug name domain mandatory position retiredAt }
      competencies(first: 100) { totalCount edges { node { slug definition categorySlug } } }
      ratingScales { slug levels { value label meaning inAnAnswer } notObservedLabel }
      roleProfiles { slug name revision weights { weight critical source changedBy { name } changedAt competency { slug categorySlug } } }
    }`);
    const framework = shipped();
    expect(categories.map(({ slug }: { slug: string }) => slug)).toEqual(framework.categories.map(({ slug }) => slug));
    expect(categories[0]).toMatchObject({
      name: 'Distributed computing',
      domain: 'Platform engineering',
      mandatory: true,
      position: 1,
      retiredAt: null,
    });
    expect(competencies.totalCount).toBe(framework.competencies.length);
    expect(competencies.edges.map(({ node }: { node: { slug: string } }) => node.slug)).toEqual(
      framework.competencies.map(({ slug }) => slug),
    );
    expect(ratingScales).toHaveLength(1);
    expect(ratingScales[0].levels.map(({ value }: { value: number }) => value)).toEqual([1, 2, 3, 4, 5]);
    expect(ratingScales[0].notObservedLabel).toBe('Not observed');
    for (const profile of roleProfiles) {
      const file = framework.roleProfiles.find(({ slug }) => slug === profile.slug);
      expect(profile.weights).toHaveLength(file?.weights.length ?? -1);
      expect(profile.weights.reduce((sum: number, { weight }: { weight: number }) => sum + weight, 0)).toBe(100);
      expect(profile.weights[0]).toMatchObject({ changedBy: null, source: expect.stringContaining('job description') });
    }
    expect(roleProfiles).toHaveLength(framework.roleProfiles.length);
  });

  it('is paged, narrowed to a category, and refuses the cursor of another category', async () => {
    const { client } = await world.organization();
    const query = `query($first: Int!, $after: String, $category: String) { competencies(first: $first, after: $after, category: $category) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { slug } } } }`;
    const slugs: string[] = [];
    let after: string | null = null;
    for (let turn = 0; turn < 20; turn += 1) {
      const page: { edges: { node: { slug: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } = (
        await client.ask(query, { first: 7, after })
      ).competencies;
      slugs.push(...page.edges.map(({ node }) => node.slug));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(slugs).toEqual(shipped().competencies.map(({ slug }) => slug));
    const kafka = await client.ask(query, { first: 2, category: 'streaming-integration' });
    expect(kafka.competencies).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(await client.refusal(query, { first: 2, after: kafka.competencies.pageInfo.endCursor })).toBe('BAD_USER_INPUT');
    expect((await client.ask(query, { first: 2, category: 'no-such-thing' })).competencies.edges).toEqual([]);
    for (const first of [0, 101, -1]) expect(await client.refusal(query, { first })).toBe('BAD_USER_INPUT');
    expect(await client.refusal(query, { first: 2, category: 'a\u0000b' })).toBe('BAD_USER_INPUT');
  });

  it('is found by id, directly and as a node, and not from another organization', async () => {
    const here = await world.organization();
    const there = await world.organization();
    const { categories, competencies, roleProfiles, ratingScales } = await here.client.ask(
      '{ categories { id } competencies(first: 1) { edges { node { id slug } } } roleProfiles { id slug } ratingScales { id } }',
    );
    const competency = competencies.edges[0].node;
    const [profile] = roleProfiles;
    const query = 'query($c: ID!, $p: ID!) { competency(id: $c) { slug } roleProfile(id: $p) { slug } }';
    expect(await here.client.ask(query, { c: competency.id, p: profile.id })).toEqual({
      competency: { slug: competency.slug },
      roleProfile: { slug: profile.slug },
    });
    for (const [c, p] of [
      [competency.id, profile.id],
      ['', 'x'],
      ['Competency_123', 'RoleProfile_é'],
    ]) {
      expect(await there.client.ask(query, { c, p })).toEqual({ competency: null, roleProfile: null });
    }
    expect(await here.client.ask(query, { c: profile.id, p: competency.id })).toEqual({ competency: null, roleProfile: null });
    const ids = [categories[0].id, competency.id, profile.id, ratingScales[0].id];
    const nodes = 'query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
    expect((await here.client.ask(nodes, { ids })).nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
      'Category',
      'Competency',
      'RoleProfile',
      'RatingScale',
    ]);
    expect((await there.client.ask(nodes, { ids })).nodes).toEqual([null, null, null, null]);
  });

  it('asks strangers to sign in', async () => {
    for (const query of [
      '{ categories { slug } }',
      '{ competencies { totalCount } }',
      '{ ratingScales { slug } }',
      '{ roleProfiles { slug } }',
    ]) {
      expect(await world.stranger.refusal(query)).toBe('UNAUTHENTICATED');
    }
  });

  it('takes in a later file: new and renamed entries, retirement, nothing deleted, profiles of the organization untouched', async () => {
    const admin = await world.organization();
    const loader = world.app.get(LoadFramework);
    expect(await loader.execute(admin.organizationId)).toBe(0);

    const framework = shipped();
    const [first, second, ...rest] = framework.competencies as [
      Framework['competencies'][number],
      Framework['competencies'][number],
      ...Framework['competencies'],
    ];
    const later: Framework = {
      ...framework,
      competencies: [
        { ...first, name: 'Renamed' },
        { ...second, retired: true },
        ...rest.slice(1),
        { ...first, slug: 'brand-new', name: 'Brand new' },
      ],
      roleProfiles: framework.roleProfiles.map((profile) => ({ ...profile, weights: profile.weights.slice(0, 1) })),
    };
    expect(await loader.execute(admin.organizationId, later)).toBeGreaterThan(0);
    expect(await loader.execute(admin.organizationId, later)).toBe(0);

    const { competencies, roleProfiles } = await admin.client.ask(
      '{ competencies(first: 100) { edges { node { slug name retiredAt } } } roleProfiles { weights { weight } } }',
    );
    const bySlug = new Map<string, { name: string; retiredAt: string | null }>(
      competencies.edges.map(({ node }: { node: { slug: string } }) => [node.slug, node]),
    );
    expect(bySlug.size).toBe(framework.competencies.length + 1);
    expect(bySlug.get(first.slug)?.name).toBe('Renamed');
    expect(bySlug.get(second.slug)?.retiredAt).not.toBeNull();
    expect(bySlug.get('brand-new')).toMatchObject({ name: 'Brand new', retiredAt: null });
    expect(bySlug.get(rest[0]?.slug ?? '')).toMatchObject({ retiredAt: null });
    expect(roleProfiles.map(({ weights }: { weights: unknown[] }) => weights.length)).not.toContain(1);

    // A second start changes nothing more, and back in use means back in use.
    expect(await loader.execute(admin.organizationId)).toBeGreaterThan(0);
    const again = await admin.client.ask('{ competencies(first: 100) { edges { node { slug retiredAt } } } }');
    expect(again.competencies.edges.filter(({ node }: { node: { retiredAt: string | null } }) => node.retiredAt !== null)).toEqual([]);
  });
});
