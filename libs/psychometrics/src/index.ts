/* Chapter 1. Ratings: what goes in */
export type { Rating, Scale } from './ratings/rating';
export type { RatingFault } from './ratings/rating-fault';
export type { RatingTable } from './ratings/rating-table';
export { type TabulateOptions, tabulate } from './ratings/tabulate';

/* Chapter 2. Estimates: what comes out */
export type { Support } from './estimates/estimates';

/* Chapter 3. Adding up without losing digits */
export { neumaierSum } from './sums/neumaier-sum';

/* Chapter 4. Where the centre is, and how far numbers spread */
export { mean } from './aggregation/mean';
export { type Weighted, weightedMean } from './aggregation/weighted-mean';
export { median } from './aggregation/median';
export { trimmedMean } from './aggregation/trimmed-mean';
export { sampleVariance } from './aggregation/sample-variance';
export { averageAbsoluteDeviation } from './aggregation/average-absolute-deviation';

/* Chapter 5. Distributions: what a small sample can claim */
export { tQuantile } from './distributions/t-quantile';

/* Chapter 6. Agreement: do raters say the same? */

/* Chapter 7. Reliability: do raters order candidates alike? */

/* Chapter 8. Generalizability: where the differences come from, and what a larger panel would buy */

/* Chapter 9. The mixed model: severity taken out, in rating units */

/* Chapter 10. Many-facet Rasch: the diagnosis */

/* Chapter 11. Linking: can these candidates be compared at all? */

/* Chapter 12. Ranking with its uncertainty */

/* Chapter 13. Items: which questions work */

/* Chapter 14. Fairness: adverse impact */
