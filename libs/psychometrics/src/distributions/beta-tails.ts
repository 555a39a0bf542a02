import { poissonDeviance } from './poisson-deviance';
import { stirlingRemainder } from './stirling-remainder';

/** The two sides of a distribution at one point; they sum to 1, and the smaller one keeps its digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The incomplete beta function from both ends: I_x(a, b) and 1 - I_x(a, b), given x and y = 1 - x apart, so that neither is lost by
 * subtraction when the other is close to 1.
 *
 * The continued fraction is used on the side of the mean where it converges, in about sqrt(max(a, b)) steps at the worst.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22 (its even part); density after Loader (2000).
 */
export function betaTails(x: number, y: number, a: number, b: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const density = betaDensityInLogit(x, y, a, b);
  if (a * y + y >= b * x + x) {
    const lower = Math.min(1, density / fraction(x, y, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, density / fraction(y, x, b, a));
  return { lower: 1 - upper, upper };
}

/** x^a y^b / B(a, b): the density of log(x / y). */
export function betaDensityInLogit(x: number, y: number, a: number, b: number): number {
  const sum = a + b;
  const away = poissonDeviance(a, sum * x) + poissonDeviance(b, sum * y);
  const remainder = stirlingRemainder(sum) - stirlingRemainder(a) - stirlingRemainder(b);
  return Math.exp(remainder - away) * Math.sqrt((a / (2 * Math.PI)) * (b / sum));
}

/** The fraction by which x^a y^b / B(a, b) is to be divided to give I_x(a, b), evaluated forward (modified Lentz). */
function fraction(x: number, y: number, a: number, b: number): number {
  const balance = a * y - b * x + 1;
  let value = clearOfZero((a / (a + 1)) * balance);
  let c = value;
  let d = 0;
  for (let m = 1; ; m += 1) {
    const odd = a + 2 * m - 1;
    const numerator = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * m * (b - m) * x * x;
    const denominator = m + (m * (b - m) * x) / odd + (a + m) * ((balance + m * (2 - x)) / (odd + 2));
    d = 1 / clearOfZero(denominator + numerator * d);
    c = clearOfZero(denominator + numerator / c);
    const change = c * d;
    value *= change;
    if (!(Math.abs(change - 1) >= 4e-16)) return value;
  }
}

const clearOfZero = (number: number): number => (Math.abs(number) < 1e-300 ? 1e-300 : number);
