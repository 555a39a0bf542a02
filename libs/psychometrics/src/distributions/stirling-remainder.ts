import { logGamma } from './log-gamma';
import { HALF_LOG_TWO_PI, LARGE, stirlingSeries } from './stirling-series';

/**
 * What is left of log gamma once Stirling's formula is taken away: `log gamma(x) - (x - 1/2) log x + x - log sqrt(2 pi)`, about 1 / (12 x).
 *
 * Binomial, Poisson and beta densities are built from it, because in their ratio of gammas the large parts cancel on paper and must not be
 * left to cancel in doubles. Needs x > 0. Cost O(1).
 *
 * Source: NIST Digital Library of Mathematical Functions, 5.11.1; its use: C. Loader (2000), Fast and accurate computation of binomial
 * probabilities.
 */
export const stirlingRemainder = (x: number): number =>
  x < LARGE ? logGamma(x) - (x - 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI : stirlingSeries(x);
