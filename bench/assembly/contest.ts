// How fast kits are assembled beside the solvers that people use: `npm run bench:assembly -- [--rounds 3] [--seconds 60] [--only NAME] [FILE.input.json ...]`.
// Prints Markdown; writes nothing but a temporary folder. Solvers that are not installed are left out (Debian: coinor-cbc, glpk-utils).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assembleFamily, highsSolver, type PoolQuestion, type SolvedFamily } from '@touchstone/kit-assembly';
import type { AssemblyInput } from '../../apps/cli/src/assemble/input/instance';
import { taskOf } from '../../apps/cli/src/assemble/input/task-of-instance';
import { assemblyProgram } from '../../scripts/conformance/assembly-program';
import { syntheticBank } from '../../scripts/coverage-plan/synthetic-bank';
import { roleBlueprints } from '../../scripts/coverage-plan/role-blueprints';
import { median, table } from '../figures';
import { generateInstance } from './generate-instance';
import { lpText } from './lp-file';
import { type Rival, RIVALS } from './rivals';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const solver = highsSolver();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '60' },
      only: { type: 'string', default: '' },
    },
    allowPositionals: true,
  });
  const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
  const rivals = RIVALS.filter(({ name, version }) => {
    if (version === null) say(`${name} is not here (Debian: apt-get install coinor-cbc glpk-utils); its column is left out.`);
    return version !== null;
  });
  const given = positionals.map((path) => JSON.parse(readFileSync(path, 'utf8')) as AssemblyInput);
  const instances = [...given, ...SHAPES.map(generateInstance)].filter(({ name = '' }) => name.includes(values.only));
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    const heading = [
      'instance',
      'objective',
      'ours, first',
      'ours, median',
      ...rivals.flatMap(({ name }) => [`${name}, median`, `ours / ${name}`]),
    ];
    console.log(`${rivals.map(({ name, version }) => `${name} ${version}`).join(', ')}\n`);
    console.log(table([heading]));
    // Row by row: the large ones take their time.
    for (const instance of instances) console.log(`| ${(await rowOf(instance, rivals, { rounds, seconds, folder })).join(' | ')} |`);
    console.log('');
    console.log(table([['a kit from a bank of 116', 'median ms', 'p95 ms'], ...(await kitRows())]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SHAPES = [
  { items: 2000, forms: 1, size: 14, objective: 'max_sum', seed: 1 },
  { items: 2000, forms: 1, size: 60, objective: 'max_sum', seed: 2 },
  { items: 20000, forms: 1, size: 14, objective: 'max_sum', seed: 3 },
  { items: 20000, forms: 1, size: 200, objective: 'max_sum', seed: 4 },
  { items: 500, forms: 2, size: 12, objective: 'maximin_sum', seed: 5 },
  { items: 20000, forms: 3, size: 500, objective: 'maximin_sum', seed: 6 },
] as const;

interface Conditions {
  readonly rounds: number;
  readonly seconds: number;
  readonly folder: string;
}

/** Ours is the whole way from the items to the checked kits, in this process; theirs is the process, reading its file included. */
async function rowOf(instance: AssemblyInput, rivals: readonly Rival[], { rounds, seconds, folder }: Conditions): Promise<string[]> {
  const name = instance.name ?? 'instance';
  const file = join(folder, 'program.lp');
  writeFileSync(file, lpText(assemblyProgram(instance)));
  const ours: number[] = [];
  const theirs = rivals.map((): number[] => []);
  let found: SolvedFamily | null = null;
  let proven = rivals.map((): number | null => null);
  for (let round = 0; round < rounds; round += 1) {
    say(`${name}, round ${round + 1} of ${rounds}`);
    const before = performance.now();
    const task = taskOf(instance, name);
    const answer = await assembleFamily(task.family, task.pool, solver, { timeLimitSeconds: seconds, priorities: task.priorities });
    ours.push((performance.now() - before) / 1000);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
    found = answer.value;
    const answers = rivals.map((rival) => rival.run(file, folder, seconds));
    answers.forEach((one, index) => theirs[index]?.push(one.seconds));
    proven = answers.map(({ objective }) => objective);
  }
  const shown = (figure: number): string => `${figure.toFixed(2)} s`;
  const claim = found?.proof === 'optimal' ? String(found.objective) : `${found?.objective} (bound ${found?.bound})`;
  return [
    name,
    claim,
    shown(ours[0] ?? NaN),
    shown(median(ours)),
    ...rivals.flatMap((_, index) => {
      const time = median(theirs[index] ?? []);
      const agrees = proven[index] === null ? 'not proven' : proven[index] === found?.objective ? '' : `finds ${proven[index]}`;
      return [`${shown(time)}${agrees === '' ? '' : `, ${agrees}`}`, (median(ours) / time).toFixed(2)];
    }),
  ];
}

/** Kits for the two roles by the shipped blueprints, from the smallest bank that spares a question for each place. */
async function kitRows(): Promise<string[][]> {
  const pool = smallBank();
  const rows: string[][] = [];
  for (const { name, blueprint } of roleBlueprints(process.cwd())) {
    const times: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const before = performance.now();
      const answer = await assembleFamily({ members: [{ name, blueprint, kits: 1 }], aim: 'sum' }, pool, solver);
      if (!answer.ok) throw new Error(answer.error.message);
      times.push(performance.now() - before);
    }
    const sorted = [...times].sort((a, b) => a - b);
    rows.push([name, median(times).toFixed(0), (sorted[18] ?? NaN).toFixed(0)]);
  }
  return rows;
}

/** 116 questions of the plan that the slots draw from: of each pool those that its kits need. */
function smallBank(): PoolQuestion[] {
  const taken = new Map<string, number>();
  return syntheticBank(250)
    .filter(({ id }) => id.startsWith('p'))
    .filter(({ id }) => {
      const pool = id.slice(0, 3);
      taken.set(pool, (taken.get(pool) ?? 0) + 1);
      return (taken.get(pool) ?? 0) <= (SHARED.has(pool) ? 8 : 4);
    });
}

/** Pools that serve a slot of both roles. */
const SHARED = new Set(['p01', 'p02', 'p03', 'p04', 'p07', 'p08', 'p10', 'p11', 'p12', 'p14', 'p15']);

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
