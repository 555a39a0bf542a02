import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { loadBank } from '../../scripts/scale/load-bank';
import { foundScale, tokenOf } from '../../scripts/scale/scale-people';
import { percentile, table } from '../figures';
import { once, postBytes } from '../load';
import { LIST, WHOLE_KIT } from '../operations';
import { openOwnDatabase, type OwnDatabase } from '../own-database';
import { startProduct } from '../servers';

const BANK = join(__dirname, '../../../bank/questions');
const TEMPLATES = { 'Lead Developer': 'lead-developer-four-rounds', 'Technical Lead': 'technical-lead-four-rounds' } as const;
const WARM_UP = 5;
const KITS = 60;
const READS = 200;
/** Who assembles at once while others read. */
const ASSEMBLING = 10;
const KIT_LIMIT_MS = 500;
const READ_LIMIT_MS = 50;

const FROM_TEMPLATE = `mutation ($input: CreateBlueprintFromTemplateInput!) { createBlueprintFromTemplate(input: $input) {
  ... on CreateBlueprintFromTemplatePayload { blueprint { id } } ... on DomainError { message } } }`;
const ASSEMBLE = `mutation ($input: AssembleKitInput!) { assembleKit(input: $input) {
  ... on AssembleKitPayload { kit { id report { status gap poolSize } } } ... on DomainError { message } } }`;

type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<{ readonly ms: number; readonly data: Answer }>;
interface Answer {
  readonly createBlueprintFromTemplate?: { readonly blueprint?: { readonly id: string }; readonly message?: string };
  readonly assembleKit?: { readonly kit?: { readonly id: string; readonly report: { readonly gap: number; readonly poolSize: number } } };
}

/** How long a kit of each role takes through GraphQL from the shipped bank, and how long others wait meanwhile. */
export async function measureAssembling(dataDir: string, flags: readonly string[]): Promise<string> {
  const database = await openOwnDatabase(dataDir);
  try {
    const { token, questions } = await filled(database);
    const product = await startProduct(database.settings, flags);
    try {
      const ask: Ask = async (query, variables) => {
        const began = performance.now();
        const { status, body } = await once(product.url, postBytes(`${product.url}/graphql`, { query, variables }, token));
        const ms = performance.now() - began;
        if (status !== 200 || body.includes('"errors"')) throw new Error(`${status} ${body.toString('utf8').slice(0, 500)}`);
        return { ms, data: (JSON.parse(body.toString('utf8')) as { data: Answer }).data };
      };
      return await measured(ask, questions);
    } finally {
      await product.stop();
    }
  } finally {
    await database.stop();
  }
}

async function filled(database: OwnDatabase): Promise<{ readonly token: string; readonly questions: number }> {
  const app = await database.boot();
  try {
    const people = await foundScale(app, 'assembly');
    return { questions: await loadBank(app, people.author, BANK), token: await tokenOf(app, people.administrator) };
  } finally {
    await app.close();
  }
}

async function measured(ask: Ask, questions: number): Promise<string> {
  const rows: (string | number)[][] = [];
  const row = (name: string, taken: readonly number[], limit: number): void => {
    const p95 = percentile(taken, 0.95);
    rows.push([name, taken.length, percentile(taken, 0.5).toFixed(1), p95.toFixed(1), limit, p95 < limit ? '' : 'slow']);
  };
  const blueprints: string[] = [];
  let kitId = '';
  for (const [role, slug] of Object.entries(TEMPLATES)) {
    const { data } = await ask(FROM_TEMPLATE, { input: { slug, idempotencyKey: randomUUID() } });
    const blueprintId = data.createBlueprintFromTemplate?.blueprint?.id ?? '';
    blueprints.push(blueprintId);
    const taken: number[] = [];
    for (let time = 0; time < WARM_UP + KITS; time += 1) {
      const made = await assembled(ask, blueprintId);
      kitId = made.id;
      if (time >= WARM_UP) taken.push(made.ms);
    }
    row(`assembleKit, ${role}`, taken, KIT_LIMIT_MS);
  }
  const readings = async (when: string): Promise<void> => {
    const list = await times(() => ask(LIST, { first: 50, after: null }));
    row(`list of 50 questions, ${when}`, list, READ_LIMIT_MS);
    row(`one kit, ${when}`, await times(() => ask(WHOLE_KIT, { id: kitId })), READ_LIMIT_MS);
  };
  await readings('nothing else');
  let reading = true;
  let made = 0;
  const others = Array.from({ length: ASSEMBLING }, async (_, index) => {
    while (reading) {
      await assembled(ask, blueprints[index % blueprints.length] ?? '');
      made += 1;
    }
  });
  await readings(`while ${ASSEMBLING} assemble`);
  reading = false;
  await Promise.all(others);
  const heading = ['request', 'times', 'median ms', 'p95 ms', 'limit ms', ''];
  return `### Assembling from ${questions} questions of the shipped bank\n\n${table([heading, ...rows])}\n\n${made} kits were made meanwhile.`;
}

async function times(request: () => Promise<{ readonly ms: number }>): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < WARM_UP + READS; time += 1) {
    const { ms } = await request();
    if (time >= WARM_UP) taken.push(ms);
  }
  return taken;
}

async function assembled(ask: Ask, blueprintId: string): Promise<{ readonly id: string; readonly ms: number }> {
  const { ms, data } = await ask(ASSEMBLE, { input: { blueprintId, name: 'Measured', idempotencyKey: randomUUID() } });
  const kit = data.assembleKit?.kit;
  if (kit === undefined || kit.report.gap !== 0) throw new Error(`no proven kit: ${JSON.stringify(data.assembleKit)}`);
  return { id: kit.id, ms };
}
