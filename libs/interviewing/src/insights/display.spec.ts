import * as fc from 'fast-check';
import { displayFigure } from './display';

/** Rounds the exact value of the double half to even by whole-number arithmetic alone. */
function exactly(value: number): string {
  let numerator = Math.abs(value);
  let denominator = 1n;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  const hundredfold = BigInt(numerator) * 100n;
  let whole = hundredfold / denominator;
  const twiceRest = (hundredfold % denominator) * 2n;
  if (twiceRest > denominator || (twiceRest === denominator && whole % 2n === 1n)) whole += 1n;
  const digits = whole.toString().padStart(3, '0');
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return value < 0 && whole !== 0n ? `-${text}` : text;
}

describe('a figure on display', () => {
  it.each([
    [3.5, '3.50'],
    [2.675, '2.67'], // in binary 2.67499999999999982236431605997495353221893310546875
    [1.005, '1.00'], // 1.00499999999999989...
    [1.115, '1.11'], // 1.11499999999999999...
    [0.125, '0.12'],
    [0.375, '0.38'],
    [0.625, '0.62'],
    [4.875, '4.88'],
    [-0.125, '-0.12'],
    [-0.375, '-0.38'],
    [-0.001, '0.00'],
    [-0, '0.00'],
    [2.995, '3.00'], // 2.99500000000000010658
    [100, '100.00'],
  ])('%d is %s', (value, text) => {
    expect(displayFigure(value)).toBe(text);
  });

  it('says where there is none', () => {
    expect(displayFigure(null)).toBe('–');
    for (const value of [NaN, Infinity, 1e15]) expect(() => displayFigure(value)).toThrow(RangeError);
  });

  it('is the exact value, rounded half to even', () => {
    const figures = fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: -8000, max: 8000 }).map((eighths) => eighths / 8),
      fc.integer({ min: -100000, max: 100000 }).map((thousandths) => thousandths / 1000),
    );
    fc.assert(
      fc.property(figures, (value) => {
        expect(displayFigure(value)).toBe(exactly(value));
      }),
      { numRuns: 2000 },
    );
  });
});
