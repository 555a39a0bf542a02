import type { MixedModelFit } from './mixed-model-fit';
import type { OwnErrors } from './own-errors';

/** Degrees of freedom from which a t interval is a normal one. */
const MANY = 1e6;

/**
 * From how much was the variance of an error estimated? Satterthwaite's degrees of freedom, twice its square over the variance of its estimate, by the errors of the two components that it mostly
 * consists of: `own` says with what weights they enter. At least 1, so that an interval there is; where the components have no errors, as many as make a normal interval. Cost O(1).
 *
 * Source: F. E. Satterthwaite (1946), An approximate distribution of estimates of variance components, Biometrics Bulletin 2(6), 110-114, doi:10.2307/3002019.
 */
export function satterthwaiteDegrees(
  { terms, componentCovariance }: Pick<MixedModelFit, 'terms' | 'componentCovariance'>,
  variance: number,
  { pairs, ratings }: OwnErrors,
): number {
  const size = terms.length + 1;
  const [pair, rating] = [terms.indexOf('candidate:rater'), size - 1];
  const between = (one: number, other: number): number =>
    one === -1 || other === -1 ? 0 : (componentCovariance?.[one * size + other] ?? 0);
  const error =
    pairs * pairs * between(pair, pair) + 2 * pairs * ratings * between(pair, rating) + ratings * ratings * between(rating, rating);
  return error > 0 ? Math.max(1, (2 * variance * variance) / error) : MANY;
}
