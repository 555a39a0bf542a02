import { betaDensityInLogit, betaTails, type Tails } from './beta-tails';

/**
 * The odds x / (1 - x) at which a beta(a, b) distribution splits into these tails (of which the smaller one is relied upon).
 *
 * Newton's method on the logarithm of that tail, as a function of the logarithm of the odds. There the density is log-concave, hence so
 * is the tail: after at most one step too far the iteration comes down to the answer from one side and cannot miss it.
 *
 * Source: the definition; log-concavity passes from densities to tails (Prekopa 1973).
 */
export function betaOdds({ lower, upper }: Tails, a: number, b: number): number {
  const side = lower <= upper ? 'lower' : 'upper';
  const sign = side === 'lower' ? 1 : -1;
  const wanted = Math.log(side === 'lower' ? lower : upper);
  let logit = Math.log(a / b);
  let from = logit;
  for (let count = 0; count < 200; count += 1) {
    const odds = Math.exp(logit);
    const x = odds === Infinity ? 1 : odds / (1 + odds);
    const y = 1 / (1 + odds);
    const tail = betaTails(x, y, a, b)[side];
    if (tail === 0) {
      // One step too far left the doubles: back half of the way.
      logit = (logit + from) / 2;
      continue;
    }
    from = logit;
    logit += (sign * (wanted - Math.log(tail)) * tail) / betaDensityInLogit(x, y, a, b);
    if (Math.abs(logit - from) <= 4e-16 * Math.max(1, Math.abs(logit))) break;
  }
  return Math.exp(logit);
}
