/** A sorted copy, smallest first: the fixed order in which sums are taken, so that the order of the input changes no bit. Cost O(n log n). */
export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
