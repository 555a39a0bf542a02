import { gammaTails } from './gamma-tails';
import { normalCdf } from './normal-cdf';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * Which value does a standard normal stay below with the given probability? 1.959964 for 0.975: half the width of a 95 % interval, in
 * standard errors, where the sample is large.
 *
 * Newton's method on a concave function, started at a bound below the answer: it climbs to it without overshooting. In the tail the
 * function is the logarithm of the probability, near the centre the area between 0 and the answer, so that neither end loses digits. No
 * table of coefficients; about 14 digits.
 *
 * Needs a probability in (0, 1); throws RangeError otherwise. Cost O(1), about six evaluations of `normalCdf`.
 *
 * Source: the definition; the bounds are Chernoff's, 2 normalCdf(-s) <= exp(-s^2 / 2), and that of the density, which is highest at 0.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError('a probability lies between 0 and 1, exclusively');
  if (probability === 0.5) return 0;
  if (probability < 0.2) return tail(probability);
  if (probability > 0.8) return -tail(1 - probability);
  return probability < 0.5 ? -centre(0.5 - probability) : centre(probability - 0.5);
}

function tail(probability: number): number {
  const wanted = Math.log(probability);
  // Beyond -38.4 the tail would leave the doubles.
  return climb(Math.max(-Math.sqrt(-2 * wanted), -38.4), (z) => {
    const below = normalCdf(z);
    return (wanted - Math.log(below)) * below;
  });
}

const centre = (area: number): number => climb(area * ROOT_TWO_PI, (z) => area - gammaTails(0.5, (z * z) / 2).lower / 2);

/** `lacking` is what is missing to the wanted area, to first order. */
function climb(start: number, lacking: (z: number) => number): number {
  let z = start;
  for (let count = 0; count < 50; count += 1) {
    const step = (lacking(z) * ROOT_TWO_PI) / Math.exp((-z * z) / 2);
    z += step;
    if (Math.abs(step) <= 4e-16 * Math.abs(z)) break;
  }
  return z;
}
