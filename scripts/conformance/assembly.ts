import {
  type Feasibility,
  highsSolver,
  type LinearProgram,
  type NoSuchKitError,
  type Row,
  type SolvedFamily,
} from '@touchstone/kit-assembly';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleTask } from '../../apps/cli/src/assemble/assemble-task';
import type { AssemblyInput } from '../../apps/cli/src/assemble/input/instance';
import { instanceFaults } from '../../apps/cli/src/assemble/input/instance-faults';
import type { AssemblyTask } from '../../apps/cli/src/assemble/input/task';
import { taskOf } from '../../apps/cli/src/assemble/input/task-of-instance';
import { assemblyProgram } from './assembly-program';
import { type CaseReport, unreadable } from './case-report';

interface AssemblyExpectation {
  readonly status: string;
  readonly objective?: number;
  readonly tolerance?: number;
  readonly one_optimal_selection?: readonly string[] | readonly (readonly string[])[];
  readonly minimal_conflicting_set?: readonly string[];
}

const solver = highsSolver();
const PATIENCE = { timeLimitSeconds: 300, gap: 0 };
/** Figures have two decimals at most; what is closer than this is the same sum, taken in another order. */
const ROUNDING = 1e-6;

/**
 * Every test assembly case of a folder, solved anew by the library as the command line does it. The answer is held against rows that
 * were written apart from the library (`assemblyProgram`): the proven optimum must be the expected one and the selection keep
 * every row; where no selection exists, the conflict found must be one, and none without any of its members, checked by solving.
 * The oracle's own selection, or conflict, is held against the same rows.
 */
