/**
 * Which value does Student's t with `degrees` degrees of freedom stay below with the given probability?
 *
 * Half the width of a 95 % interval is `tQuantile(0.975, n - 1)` standard errors: 12.71 of them for two raters, 4.30 for three,
 * 2.78 for five. That is why two raters say so little.
 *
 * For whole degrees of freedom the distribution has a closed form, a finite sum of positive terms (`centralProbability`), which
 * is inverted here by halving until two neighbouring doubles enclose the answer. No table, no series that must converge;
 * about twelve digits are right while the tail holds 1e-6 or more.
 *
 * `probability` in (0, 1), `degrees` a whole number of at least 1; throws RangeError otherwise (fractional degrees, as Satterthwaite
 * needs, have no closed form). Cost O(degrees) per halving, at most about 1,100 halvings, in practice 60.
 *
 * Source: M. Abramowitz & I. A. Stegun (1964), Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
 */
export function tQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError('a probability lies between 0 and 1, exclusively');
  if (!Number.isInteger(degrees) || degrees < 1) throw new RangeError('degrees of freedom are a whole number of at least 1');
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -tQuantile(1 - probability, degrees);
  const wanted = 2 * probability - 1;
  let low = 0;
  let high = 1;
  while (high < 1e150 && centralProbability(high, degrees) < wanted) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (centralProbability(middle, degrees) < wanted) low = middle;
    else high = middle;
  }
}

/** P(|T| <= t). Terms shrink by a factor below cos² each, so the sum may stop once they no longer change it. */
function centralProbability(t: number, degrees: number): number {
  const cosineSquared = degrees / (degrees + t * t);
  const sine = t / Math.sqrt(degrees + t * t);
  const odd = degrees % 2 === 1;
  let term = odd ? Math.sqrt(cosineSquared) : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < degrees; k += 2) {
    term *= ((k - 1) / k) * cosineSquared;
    if (sum + term === sum) break;
    sum += term;
  }
  if (!odd) return sine * sum;
  return (2 / Math.PI) * (Math.atan(t / Math.sqrt(degrees)) + sine * sum);
}
