/* Chapter 1. Adding up without losing digits */
export { neumaierSum } from './neumaier-sum';

/* Chapter 2. Where the centre is */
export { mean } from './mean';
export { type Weighted, weightedMean } from './weighted-mean';
export { median } from './median';
export { trimmedMean } from './trimmed-mean';

/* Chapter 3. How far numbers spread */
export { sampleVariance } from './sample-variance';
export { averageAbsoluteDeviation } from './average-absolute-deviation';

/* Chapter 4. What a small sample can claim */
export { tQuantile } from './t-quantile';
