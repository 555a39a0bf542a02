import { exhaustiveSolver } from './exhaustive';

const column = { name: 'x', lower: 0, upper: 3, integer: true, cost: 2 };

describe('exhaustiveSolver', () => {
  it('refuses columns that cannot be enumerated', async () => {
    const options = { timeLimitSeconds: 1, gap: 0 };
    await expect(
      exhaustiveSolver().solve({ sense: 'maximize', columns: [{ ...column, integer: false }], rows: [] }, options),
    ).rejects.toThrow(TypeError);
    await expect(
      exhaustiveSolver().solve({ sense: 'maximize', columns: [{ ...column, upper: Infinity }], rows: [] }, options),
    ).rejects.toThrow(TypeError);
  });

  it('maximizes and minimizes, and heeds an abort', async () => {
    const row = { name: 'r', origin: 'r', lower: 1, upper: 2, terms: [{ column: 0, coefficient: 1 }] };
    const options = { timeLimitSeconds: 1, gap: 0 };
    expect(await exhaustiveSolver().solve({ sense: 'maximize', columns: [column], rows: [row] }, options)).toMatchObject({
      objective: 4,
      values: [2],
    });
    expect(await exhaustiveSolver().solve({ sense: 'minimize', columns: [column], rows: [row] }, options)).toMatchObject({
      objective: 2,
      values: [1],
    });
    expect(
      await exhaustiveSolver().solve({ sense: 'maximize', columns: [column], rows: [row] }, { ...options, signal: AbortSignal.abort() }),
    ).toEqual({ status: 'cancelled' });
  });
});
