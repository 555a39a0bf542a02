import { type Feasibility, highsSolver, type LinearProgram, minimalConflict, type Row } from '@touchstone/kit-assembly';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AssemblyInput, assemblyProgram } from './assembly-program';
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

/**
 * Every test assembly case of a folder, solved anew: the proven optimum must be the expected one and the selection keep every row; where no selection exists, the conflict found must be one, and
 * none without any of its members. The oracle's own selection, or conflict, is held against the same rows.
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
  const program = assemblyProgram(input);
  const checks = expected.status === 'infeasible' ? await checkConflict(program, expected) : await checkOptimum(program, input, expected);
  const faults = checks.filter((fault) => fault !== null);
  const seconds = (performance.now() - before) / 1000;
  const agreed = checks.length - faults.length;
  return { ...unreadable(name, ''), compared: checks.length, agreed, faults, seconds };
}

type Check = string | null;

async function checkOptimum(program: LinearProgram, input: AssemblyInput, expected: AssemblyExpectation): Promise<Check[]> {
  const solution = await solver.solve(program, PATIENCE);
  if (solution.status !== 'optimal') return [`expected an optimum, found the case ${solution.status}`];
  const allowed = expected.tolerance ?? 0;
  const off = (objective: number): boolean => !(Math.abs(objective - (expected.objective ?? NaN)) <= allowed);
  const theirs = valuesOf(input, program, expected.one_optimal_selection ?? []);
  return [
    off(solution.objective) ? `objective: expected ${expected.objective}, the library gives ${solution.objective}` : null,
    broken(program, solution.values, 'the selection'),
    broken(program, theirs, 'the selection of the oracle'),
    off(worthOf(program, theirs))
      ? `the selection of the oracle is worth ${worthOf(program, theirs)} here, not ${expected.objective}`
      : null,
  ];
}

/** The values that a selection gives the columns; the smallest sum of a form, where there is such a column, is what the rows leave it. */
function valuesOf(
  input: AssemblyInput,
  program: LinearProgram,
  selection: AssemblyExpectation['one_optimal_selection'] & object,
): number[] {
  const forms = (selection.length > 0 && typeof selection[0] === 'string' ? [selection] : selection) as readonly (readonly string[])[];
  const chosen = new Set(forms.flatMap((form, number) => form.map((id) => `${id}.${number + 1}`)));
  const values = program.columns.map(({ name }) => Number(chosen.has(name)));
  if (program.columns.at(-1)?.name !== 'smallest') return values;
  const sums = program.rows.filter(({ origin }) => origin === 'smallest').map((row) => sumOf(row, values));
  return [...values.slice(0, -1), Math.min(...sums)];
}

const sumOf = ({ terms }: Row, values: readonly number[]): number =>
  terms.reduce((total, { column, coefficient }) => total + coefficient * (values[column] ?? 0), 0);

const worthOf = ({ columns }: LinearProgram, values: readonly number[]): number =>
  columns.reduce((total, { cost }, column) => total + cost * (values[column] ?? 0), 0);

function broken({ rows }: LinearProgram, values: readonly number[], what: string): Check {
  const names = rows.filter((row) => !(sumOf(row, values) >= row.lower && sumOf(row, values) <= row.upper)).map(({ name }) => name);
  return names.length === 0 ? null : `${what} breaks ${names.join(', ')}`;
}

async function checkConflict(program: LinearProgram, expected: AssemblyExpectation): Promise<Check[]> {
  const columns = program.columns.map((column) => ({ ...column, cost: 0 }));
  const test = async (rows: readonly Row[]): Promise<Feasibility> => {
    const { status } = await solver.solve({ ...program, columns, rows }, PATIENCE);
    return status === 'infeasible' ? 'infeasible' : status === 'optimal' ? 'feasible' : 'unknown';
  };
  if ((await test(program.rows)) !== 'infeasible') return ['expected no selection at all, found one'];
  const enemiesFirst = [...program.rows].sort((a, b) => Number(b.name.includes('enemy.')) - Number(a.name.includes('enemy.')));
  const { members } = await minimalConflict(enemiesFirst, test);
  const known = new Set(expected.minimal_conflicting_set);
  const theirs = program.rows.filter(({ name }) => known.has(name));
  return [
    null,
    await notMinimal(members, test, 'the conflict found'),
    theirs.length === known.size
      ? await notMinimal(theirs, test, 'the conflict of the oracle')
      : 'the conflict of the oracle names rows that are not known here',
  ];
}

async function notMinimal(members: readonly Row[], test: (rows: readonly Row[]) => Promise<Feasibility>, what: string): Promise<Check> {
  if ((await test(members)) !== 'infeasible') return `${what} is none`;
  for (const member of members) {
    if ((await test(members.filter((row) => row !== member))) !== 'feasible') return `${what} stays one without ${member.name}`;
  }
  return null;
}
