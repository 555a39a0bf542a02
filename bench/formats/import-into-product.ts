// How long 20,000 questions take to come into the product, planned and applied, and how much memory that needs: `node scripts/run.mjs bench/formats/import-into-product [FILE…]`.
// The process is server, jobs door and client at once; PostgreSQL is a process of its own and does not count.
import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@touchstone/platform/time/new-id';
import { readGlobalId } from '@touchstone/platform/graphql';
import { RunQuestionImport } from '../../apps/api/src/features/question-bank';
import { CLUSTER_VARIABLE, openCluster } from '../../libs/testing/src/cluster';
import { type Person, World } from '../../libs/testing/src/index';
import { manyQuestions } from './many-questions';

const QUESTIONS = 20_000;
const MEGABYTE = 1024 * 1024;
const FIELDS =
  'id state revision progress { step done total } counts { questions added changed unchanged refused alike } refusals { code message }';

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly progress: { readonly step: string; readonly done: number };
  readonly counts: Readonly<Record<string, number>>;
  readonly refusals: readonly { readonly code: string; readonly message: string }[];
}

async function change(person: Person, name: string, input: object): Promise<Seen> {
  const noun = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
  const text = `mutation ($input: ${noun}Input!) { ${name}(input: $input) { ... on ${noun}Payload { import { ${FIELDS} } } ... on DomainError { message } } }`;
  const answer = (
    await person.client.ask<Record<string, { import?: Seen; message?: string }>>(text, { input: { ...input, idempotencyKey: newId() } })
  )[name];
  if (answer?.import === undefined) throw new Error(answer?.message);
  return answer.import;
}

/** Does what waits, and looks every quarter of a second how far it is. */
async function finish(
  world: World,
  person: Person,
  { id }: Seen,
): Promise<{ seen: Seen; seconds: number; reports: number; slowest: number }> {
  const call = readGlobalId(id);
  if (call === null) throw new Error('no id');
  const look = async (): Promise<Seen> =>
    (await person.client.ask<{ questionImport: Seen }>(`query ($id: ID!) { questionImport(id: $id) { ${FIELDS} } }`, { id }))
      .questionImport;
  const steps = new Set<string>();
  let [slowest, working] = [0, true];
  const from = performance.now();
  const watching = (async () => {
    while (working) {
      const asked = performance.now();
      const { progress } = await look();
      slowest = Math.max(slowest, performance.now() - asked);
      steps.add(`${progress.step} ${progress.done}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  })();
  await world.app.get(RunQuestionImport).execute({ organizationId: call.organizationId, importId: call.id });
  working = false;
  await watching;
  return { seen: await look(), seconds: (performance.now() - from) / 1000, reports: steps.size, slowest };
}

/** Made by a process of its own, so that its memory does not count. */
function made(name: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    const file = join(folder, name);
    const { status } = spawnSync(process.execPath, [...process.execArgv, __filename, 'make', name, file], { stdio: 'inherit' });
    if (status !== 0) throw new Error(`Making ${name} failed.`);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bring(world: World, name: string): Promise<void> {
  const admin = await world.organization();
  const bytes = made(name);
  const sent = await fetch(`${world.url}/uploads/questions?name=${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${admin.token}` },
    body: bytes,
  });
  const { uploadId } = (await sent.json()) as { uploadId: string };
  for (const turn of ['first', 'again']) {
    const plan = await finish(
      world,
      admin,
      await change(admin, 'planQuestionImport', { uploadId, settings: { category: 'spark-tuning', license: 'CC-BY-4.0' } }),
    );
    if (plan.seen.state !== 'PLANNED') throw new Error(JSON.stringify(plan.seen));
    tell(name, `plan, ${turn}`, bytes, plan);
    const done = await finish(
      world,
      admin,
      await change(admin, 'applyQuestionImport', { importId: plan.seen.id, expectedRevision: plan.seen.revision }),
    );
    tell(name, `apply, ${turn}`, bytes, done);
  }
}

function tell(
  name: string,
  step: string,
  bytes: Uint8Array,
  { seen, seconds, reports, slowest }: Awaited<ReturnType<typeof finish>>,
): void {
  const { added, changed, unchanged, alike } = seen.counts;
  const most = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `| ${name} | ${(bytes.length / MEGABYTE).toFixed(1)} | ${step} | ${seen.state} | ${added} / ${changed} / ${unchanged} | ${alike} | ${seconds.toFixed(1)} | ${most} | ${reports} | ${Math.round(slowest)} |`,
  );
}

async function main(names: readonly string[]): Promise<void> {
  const [step, name, file] = names;
  if (step === 'make' && name !== undefined && file !== undefined)
    return writeFileSync(file, (await manyQuestions[name]?.(QUESTIONS)) ?? '');
  const cluster = await openCluster();
  process.env[CLUSTER_VARIABLE] = cluster.url;
  try {
    const world = await World.open();
    try {
      console.log(
        '| file | MB | step | state | new / changed / unchanged | alike | seconds | MB of memory at most | reports of progress | slowest answer meanwhile, ms |\n|---|---|---|---|---|---|---|---|---|---|',
      );
      console.error(`The server alone has ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
      for (const name of names.length === 0 ? ['bank.csv'] : names) await bring(world, name);
    } finally {
      await world.close();
    }
  } finally {
    await cluster.stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
