import type { RaschFit } from './analysis';
import type { RowExpectations } from './row-expectations';

/** Below so many ratings a standardised fit swings with single ratings, and can even contradict its mean square. */
export const FEWEST_FOR_Z = 10;

/**
 * Do the ratings of each candidate, rater or item follow the model?
 *
 * Mean squares with expectation 1. **Outfit** is the mean of the squared standardised residuals: single surprising ratings drive it. **Infit** weights
 * them by their information: it answers to ratings near where the scale should work best. 0.5 to 1.5 is productive for measurement; above, more noise
 * than the model allows (an erratic rater, a question understood in two ways); below, less than ratings should have (a rater who copies, or
 * who keeps to the middle). `infitZ` and `outfitZ` say how surprising such a mean square is if the model holds: beyond ±2 about once in twenty.
 *
 * The deviates use the cube-root transformation of Wilson and Hilferty with the variance that the model gives the mean square, from the fourth moments
 * of its ratings. It wants some 25 ratings; below `fewestForZ` the deviates are null. They are null also where the model leaves the
 * mean square no variance. Ratings without expectation (extreme scores, missing measures) do not count.
 *
 * Cost O(rows).
 *
 * Source: B. D. Wright & G. N. Masters (1982), Rating Scale Analysis, 99-101; E. B. Wilson & M. M. Hilferty (1931), The distribution of chi-square,
 * PNAS 17(12), 684-688, doi:10.1073/pnas.17.12.684. The limits are B. D. Wright & J. M. Linacre (1994), Reasonable mean-square fit values,
 * Rasch Measurement Transactions 8(3), 370.
 */
export function fitStatistics(column: Int32Array, elements: number, rows: RowExpectations, fewestForZ: number): readonly RaschFit[] {
  const n = new Int32Array(elements);
  const squares = new Float64Array(elements);
  const information = new Float64Array(elements);
  const standardised = new Float64Array(elements);
  const infitSpread = new Float64Array(elements);
  const outfitSpread = new Float64Array(elements);
  for (let row = 0; row < column.length; row += 1) {
    const residual = rows.residual[row]!;
    const variance = rows.variance[row]!;
    if (Number.isNaN(residual) || !(variance > 0)) continue;
    const element = column[row]!;
    const kurtosis = rows.fourth[row]! / (variance * variance);
    n[element]! += 1;
    squares[element]! += residual * residual;
    information[element]! += variance;
    standardised[element]! += (residual * residual) / variance;
    infitSpread[element]! += variance * variance * (kurtosis - 1);
    outfitSpread[element]! += kurtosis - 1;
  }
  return Array.from({ length: elements }, (_, element) => {
    const count = n[element]!;
    if (count === 0) return { n: 0, infit: null, outfit: null, infitZ: null, outfitZ: null };
    const infit = squares[element]! / information[element]!;
    const outfit = standardised[element]! / count;
    const shown = count >= fewestForZ;
    return {
      n: count,
      infit,
      outfit,
      infitZ: shown ? wilsonHilferty(infit, Math.sqrt(infitSpread[element]!) / information[element]!) : null,
      outfitZ: shown ? wilsonHilferty(outfit, Math.sqrt(outfitSpread[element]!) / count) : null,
    };
  });
}

/** `deviation` is the standard deviation that the mean square has if the model holds. */
function wilsonHilferty(meanSquare: number, deviation: number): number | null {
  const z = (Math.cbrt(meanSquare) - 1) * (3 / deviation) + deviation / 3;
  return Number.isFinite(z) ? z : null;
}
