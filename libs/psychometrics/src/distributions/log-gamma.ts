import { HALF_LOG_TWO_PI, LARGE, stirlingSeries } from './stirling-series';

/** zeta(k) - 1 for k = 27 down to 2 (DLMF 25.6; computed with mpmath 1.3). */
const ZETA_LESS_ONE = [
  7.4507117898354295e-9, 1.4901554828365041e-8, 2.980350351465228e-8, 5.960818905125948e-8, 1.1921992596531107e-7, 2.3845050272773299e-7,
  4.7693298678780646e-7, 9.5396203387279611e-7, 1.9082127165539389e-6, 3.8172932649998399e-6, 7.6371976378997623e-6, 1.5282259408651872e-5,
  3.0588236307020494e-5, 6.1248135058704829e-5, 0.00012271334757848915, 0.0002460865533080483, 0.00049418860411946456,
  0.00099457512781808534, 0.0020083928260822144, 0.0040773561979443394, 0.0083492773819228268, 0.01734306198444914, 0.036927755143369926,
  0.082323233711138192, 0.20205690315959429, 0.64493406684822644,
];

/** 1 less Euler's constant. */
const LESS_EULER = 0.42278433509846714;

/**
 * What is the logarithm of gamma(x), of (x - 1)! for a whole x?
 *
 * Factorials overflow a double at 171!; their logarithms do not, and a ratio of factorials is the difference of two of them. Every exact
 * test and every distribution of this chapter stands on it.
 *
 * Around 1 and 2, where the logarithm passes through 0, the Taylor series keeps the relative accuracy; up to 12 the recurrence leads down
 * to it; above, Stirling's series. About 15 digits everywhere.
 *
 * Needs a finite x above 0; throws RangeError otherwise. Cost O(1).
 *
 * Source: NIST Digital Library of Mathematical Functions, 5.5.1, 5.7.3 and 5.11.1, https://dlmf.nist.gov/5.
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new RangeError('the logarithm of gamma is taken of a finite number above 0');
  if (x >= LARGE) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
  if (x < 0.5) return nearTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return nearTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let reduced = x;
  while (reduced >= 2.5) product *= reduced -= 1;
  return nearTwo(reduced - 2) + Math.log(product);
}

/** log gamma(2 + z) for -1/2 <= z <= 1/2 (DLMF 5.7.3). */
function nearTwo(z: number): number {
  let sum = 0;
  let k = ZETA_LESS_ONE.length + 1;
  for (const coefficient of ZETA_LESS_ONE) {
    sum = coefficient / k - z * sum;
    k -= 1;
  }
  return z * (LESS_EULER + z * sum);
}
