import { poissonDeviance } from '../distributions/poisson-deviance';
import { stirlingRemainder } from '../distributions/stirling-remainder';

/** A group of `group` and others of `others`, of whom together `selected` were selected. */
export interface Margins {
  readonly group: number;
  readonly others: number;
  readonly selected: number;
}

/** The least and the greatest number of the group that may have been selected. */
export const least = ({ others, selected }: Margins): number => Math.max(0, selected - others);
export const greatest = ({ group, selected }: Margins): number => Math.min(group, selected);

/** The likeliest number of the group among the selected. */
export const mode = ({ group, others, selected }: Margins): number =>
  Math.min(Math.floor(((selected + 1) * (group + 1)) / (group + others + 2)), greatest({ group, others, selected }));

/**
 * The logarithm of the chance of exactly `count` of the group among the selected, in which the large factorials have been cancelled on
 * paper: a product of two binomial densities over a third.
 *
 * Source: C. Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function logDensity(count: number, { group, others, selected }: Margins): number {
  const share = selected / (group + others);
  const logBinomial = (x: number, n: number): number => {
    if (n === 0) return 0;
    const deviance = poissonDeviance(x, n * share) + poissonDeviance(n - x, n * (1 - share));
    if (x === 0 || x === n) return -deviance;
    const remainder = stirlingRemainder(n) - stirlingRemainder(x) - stirlingRemainder(n - x);
    return remainder - deviance + 0.5 * Math.log(n / (2 * Math.PI * x * (n - x)));
  };
  if (selected === 0 || selected === group + others) return 0;
  return logBinomial(count, group) + logBinomial(selected - count, others) - logBinomial(selected, group + others);
}

/** The chance of `count` or fewer, for a count not above the mode: terms that fall all the way, until one no longer counts. */
export function fallingLowerTail(count: number, margins: Margins): number {
  const { group, others, selected } = margins;
  let term = 1;
  let sum = 1;
  for (let x = count; x > least(margins); x -= 1) {
    term *= (x / (group - x + 1)) * ((others - selected + x) / (selected - x + 1));
    if (sum + term === sum) break;
    sum += term;
  }
  return Math.exp(logDensity(count, margins)) * sum;
}

/** The chance of `count` or more, for a count not below the mode. */
export function fallingUpperTail(count: number, margins: Margins): number {
  const { group, others, selected } = margins;
  let term = 1;
  let sum = 1;
  for (let x = count; x < greatest(margins); x += 1) {
    term *= ((group - x) / (x + 1)) * ((selected - x) / (others - selected + x + 1));
    if (sum + term === sum) break;
    sum += term;
  }
  return Math.exp(logDensity(count, margins)) * sum;
}
