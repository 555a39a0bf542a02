import * as fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';

import { copiedProgram } from '../../fixtures/copied-programs';
import { smallProgram } from '../../fixtures/programs';
import type { LinearProgram } from '../linear-program';
import { absorbBounds } from './absorb-bounds';
import { dealOut } from './deal-out';
import { exhaustiveSolver } from './exhaustive';
import { lagrangianBound } from './lagrangian-bound';
import { packProgram, packedWorth, rowSums, type PackedProgram } from './packed-program';
import { relaxLazily } from './relax-lazily';
import type { RunAnswer } from './run-highs';
import { solveByCore } from './solve-by-core';
import { solveCopies } from './solve-copies';
import { sumCopies } from './sum-copies';

/** Everything is taken apart, however small: what is meant for thousands of columns is held against trying every value. */
const run = { timeLimitSeconds: 20, gap: 0, seed: 0, large: 0 };
const patient = (): number => 20;

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const holds = (program: PackedProgram, values: ArrayLike<number>): boolean =>
  rowSums(program, values).every((sum, row) => sum >= program.rowLower[row]! - 1e-9 && sum <= program.rowUpper[row]! + 1e-9);

async function expectExact(program: LinearProgram, solve: (packed: PackedProgram) => RunAnswer): Promise<void> {
  const packed = packProgram(program);
  const [sure, answer] = [await exhaustiveSolver().solve(program, { timeLimitSeconds: 20, gap: 0 }), solve(packed)];
  expect(answer.status).toBe(sure.status);
  if (answer.status !== 'optimal' || sure.status !== 'optimal') return;
  const sign = program.sense === 'maximize' ? 1 : -1;
  expect(answer.worth).toBe(sign * sure.objective + 0);
  expect(packedWorth(packed, answer.values)).toBe(answer.worth);
  expect(answer.bound).toBe(answer.worth);
  expect(holds(packed, answer.values)).toBe(true);
}

describe('a program solved by its core', () => {
  it('has the optimum that trying every value has', async () => {
    await fc.assert(
      fc.asyncProperty(smallProgram, (program) => expectExact(program, (packed) => solveByCore(highs, packed, run, patient))),
      { numRuns: 200, seed: 21 },
    );
  });
});

describe('copies taken together and dealt out', () => {
  it('have the optimum that trying every value has, of the sum and of the least copy', async () => {
    await fc.assert(
      fc.asyncProperty(copiedProgram, (program) => expectExact(program, (packed) => solveCopies(highs, packed, run, patient))),
      { numRuns: 150, seed: 22 },
    );
  });

  it('are worth no more than their sum allows', async () => {
    await fc.assert(
      fc.asyncProperty(copiedProgram, async (program) => {
        const summed = solveByCore(highs, sumCopies(packProgram(program)).program, run, patient);
        const sure = await exhaustiveSolver().solve(program, { timeLimitSeconds: 20, gap: 0 });
        if (sure.status !== 'optimal') return;
        expect(summed.status).toBe('optimal');
        if (summed.status === 'optimal') expect(summed.worth).toBeGreaterThanOrEqual(sure.objective);
      }),
      { numRuns: 80, seed: 23 },
    );
  });
});

describe('the bound of priced rows', () => {
  it('holds for any prices at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        smallProgram,
        fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 4, maxLength: 4 }),
        async (program, prices) => {
          const packed = packProgram(program);
          const sure = await exhaustiveSolver().solve(program, { timeLimitSeconds: 20, gap: 0 });
          if (sure.status !== 'optimal') return;
          const worth = program.sense === 'maximize' ? sure.objective : -sure.objective;
          const { bound, reducedCosts } = lagrangianBound(packed, prices);
          expect(bound).toBeGreaterThanOrEqual(worth - 1e-9);
          // No column can be moved from its better end for less than its reduced cost.
          sure.values.forEach((value, column) => {
            const end = reducedCosts[column]! > 0 ? packed.upper[column]! : packed.lower[column]!;
            if (value !== end) expect(bound - Math.abs(reducedCosts[column]!)).toBeGreaterThanOrEqual(worth - 1e-9);
          });
        },
      ),
      { numRuns: 150, seed: 24 },
    );
  });
});

