import * as fc from 'fast-check';

import { leadDeveloperBlueprint, leadDeveloperPool } from '../fixtures/lead-developer';
import { smallWorld } from '../fixtures/small-worlds';
import { blueprintFaults } from './blueprint-faults';
import { formulate } from './formulate';
import { kitInspector } from './inspector';
import { interpret } from './interpret';
import { exhaustiveSolver } from './solvers/exhaustive';
import { highsSolver } from './solvers/highs';

describe('formulate', () => {
  it('gives the same program for the same blueprint, whatever the order of the pool', () => {
    const pool = leadDeveloperPool(4);
    expect(formulate(leadDeveloperBlueprint, [...pool].reverse())).toEqual(formulate(leadDeveloperBlueprint, pool));
  });

  it('names every row and column once, gives every row its origin, and writes whole numbers only', () => {
    const { program, wishes } = formulate({ ...leadDeveloperBlueprint, excludedQuestionIds: ['q00007'] }, leadDeveloperPool(4));
    expect(new Set(program.rows.map(({ name }) => name)).size).toBe(program.rows.length);
    expect(new Set(program.columns.map(({ name }) => name)).size).toBe(program.columns.length);
    const origins = new Set([...wishes.map(({ id }) => id), 'once', 'coverage', 'closeness']);
    for (const row of program.rows) {
      expect(origins).toContain(row.origin);
      expect(row.terms.every(({ coefficient }) => Number.isInteger(coefficient) && coefficient !== 0)).toBe(true);
      expect(new Set(row.terms.map(({ column }) => column)).size).toBe(row.terms.length);
    }
    expect(program.columns.every(({ cost, integer }) => Number.isInteger(cost) && integer)).toBe(true);
    const rows = new Set(program.rows.map(({ origin }) => origin));
    expect(wishes.filter(({ id }) => !rows.has(id))).toEqual([]);
  });

  it('means the same to the exhaustive solver, and scores as the inspector does', async () => {
    await fc.assert(
      fc.asyncProperty(
        smallWorld.filter(({ blueprint, pool }) => pool.length <= 5 && blueprintFaults(blueprint, pool).length === 0),
        async ({ blueprint, pool }) => {
          const formulation = formulate(blueprint, pool);
          const [sure, fast] = await Promise.all(
            [exhaustiveSolver(), highsSolver()].map((solver) => solver.solve(formulation.program, { timeLimitSeconds: 20, gap: 0 })),
          );
          expect(fast?.status).toBe(sure?.status);
          if (sure?.status !== 'optimal' || fast?.status !== 'optimal') return;
          expect(fast.objective).toBe(sure.objective);
          const kit = interpret(formulation, sure, blueprint, pool);
          expect(kitInspector(blueprint, pool).violations(kit)).toEqual([]);
          expect(kitInspector(blueprint, pool).score(kit).total).toBe(sure.objective);
        },
      ),
      { numRuns: 60, seed: 13 },
    );
  });

  it('asks for feasibility without objective and without soft wishes', () => {
    const rounds = leadDeveloperBlueprint.rounds.map((round) => ({ ...round, minutes: { ...round.minutes, soft: 2 } }));
    const { program } = formulate({ ...leadDeveloperBlueprint, rounds }, leadDeveloperPool(4), { purpose: 'feasibility' });
    expect(program.columns.every(({ cost }) => cost === 0)).toBe(true);
    expect(program.rows.filter(({ origin }) => origin.includes('minutes'))).toEqual([]);
  });

  it('loses no kit by the row for the grid of difficulties', async () => {
    const pool = leadDeveloperPool(2).slice(0, 60);
    const open = {
      ...leadDeveloperBlueprint,
      rounds: [{ name: 'One', minutes: { max: 90 }, questions: { min: 5, max: 5 }, competencies: [], categories: [], kinds: [] }],
      mandatoryCategories: [],
    };
    const { program } = formulate(open, pool, {
      priorities: { coverage: 0, quality: 0, exposure: 0, closeness: 1, farthest: 1, reliability: 1 },
    });
    expect(program.rows.some(({ name }) => name === 'off.grid')).toBe(false);
    const odd = formulate({ ...open, difficulty: { target: 3.3, tolerance: 1 } }, pool, {
      priorities: { coverage: 0, quality: 0, exposure: 0, closeness: 1, farthest: 1, reliability: 1 },
    });
    expect(odd.program.rows.some(({ name }) => name === 'off.grid')).toBe(true);
    const withRow = await highsSolver().solve(odd.program, { timeLimitSeconds: 20, gap: 0 });
    const withoutRow = await highsSolver().solve(
      { ...odd.program, rows: odd.program.rows.filter(({ name }) => name !== 'off.grid') },
      { timeLimitSeconds: 20, gap: 0 },
    );
    expect(withRow).toMatchObject({ status: 'optimal', objective: -50 });
    expect(withoutRow).toMatchObject({ status: 'optimal', objective: -50 });
  });
});
