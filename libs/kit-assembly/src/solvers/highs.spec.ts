import * as fc from 'fast-check';

import infeasibleTime from '../../fixtures/ata-infeasible-time.json';
import ata2000 from '../../fixtures/ata-2000-max-quality.json';
import ata30 from '../../fixtures/ata-30-max-quality.json';
import { hardToProve, noSolutionInSight, smallProgram } from '../../fixtures/programs';
import { oracleProgram, type OracleInstance } from '../../fixtures/oracle-program';
import { objectiveOf, type LinearProgram, type Row } from '../linear-program';
import { minimalConflict, type Feasibility } from '../minimal-conflict';
import { exhaustiveSolver } from './exhaustive';
import { highsSolver } from './highs';

const solver = highsSolver();
const proven = { timeLimitSeconds: 30, gap: 0 };

const holds = (program: LinearProgram, values: readonly number[]): boolean =>
  program.rows.every((row) => {
    const sum = row.terms.reduce((total, { column, coefficient }) => total + coefficient * (values[column] ?? 0), 0);
    return sum >= row.lower && sum <= row.upper;
  });

describe('highsSolver', () => {
  it.each([ata30, ata2000])('proves the known optimum of an oracle instance', async (data) => {
    const instance = data as unknown as OracleInstance;
    const program = oracleProgram(instance);
    const solution = await solver.solve(program, proven);
    expect(solution).toMatchObject({ status: 'optimal', objective: instance.objective });
    if (solution.status === 'optimal') {
      expect(holds(program, solution.values)).toBe(true);
      expect(Math.abs(solution.bound - solution.objective)).toBeLessThan(1e-6);
    }
  });

  it('finds the known conflict of the infeasible oracle instance, by deletion', async () => {
    const instance = infeasibleTime as unknown as OracleInstance;
    const program = oracleProgram(instance);
    expect(await solver.solve(program, proven)).toEqual({ status: 'infeasible' });
    const test = async (rows: readonly Row[]): Promise<Feasibility> => {
      const { status } = await solver.solve(
        { ...program, rows, columns: program.columns.map((column) => ({ ...column, cost: 0 })) },
        proven,
      );
      return status === 'infeasible' ? 'infeasible' : 'feasible';
    };
    const lastFirst = [...program.rows].sort((a, b) => Number(b.name.startsWith('enemy')) - Number(a.name.startsWith('enemy')));
    const { members, minimal } = await minimalConflict(lastFirst, test);
    expect(minimal).toBe(true);
    expect(await test(members)).toBe('infeasible');
    for (const member of members) expect(await test(members.filter((row) => row !== member))).toBe('feasible');
    expect(members.map(({ name }) => name).sort()).toEqual(instance.conflict);
  });

  it('agrees with the exhaustive solver', async () => {
    await fc.assert(
      fc.asyncProperty(smallProgram, async (program) => {
        const [fast, sure] = [await solver.solve(program, proven), await exhaustiveSolver().solve(program, proven)];
        expect(fast.status).toBe(sure.status);
        if (fast.status === 'optimal' && sure.status === 'optimal') {
          expect(fast.objective).toBe(sure.objective);
          expect(fast.objective).toBe(objectiveOf(program, fast.values));
          expect(holds(program, fast.values)).toBe(true);
        }
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('gives the best found, and a bound, when the time runs out', async () => {
    const program = hardToProve();
    const solution = await solver.solve(program, { timeLimitSeconds: 0.5, gap: 0 });
    expect(solution.status).toBe('feasible');
    if (solution.status === 'feasible') {
      expect(holds(program, solution.values)).toBe(true);
      expect(solution.bound).toBeGreaterThan(solution.objective);
      expect(solution.gap).toBeGreaterThan(0);
    }
  });

  it('stops at the gap it is given', async () => {
    const solution = await solver.solve(hardToProve(), { timeLimitSeconds: 30, gap: 0.2 });
    expect(solution.status).toBe('optimal');
    if (solution.status === 'optimal') expect(solution.gap).toBeLessThanOrEqual(0.2);
  });

  it('says so when the time runs out before anything is found', async () => {
    expect(await solver.solve(noSolutionInSight(), { timeLimitSeconds: 0.3, gap: 0 })).toEqual({ status: 'timeLimit' });
  });

  it('answers programs without columns or rows', async () => {
    expect(await solver.solve({ sense: 'maximize', columns: [], rows: [] }, proven)).toMatchObject({ status: 'optimal', objective: 0 });
    const row: Row = { name: 'r', origin: 'r', lower: 1, upper: 2, terms: [] };
    expect(await solver.solve({ sense: 'maximize', columns: [], rows: [row] }, proven)).toEqual({ status: 'infeasible' });
    const column = { name: 'x', lower: 0, upper: 3, integer: true, cost: 2 };
    expect(await solver.solve({ sense: 'maximize', columns: [column], rows: [] }, proven)).toMatchObject({
      status: 'optimal',
      objective: 6,
      values: [3],
    });
    expect(await solver.solve({ sense: 'minimize', columns: [{ ...column, integer: false }], rows: [] }, proven)).toMatchObject({
      objective: 0,
      gap: 0,
    });
  });

  it('rejects what cannot be a kit: an unbounded program', async () => {
    const column = { name: 'x', lower: 0, upper: Infinity, integer: false, cost: 1 };
    await expect(solver.solve({ sense: 'maximize', columns: [column], rows: [] }, proven)).rejects.toThrow('model status');
  });
});
