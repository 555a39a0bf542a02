import type { Tails } from './beta-tails';
import { poissonDeviance } from './poisson-deviance';
import { stirlingRemainder } from './stirling-remainder';

/**
 * The incomplete gamma function from both ends, P(a, x) and Q(a, x), the smaller one with its digits: the series below a + 1, the continued
 * fraction above, in about sqrt(a) steps at the worst.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.11.4 and 8.9.2; density after Loader (2000).
 */
export function gammaTails(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  // x^a e^-x / gamma(a), without the cancellation of its large parts.
  const density = Math.exp(-stirlingRemainder(a) - poissonDeviance(a, x)) * Math.sqrt(a / (2 * Math.PI));
  if (x < a + 1) {
    const lower = Math.min(1, density * series(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = density === 0 ? 0 : Math.min(1, density / fraction(a, x));
  return { lower: 1 - upper, upper };
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = 0;
  for (let k = 1; sum + term !== sum; k += 1) {
    sum += term;
    term *= x / (a + k);
  }
  return sum;
}

/** Evaluated forward (modified Lentz). */
function fraction(a: number, x: number): number {
  let value = x + 1 - a;
  let c = value;
  let d = 0;
  for (let k = 1; ; k += 1) {
    const numerator = k * (a - k);
    const denominator = x + 2 * k + 1 - a;
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const change = c * d;
    value *= change;
    if (!(Math.abs(change - 1) >= 4e-16)) return value;
  }
}
