import { neumaierSum } from '../sums/neumaier-sum';
import type { RaschElement } from './analysis';

export interface MeanAndSpread {
  readonly n: number;
  readonly mean: number;
  /** Over these elements as all there are: divided by n. */
  readonly sd: number;
}

export interface FacetSummary {
  readonly score: MeanAndSpread | null;
  readonly average: MeanAndSpread | null;
  readonly measure: MeanAndSpread | null;
  readonly conditionalError: MeanAndSpread | null;
  readonly infit: MeanAndSpread | null;
  readonly outfit: MeanAndSpread | null;
}

/**
 * What is a facet like as a whole?
 *
 * The line under a table of the program Facets.
 *
 * Mean and (population) standard deviation over the elements of a facet, of their total score, their average rating, their measure with its
 * conditional error, and their mean squares. The mean squares should lie near 1; a standard deviation of the measures far above the mean error
 * says that there is something to tell apart (`separation`). Each figure counts the elements that have it; null where none has.
 *
 * Cost O(elements). Source: Facets manual, Table 6.2 and the summary lines of Table 7.
 */
export function facetSummary(elements: readonly RaschElement[]): FacetSummary {
  const over = (figure: (element: RaschElement) => number | null): MeanAndSpread | null =>
    meanAndSpread(elements.map(figure).filter((value) => value !== null));
  return {
    score: over(({ score }) => score),
    average: over(({ score, count }) => score / count),
    measure: over(({ measure }) => measure.value),
    conditionalError: over(({ conditionalError }) => conditionalError),
    infit: over(({ fit }) => fit.infit),
    outfit: over(({ fit }) => fit.outfit),
  };
}

function meanAndSpread(values: readonly number[]): MeanAndSpread | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = neumaierSum(values) / n;
  return { n, mean, sd: Math.sqrt(neumaierSum(values.map((value) => (value - mean) ** 2)) / n) };
}
