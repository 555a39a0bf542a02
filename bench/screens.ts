import { Client } from 'pg';
import { percentile, table } from './figures';
import { once, postBytes } from './load';
import { globalId, LIST, WHOLE_KIT } from './operations';
import type { ScaleDatabase } from './scale-database';
import { startProduct } from './servers';

/** One list or screen, as one person asks for it. */
export interface Screen {
  readonly name: string;
  readonly as: string;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const WARM_UP = 5;
const TIMES = 30;
const LIMIT_MS = 100;

/** 95 of 100 answers of every list and screen at one user. */
export async function measureScreens(database: ScaleDatabase, flags: readonly string[]): Promise<string> {
  const product = await startProduct(database.settings, flags);
  try {
    const rows: (string | number)[][] = [];
    for (const { name, as, document, variables = {} } of await screensOf(database)) {
      const request = postBytes(`${product.url}/graphql`, { query: document, variables }, database.tokens[as] ?? null);
      const taken: number[] = [];
      let bytes = 0;
      for (let time = 0; time < WARM_UP + TIMES; time += 1) {
        const began = performance.now();
        const { status, body } = await once(product.url, request);
        if (status !== 200 || body.includes('"errors"')) throw new Error(`${name}: ${status} ${body.toString('utf8').slice(0, 500)}`);
        bytes = body.length;
        if (time >= WARM_UP) taken.push(performance.now() - began);
      }
      const p95 = percentile(taken, 0.95);
      rows.push([name, as, percentile(taken, 0.5).toFixed(1), p95.toFixed(1), p95 < LIMIT_MS ? '' : 'slow', (bytes / 1024).toFixed(0)]);
    }
    return `### Lists and screens, one user\n\n${table([['screen', 'as', 'median ms', 'p95 ms', '', 'kB'], ...rows])}`;
  } finally {
    await product.stop();
  }
}

/** The lists and screens with ids from the middle of the data. */
export async function screensOf(database: ScaleDatabase, first = 50): Promise<readonly Screen[]> {
  const { organizationId, guides } = database;
  const ids = await idsFrom(database);
  const kit = globalId('Kit', organizationId, guides.kits[0]?.id ?? '');
  const page = (field: string, args: string, node: string): string =>
    `query ($first: Int!) { ${field}(first: $first${args}) { edges { node { ${node} } } pageInfo { hasNextPage endCursor } } }`;
  const list = (name: string, as: string, document: string, variables: Readonly<Record<string, unknown>> = {}): Screen => ({
    name,
    as,
    document,
    variables: { first, ...variables },
  });
  const questions = (name: string, as: string, filter: object, order: string | null = null, more = ''): Screen => ({
    name,
    as,
    variables: { first, filter, order },
    document: `query ($first: Int!, $filter: QuestionFilter, $order: QuestionOrder) { questions(first: $first, filter: $filter, order: $order) { ${more} edges { node { id version { id title kind difficulty minutes categorySlug tags } } } pageInfo { hasNextPage endCursor } } }`,
  });
  const node = (name: string, as: string, field: string, id: string, fields: string, argument = 'id'): Screen => ({
    name,
    as,
    document: `query ($id: ID!) { ${field}(${argument}: $id) { ${fields} } }`,
    variables: { id },
  });
  return [
    list('questions with rubrics', 'administrator', LIST, { after: null }),
    questions('questions, total', 'interviewer', {}, 'TITLE', 'totalCount'),
    questions('questions, newest', 'author', {}, 'UPDATED'),
    questions('questions by difficulty', 'interviewer', {}, 'DIFFICULTY'),
    questions('questions, one word', 'interviewer', { text: 'ledger' }, null, 'totalCount'),
    questions('questions, a word without its accent', 'interviewer', { text: 'zurich claims' }, null, 'totalCount'),
    questions('questions, a word of one', 'interviewer', { text: '711' }, null, 'totalCount'),
    questions('questions, a word of all', 'interviewer', { text: 'team' }, null, 'totalCount'),
    questions('questions, a phrase', 'interviewer', { text: '"fails only on the last day"' }, null, 'totalCount'),
    questions(
      'questions of a category and kind',
      'interviewer',
      { categories: ['spark-tuning'], kinds: ['CASE', 'WORK_SAMPLE'] },
      'TITLE',
      'totalCount',
    ),
    questions(
      'questions by tags and difficulty',
      'interviewer',
      { tagsAny: ['skew', 'cost'], difficulty: { min: 3, max: 4 } },
      'TITLE',
      'totalCount',
    ),
    questions('questions in draft', 'administrator', { statuses: ['DRAFT', 'IN_REVIEW'] }, 'UPDATED'),
    questions('questions approved and retired', 'administrator', { statuses: ['APPROVED', 'RETIRED'] }, 'TITLE', 'totalCount'),
    {
      name: 'question facets',
      as: 'interviewer',
      document: '{ questionFacets { total categories { value count } kinds { value count } difficulties { value count } } }',
    },
    {
      name: 'question facets, one word',
      as: 'interviewer',
      document: '{ questionFacets(filter: { text: "ledger" }) { total categories { value count } } }',
    },
    list('review inbox', 'reviewer', page('reviewInbox', '', 'id title')),
    node(
      'one question',
      'author',
      'question',
      ids.question,
      'id slug version { id title prompt rubric { criteria { id anchors { level text } } } }',
    ),
    list('kits', 'coordinator', page('kits', '', 'id name status rounds { name minutes }')),
    node('whole kit', 'coordinator', 'kit', kit, WHOLE_KIT.slice(WHOLE_KIT.indexOf('id name'), WHOLE_KIT.lastIndexOf('}\n'))),
    list('blueprints', 'coordinator', page('blueprints', '', 'id name')),
    list('scoring rules', 'coordinator', page('scoringRules', '', 'id name')),
    list('openings', 'coordinator', page('openings', '', 'id title status')),
    list('candidates', 'coordinator', page('candidates', '', 'id name')),
    list('candidates by name', 'coordinator', page('candidates', ', text: "00500"', 'id name')),
    list('loops', 'coordinator', page('loops', '', 'id state createdAt')),
    list('loops of a hiring manager, decided', 'hiringManager', page('loops', ', state: DECIDED', 'id state createdAt')),
    list('loops planned or running', 'coordinator', page('loops', ', state: RUNNING', 'id state createdAt')),
    list('loops of an interviewer', 'interviewer', page('loops', '', 'id state createdAt')),
    list('interviews', 'coordinator', page('interviews', '', 'id roundName status startsAt')),
    list('interviews of mine', 'interviewer', page('interviews', ', mine: true', 'id roundName status startsAt')),
    node('one loop with its interviews', 'coordinator', 'loop', ids.loop, 'id state interviews { id roundName status seats { id kind } }'),
    node(
      'scorecards of a loop',
      'administrator',
      'scorecards',
      ids.loop,
      'edges { node { id recommendation ratings { criterion level evidence } } }',
      'first: 50, loopId',
    ),
    node(
      'debrief of a loop',
      'administrator',
      'loop',
      ids.loop,
      'id seal { open submitted of } debrief { openedAt conclusions { __typename } items { __typename } } decision { outcome }',
    ),
    node(
      'scores of a loop',
      'administrator',
      'loopScores',
      ids.loop,
      '__typename ... on LoopScores { overall { value interval { lower upper } } competencies { competency estimate { value n } } items { title } }',
      'loopId',
    ),
    list('members', 'administrator', page('members', '', 'id name roles')),
    list('audit events', 'auditor', page('auditEvents', '', 'action subjectType occurredAt')),
    { name: 'competencies and categories', as: 'author', document: '{ categories { slug name } roleProfiles { id name } }' },
    { name: 'viewer', as: 'interviewer', document: '{ viewer { member { id name roles } organization { id name } permissions } }' },
  ];
}

async function idsFrom({ ownerUrl, organizationId }: ScaleDatabase): Promise<{ readonly loop: string; readonly question: string }> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const loops = await owner.query<{ id: string }>(
      'SELECT id FROM loop WHERE organization_id = $1 AND decided_at IS NOT NULL ORDER BY id OFFSET 10 LIMIT 1',
      [organizationId],
    );
    const questions = await owner.query<{ id: string }>(
      'SELECT id FROM question WHERE organization_id = $1 ORDER BY id OFFSET 500 LIMIT 1',
      [organizationId],
    );
    return {
      loop: globalId('Loop', organizationId, loops.rows[0]?.id ?? ''),
      question: globalId('Question', organizationId, questions.rows[0]?.id ?? ''),
    };
  } finally {
    await owner.end();
  }
}
