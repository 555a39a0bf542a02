/**
 * A figure with two decimals as a whole number, so that sums compare exactly. Throws a RangeError where the figure has
 * more decimals: `faultsOf` refuses such blueprints before this is reached.
 */
export function hundredths(figure: number): number {
  const whole = Math.round(figure * 100);
  if (!isHundredths(figure)) throw new RangeError(`${figure} has more than two decimals`);
  return whole;
}

/** Whether a figure is finite and has at most two decimals. */
export const isHundredths = (figure: number): boolean =>
  Number.isFinite(figure) && Math.abs(figure * 100 - Math.round(figure * 100)) < 1e-6;
