import { missing } from '../estimates/estimates';
import type { UnitCounts } from './unit-counts';
import type { ChanceCorrected } from './unitwise-coefficient';

/** A coefficient that cannot be had for want of categories. */
export const unavailable = (method: string, { size, ratings: n, raters }: UnitCounts): ChanceCorrected => ({
  coefficient: missing('INSUFFICIENT_DATA', method, { n, raters }),
  observed: null,
  expected: null,
  units: size.length,
  unitsWithTwo: size.reduce((sum, m) => sum + (m < 2 ? 0 : 1), 0),
  degrees: size.length < 2 ? null : size.length - 1,
});
