import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ROLES } from '@touchstone/interviewing/access';
import { globalId, NodeRegistry } from '@touchstone/platform/graphql';
import { operationsWithIds, type Person, type ProbedOperation, World } from '@touchstone/testing';
import { loopsInEachState } from '../../../apps/cli/src/demo/loops-in-each-state';
import { GraphqlClient } from '../../../apps/cli/src/graphql-client';
import { sampleQuestion } from '../../../libs/bank-format/test/sample-question';

/**
 * Everything that takes an id, called by somebody of another organization who holds every role there. For each noun the id of a
 * thing that exists must be answered to the letter like an id that never was, and nothing of the organization may change.
 */
describe('a stranger with an id', () => {
  let world: World;
  let stranger: Person;
  let own: Readonly<Record<string, string>>;
  let theirs: Readonly<Record<string, string>>;
  let operations: readonly ProbedOperation[];
  let victimId: string;

  beforeAll(async () => {
    world = await World.open();
    const victim = await world.organization('Victim');
    victimId = victim.organizationId;
    const cast: Record<string, GraphqlClient> = { ada: victim.client };
    const people = {
      carla: ['COORDINATOR', 'Carla Reyes'],
      hugo: ['HIRING_MANAGER', 'Hugo Haas'],
      lena: ['INTERVIEWER', 'Lena Lindqvist'],
      ivo: ['INTERVIEWER', 'Ivo Marković'],
      mira: ['INTERVIEWER', 'Mira Desai'],
    } as const;
    for (const [key, [role, name]] of Object.entries(people)) cast[key] = (await world.member(victim, [role], name)).client;
    await world.owner.query('UPDATE organization SET demo = true WHERE id = $1', [victimId]);
    await loopsInEachState(cast, world.clock.now());
    await leaveTraces(victim, cast['lena'] as GraphqlClient);
    stranger = await world.member(await world.organization('Elsewhere'), ROLES, 'Stranger');
    theirs = await oneOfEach(victimId);
    own = await oneOfEach(stranger.organizationId);
    operations = operationsWithIds(world.app.get(GraphQLSchemaHost).schema);
  }, 120_000);
  afterAll(() => world.close());

  it('knows something of every noun that has an id', () => {
    const without = world.app
      .get(NodeRegistry)
      .nouns()
      .filter((noun) => theirs[noun] === undefined);
    expect(without).toEqual([]);
    expect(operations.length).toBeGreaterThan(60);
  });

  it('gets the answer for an id that never was, from every operation and for every noun', async () => {
    const before = await fingerprint(victimId);
    const differing: string[] = [];
    const succeeded: string[] = [];
    for (const operation of operations) {
      for (const noun of nounsFor(operation.place)) {
        const real = theirs[noun];
        if (real === undefined) continue;
        const unknown = globalId(noun, victimId, randomUUID());
        const answers = [real, unknown].map(async (id) =>
          masked(await stranger.client.send(operation.document, operation.variables(id, ownIdFor)), id),
        );
        const [ofReal, ofUnknown] = await Promise.all(answers);
        if (ofReal !== ofUnknown) differing.push(`${operation.name}(${operation.place}: ${noun})\n  ${ofReal}\n  ${ofUnknown}`);
        if (operation.kind === 'mutation' && /"__typename":"[A-Za-z]+Payload"/.test(ofReal ?? ''))
          succeeded.push(`${operation.name}(${operation.place}: ${noun})`);
        if (/"code":"INTERNAL"/.test(ofReal ?? '')) succeeded.push(`INTERNAL ${operation.name}(${operation.place}: ${noun}) ${ofReal}`);
      }
    }
    expect(differing).toEqual([]);
    expect(succeeded.filter((name) => !OWN_EFFECT.test(name))).toEqual([]);
    expect(await fingerprint(victimId)).toEqual(before);
  }, 240_000);

  it('gets nothing by node and nodes either', async () => {
    const ids = Object.values(theirs);
    const { nodes } = await stranger.client.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
    expect(nodes).toEqual(ids.map(() => null));
  });

  /** Mutations that ignore what is not named for them, and change something of the stranger's own. */
  const OWN_EFFECT = /^$/;

  /** One thing of each noun that the main job leaves out. */
  async function leaveTraces(victim: Person, interviewer: GraphqlClient): Promise<void> {
    const { interviews } = await interviewer.ask('{ interviews(first: 1, mine: true) { edges { node { loop { id } } } } }');
    await victim.client.ask('mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { __typename } }', {
      input: { name: 'script', scopes: ['*'], expiresAt: new Date(world.clock.now().getTime() + 86_400_000).toISOString() },
    });
    await victim.client.ask('mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }', {
      input: { email: 'new@example.org', roles: ['INTERVIEWER'], idempotencyKey: randomUUID() },
    });
    const { createQuestion } = await victim.client.ask(
      `mutation ($input: CreateQuestionInput!) { createQuestion(input: $input) { ... on CreateQuestionPayload { question { version { id revision } } } } }`,
      { input: { slug: 'talked-over', document: { ...sampleQuestion, id: 'talked-over' }, idempotencyKey: randomUUID() } },
    );
    const draft = createQuestion.question.version;
    await victim.client.ask('mutation ($input: SubmitQuestionForReviewInput!) { submitQuestionForReview(input: $input) { __typename } }', {
      input: { versionId: draft.id, expectedRevision: draft.revision, idempotencyKey: randomUUID() },
    });
    await victim.client.ask('mutation ($input: OpenQuestionThreadInput!) { openQuestionThread(input: $input) { __typename } }', {
      input: { versionId: draft.id, body: 'Why twice?', expectedRevision: draft.revision + 1, idempotencyKey: randomUUID() },
    });
    await parallelKits(victim);
    const sent = await fetch(`${world.url}/uploads/questions?name=theirs.gift`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${victim.token}` },
      body: 'Why? {}',
    });
    await victim.client.ask('mutation ($input: PlanQuestionImportInput!) { planQuestionImport(input: $input) { __typename } }', {
      input: { uploadId: ((await sent.json()) as { uploadId: string }).uploadId, idempotencyKey: randomUUID() },
    });
    await interviewer.ask('mutation ($input: DeclareConflictInput!) { declareConflict(input: $input) { __typename } }', {
      input: { loopId: interviews.edges[0].node.loop.id, reason: 'We worked together.', idempotencyKey: randomUUID() },
    });
  }

  /** Two kits that were assembled together, and an assembly that waits. */
  async function parallelKits(victim: Person): Promise<void> {
    const { blueprints } = await victim.client.ask('{ blueprints(first: 1) { edges { node { id } } } }');
    const blueprintId = blueprints.edges[0].node.id as string;
    const order = (kits: number): object => ({
      name: 'Twins',
      members: [{ blueprintId, kits }],
      maxOverlap: 50,
      idempotencyKey: randomUUID(),
    });
    const { assembleFamily } = await victim.client.ask(
      'mutation ($input: AssembleFamilyInput!) { assembleFamily(input: $input) { __typename } }',
      {
        input: order(2),
      },
    );
    if (assembleFamily.__typename !== 'AssembleFamilyPayload') throw new Error('no parallel kits');
    await victim.client.ask('mutation ($input: StartAssemblyInput!) { startAssembly(input: $input) { __typename } }', { input: order(1) });
  }

  const ownIdFor = (place: string): string | null => own[nounsFor(place)[0] ?? ''] ?? null;

  /** The nouns that an argument of this name may mean: `input.kitId` is a kit; `id` may be anything. */
  function nounsFor(place: string): readonly string[] {
    const name = (place.split('.').at(-1) as string).replace(/Ids?$/, '').toLowerCase();
    const nouns = world.app.get(NodeRegistry).nouns();
    const meant = nouns.filter((noun) => name !== '' && (noun.toLowerCase() === name || name.endsWith(noun.toLowerCase())));
    return meant.length > 0 ? meant : nouns;
  }

  const masked = (answer: { status: number; data: unknown; errors: unknown }, id: string): string =>
    JSON.stringify({ status: answer.status, data: answer.data, errors: answer.errors })
      .replaceAll(id, '<id>')
      .replace(/"requestId":"[^"]+"/g, '"requestId":"…"');

  async function oneOfEach(organizationId: string): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const noun of world.app.get(NodeRegistry).nouns()) {
      const table = noun.replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : '_'}${letter.toLowerCase()}`);
      const rows: { id: string }[] =
        noun === 'Organization'
          ? [{ id: organizationId }]
          : await world.owner.query(`SELECT id FROM "${table}" WHERE organization_id = $1 ORDER BY id LIMIT 1`, [organizationId]);
      if (rows[0] !== undefined) found[noun] = globalId(noun, organizationId, rows[0].id);
    }
    return found;
  }

  /** Row counts and contents of every table of the organization, as one hash a table. */
  async function fingerprint(organizationId: string): Promise<Record<string, string>> {
    const tables: { name: string }[] = await world.owner.query(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relforcerowsecurity AND c.relname NOT IN ('session')`,
    );
    const prints: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = (await world.owner.query(
        `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS print FROM "${name}" t WHERE organization_id = $1`,
        [organizationId],
      )) as { print: string }[];
      prints[name] = row!.print;
    }
    return prints;
  }
});