export async function assemblyReports(folder: string): Promise<CaseReport[]> {
  const names = readdirSync(folder).flatMap((file) => /^(.*)\.expected\.json$/.exec(file)?.[1] ?? []);
  const reports: CaseReport[] = [];
  for (const name of names.sort()) {
    try {
      const read = (kind: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.${kind}.json`), 'utf8'));
      reports.push(await reportOf(name, read('input') as AssemblyInput, read('expected') as AssemblyExpectation));
    } catch (error) {
      reports.push(unreadable(name, error instanceof Error ? error.message : String(error)));
    }
  }
  return reports;
}

async function reportOf(name: string, input: AssemblyInput, expected: AssemblyExpectation): Promise<CaseReport> {
  const before = performance.now();
  const wrong = instanceFaults(input);
  if (wrong.length > 0) return unreadable(name, wrong.map(({ message }) => message).join(' '));
  const task = taskOf(input, name);
  const answer = await assembleTask(task, solver, { ...PATIENCE, explainTimeLimitSeconds: 60 });
  const seconds = (performance.now() - before) / 1000;
  const program = assemblyProgram(input);
  const checks = answer.ok
    ? checkOptimum(answer.value, program, input, expected, task)
    : answer.error.type === 'NoSuchKitError'
      ? await checkConflict(answer.error, program, expected, task)
      : [answer.error.message];
  const faults = checks.filter((fault) => fault !== null);
  return { ...unreadable(name, ''), compared: checks.length, agreed: checks.length - faults.length, faults, seconds };
}

type Check = string | null;

function checkOptimum(
  family: SolvedFamily,
  program: LinearProgram,
  input: AssemblyInput,
  expected: AssemblyExpectation,
  task: AssemblyTask,
): Check[] {
  if (expected.status === 'infeasible') return ['expected no selection at all, found one'];
  const allowed = Math.max(expected.tolerance ?? 0, ROUNDING);
  const off = (objective: number): boolean => !(Math.abs(objective - (expected.objective ?? NaN)) <= allowed);
  const forms = family.kits.map(({ rounds }) => rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId)));
  const objective = family.objective / task.pointsPerUnit;
  const ours = valuesOf(program, forms);
  const given = expected.one_optimal_selection ?? [];
  const theirs = valuesOf(program, (typeof given[0] === 'string' ? [given] : given) as readonly (readonly string[])[]);
  return [
    family.proof === 'optimal' ? null : `expected a proven optimum, found ${objective} with the bound ${family.bound / task.pointsPerUnit}`,
    off(objective) ? `objective: expected ${expected.objective}, the library gives ${objective}` : null,
    Math.abs(worthOf(program, ours) - objective) <= ROUNDING ? null : `the selection is worth ${worthOf(program, ours)}, not ${objective}`,
    forms.length === (input.constraints.forms ?? 1) ? null : `there are ${forms.length} forms`,
    broken(program, ours, 'the selection'),
    ...(given.length === 0
      ? []
      : [
          broken(program, theirs, 'the selection of the oracle'),
          off(worthOf(program, theirs))
            ? `the selection of the oracle is worth ${worthOf(program, theirs)} here, not ${expected.objective}`
            : null,
        ]),
  ];
}

/** The values that a selection gives the columns; the worst sum of a form, where there is such a column, is what the rows leave it. */
function valuesOf(program: LinearProgram, forms: readonly (readonly string[])[]): number[] {
  const chosen = new Set(forms.flatMap((form, number) => form.map((id) => `${id}.${number + 1}`)));
  const values = program.columns.map(({ name }) => Number(chosen.has(name)));
  if (program.columns.at(-1)?.name !== 'worst') return values;
  const sums = program.rows.filter(({ origin }) => origin === 'worst').map((row) => sumOf(row, values));
  return [...values.slice(0, -1), program.sense === 'maximize' ? Math.min(...sums) : Math.max(...sums)];
}

const sumOf = ({ terms }: Row, values: readonly number[]): number =>
  terms.reduce((total, { column, coefficient }) => total + coefficient * (values[column] ?? 0), 0);

const worthOf = ({ columns }: LinearProgram, values: readonly number[]): number =>
  columns.reduce((total, { cost }, column) => total + cost * (values[column] ?? 0), 0);

function broken({ rows }: LinearProgram, values: readonly number[], what: string): Check {
  const names = rows.filter((row) => !(sumOf(row, values) >= row.lower && sumOf(row, values) <= row.upper)).map(({ name }) => name);
  return names.length === 0 ? null : `${what} breaks ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' and more' : ''}`;
}

/** One condition of a conflict: a row, or all rows that keep items from standing in too many forms. */
type Condition = readonly Row[];

async function checkConflict(
  { conflict }: NoSuchKitError,
  program: LinearProgram,
  expected: AssemblyExpectation,
  task: AssemblyTask,
): Promise<Check[]> {
  if (expected.status !== 'infeasible')
    return [`expected an optimum of ${expected.objective}, the library says that there is no selection`];
  if (conflict === null) return ['no conflict was found in time'];
  const test = async (conditions: readonly Condition[]): Promise<Feasibility> => {
    const columns = program.columns.map((column) => ({ ...column, cost: 0 }));
    const { status } = await solver.solve({ sense: program.sense, columns, rows: conditions.flat() }, PATIENCE);
    return status === 'infeasible' ? 'infeasible' : status === 'optimal' ? 'feasible' : 'unknown';
  };
  const rowsOf = (names: readonly string[]): Condition[] =>
    names.map((name) => program.rows.filter((row) => row.name === name || (name === 'max_use' && row.origin === 'max_use')));
  const check = async (names: readonly string[], what: string): Promise<Check> => {
    const conditions = rowsOf(names);
    const strange = names.filter((_, index) => conditions[index]!.length === 0);
    return strange.length > 0 ? `${what} names ${strange.join(', ')}, which is no row` : notMinimal(conditions, names, test, what);
  };
  const ours = [...conflict.wishes, ...conflict.rules].map(({ id }) => task.rowName(id) ?? id);
  return [
    null,
    conflict.minimal ? null : 'the conflict was not proven minimal in time',
    await check(ours, 'the conflict found'),
    ...(expected.minimal_conflicting_set === undefined
      ? []
      : [await check(expected.minimal_conflicting_set, 'the conflict of the oracle')]),
  ];
}

async function notMinimal(
  conditions: readonly Condition[],
  names: readonly string[],
  test: (conditions: readonly Condition[]) => Promise<Feasibility>,
  what: string,
): Promise<Check> {
  if ((await test(conditions)) !== 'infeasible') return `${what} (${names.join(', ')}) is none`;
  for (const [index, member] of conditions.entries()) {
    if ((await test(conditions.filter((other) => other !== member))) !== 'feasible') return `${what} stays one without ${names[index]}`;
  }
  return null;
}
