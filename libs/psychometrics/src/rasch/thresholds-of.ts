import type { Design } from './design';

/** The thresholds of one scale from their running sums in the structural parameters. */
export function thresholdsOf(design: Design, beta: Float64Array, scale: number): number[] {
  const top = design.top[scale]!;
  const sum = (k: number): number => (k < 1 || k >= top ? 0 : beta[design.kappa[scale]! + k - 1]!);
  return Array.from({ length: top }, (_, k) => sum(k + 1) - sum(k));
}
