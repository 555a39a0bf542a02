import * as fc from 'fast-check';
import { type Rating, tabulate } from '..';

const row = (candidate: string, rater: string, item: string, score: number): Rating => ({ candidate, rater, item, score });
const scale = { min: 1, max: 5 };

describe('reading ratings into a table', () => {
  it('sorts names and rows, and points from rows to names', () => {
    const table = tabulate([row('Bo', 'R2', 'q', 3), row('Al', 'R2', 'q', 5), row('Al', 'R1', 'q', 4)], { scale });
    expect(table).toEqual({
      ok: true,
      value: {
        candidates: ['Al', 'Bo'],
        raters: ['R1', 'R2'],
        items: ['q'],
        candidate: Int32Array.of(0, 0, 1),
        rater: Int32Array.of(0, 1, 1),
        item: Int32Array.of(0, 0, 0),
        score: Float64Array.of(4, 5, 3),
        scale,
      },
    });
  });

  it.each([
    [[], 0, 'NO_RATINGS'],
    [[row('Al', 'R1', 'q', 3), row(' ', 'R1', 'q', 3)], 2, 'MISSING_NAME'],
    [[row('Al', 'R9', 'q', 3)], 1, 'UNKNOWN_RATER'],
    [[row('Al', 'R1', 'q', NaN)], 1, 'NOT_A_NUMBER'],
    [[row('Al', 'R1', 'q', 1e400)], 1, 'NOT_A_NUMBER'],
    [[row('Al', 'R1', 'q', 0)], 1, 'OUT_OF_SCALE'],
    [[row('Al', 'R1', 'q', 3), row('Bo', 'R1', 'q', 3), row('Al', 'R1', 'q', 3)], 3, 'DUPLICATE'],
  ])('names the row that is wrong: %j', (rows, at, code) => {
    const table = tabulate(rows, { scale, knownRaters: ['R1', 'R2'] });
    expect(table.ok ? [] : table.error.map((fault) => [fault.row, fault.code])).toEqual([[at, code]]);
  });

  it('lists several faults in the order of the rows, and stops at twenty', () => {
    const twice = tabulate([row('Al', 'R1', 'q', 9), row('Al', '', 'q', 2)], { scale });
    expect(twice.ok ? [] : twice.error.map((fault) => fault.code)).toEqual(['OUT_OF_SCALE', 'MISSING_NAME']);
    const many = tabulate(
      Array.from({ length: 1000 }, (_, k) => row('Al', `R${k}`, 'q', 9)),
      { scale },
    );
    expect(many.ok ? 0 : many.error.length).toBe(20);
  });

  it('gives the same table whatever the order of the rows', () => {
    const cells = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(3)), { minLength: 1, selector: String });
    fc.assert(
      fc.property(
        cells.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([given, shuffled]) => {
          const read = (rows: readonly (readonly [number, number, number])[]) =>
            tabulate(rows.map(([c, r, i]) => row(`c${c}`, `r${r}`, `i${i}`, ((c + r * i) % 5) + 1)));
          expect(read(shuffled)).toEqual(read(given));
        },
      ),
    );
  });

  it('refuses a scale that is none', () => {
    expect(() => tabulate([row('Al', 'R1', 'q', 3)], { scale: { min: 5, max: 5 } })).toThrow(RangeError);
  });
});