describe('the relaxation with rows added when they are broken', () => {
  it('is that of all rows', () => {
    fc.assert(
      fc.property(smallProgram, (program) => {
        const packed = packProgram({ ...program, columns: program.columns.map((column) => ({ ...column, integer: false })) });
        const lazy = relaxLazily(highs, packed, 20);
        const whole = solveByCore(highs, packed, { ...run, large: Infinity }, patient);
        expect(lazy.status).toBe(whole.status);
        if (whole.status !== 'optimal') return;
        expect(packedWorth(packed, lazy.values)).toBeCloseTo(whole.worth, 6);
        expect(lagrangianBound(packed, lazy.prices).bound).toBeCloseTo(whole.worth, 5);
      }),
      { numRuns: 100, seed: 25 },
    );
  });
});

describe('rows of a single column', () => {
  const column = { name: 'x', lower: 0, upper: 9, integer: true, cost: 1 };
  const row = (lower: number, upper: number, coefficient: number) => ({
    name: `${lower}${upper}`,
    origin: 'r',
    lower,
    upper,
    terms: [{ column: 0, coefficient }],
  });

  it('become bounds, rounded where the column is whole', () => {
    const bounded = absorbBounds(
      packProgram({ sense: 'maximize', columns: [column], rows: [row(-Infinity, 7, 2), row(-8, Infinity, -4), row(1, 9, 1)] }),
    );
    expect([bounded?.lower[0], bounded?.upper[0], bounded?.rowLower.length]).toEqual([1, 2, 0]);
  });

  it('contradict each other', () => {
    expect(absorbBounds(packProgram({ sense: 'maximize', columns: [column], rows: [row(3, 4, 1), row(5, 9, 1)] }))).toBeNull();
  });
});

describe('dealing out', () => {
  /** 120 questions of 1 to 9 points for four copies of 30 that must all be worth the same: chance alone does not find it. */
  it('finds copies of exactly equal worth', () => {
    const worths = Array.from({ length: 120 }, (_, index) => 1 + ((index * 7) % 9));
    const total = worths.reduce((sum, worth) => sum + worth, 0);
    const even = worths.map((worth, index) => (index === 0 ? worth + ((4 - (total % 4)) % 4) : worth));
    const share = even.reduce((sum, worth) => sum + worth, 0) / 4;
    const copies = [0, 1, 2, 3];
    const at = (copy: number, coefficients: readonly number[]) =>
      coefficients.map((coefficient, index) => ({ column: copy * 120 + index, coefficient }));
    const packed = packProgram({
      sense: 'maximize',
      columns: copies.flatMap(() => even.map((_, index) => ({ name: `x${index}`, lower: 0, upper: 1, integer: true, cost: 0 }))),
      rows: copies.flatMap((copy) => [
        {
          name: `n${copy}`,
          origin: 'n',
          lower: 30,
          upper: 30,
          terms: at(
            copy,
            even.map(() => 1),
          ),
        },
        { name: `w${copy}`, origin: 'w', lower: share, upper: share, terms: at(copy, even) },
      ]),
      copies: [
        { columns: copies.map((copy) => even.map((_, index) => copy * 120 + index)), rows: copies.map((copy) => [copy * 2, copy * 2 + 1]) },
      ],
    });
    const values = new Float64Array(480);
    expect(
      dealOut(
        packed,
        packed.copies[0]!,
        even.map(() => 1),
        values,
        { seed: 1, timeLeft: () => true },
      ),
    ).toBe(true);
    expect(holds(packed, values)).toBe(true);
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(120);
  });
});
