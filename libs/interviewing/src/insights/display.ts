/** What is shown where there is no figure. */
export const NO_FIGURE = '–';

/**
 * How is a figure shown? With two decimals, rounded half to even, from the exact value of the binary number; `NO_FIGURE` for null.
 * The only rounding there is, and nothing is computed from its result.
 *
 * 2.675 is a little less than that in binary and gives 2.67; 0.125 is exact, a true half, and gives 0.12. `toFixed` already rounds the exact value
 * and only sends halves upward, and a half at two decimals is an odd multiple of 1/8 (100 x must end in .5), which a double holds exactly.
 *
 * Throws RangeError on NaN, infinities and sizes from 1e15, which are no figures on any scale here.
 */
export function displayFigure(value: number | null): string {
  if (value === null) return NO_FIGURE;
  if (!(Math.abs(value) < 1e15)) throw new RangeError('a figure is a finite number below 1e15');
  const size = Math.abs(value);
  const eighths = size * 8;
  const text = Number.isInteger(eighths) && eighths % 2 === 1 ? halfToEven(BigInt(eighths)) : size.toFixed(2);
  return value < 0 && text !== '0.00' ? `-${text}` : text;
}

/** An odd number of eighths is 12.5 hundredths times it: of the two neighbouring hundredths, the even one. */
function halfToEven(eighths: bigint): string {
  const below = (eighths * 25n - 1n) / 2n;
  const hundredths = below % 2n === 0n ? below : below + 1n;
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}
