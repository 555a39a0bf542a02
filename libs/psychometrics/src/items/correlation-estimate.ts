import type { Estimate } from '@touchstone/kernel';
import { normalQuantile } from '../distributions/normal-quantile';
import { found, missing } from '../estimates/estimates';
import type { CompleteMatrix } from '../reliability/complete-matrix';
import { varianceOf } from '../reliability/item-columns';

/** Pearson's correlation over the rows of a matrix, with Fisher's interval. A variance that is nothing beside `size` counts as none. */
export function correlationEstimate(a: Float64Array, b: Float64Array, size: number, what: string, support: CompleteMatrix): Estimate {
  const method = `${what}; interval by Fisher's z`;
  const n = support.rows;
  if (n < 2 || support.columns < 2) return missing('INSUFFICIENT_DATA', method, support);
  const [varianceA, varianceB] = [varianceOf(a, size), varianceOf(b, size)];
  if (varianceA === 0 || varianceB === 0) return missing('CONSTANT', method, support);
  const [centreA, centreB] = [centreOf(a), centreOf(b)];
  let product = 0;
  for (let row = 0; row < n; row += 1) product += (a[row]! - centreA) * (b[row]! - centreB);
  const value = Math.min(1, Math.max(-1, product / ((n - 1) * Math.sqrt(varianceA) * Math.sqrt(varianceB))));
  if (n < 4 || 1 - Math.abs(value) < 1e-12) return found({ value }, method, support);
  const reach = normalQuantile(0.975) / Math.sqrt(n - 3);
  const z = Math.atanh(value);
  return found({ value, interval: [Math.tanh(z - reach), Math.tanh(z + reach)] }, method, support);
}

const centreOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value / values.length, 0);
