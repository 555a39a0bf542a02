/** A rater who is one level off in one rating of four, always to the same side. */
const CLEAR = 0.25;

/** Below this, in levels, a mean is 0 with the rounding of a computer. */
const ZERO = 1e-9;

/** To which side a rater leans, in words, from the mean of given minus gold in levels. */
export function lean(meanDifference: number): string {
  const size = Math.abs(meanDifference);
  if (size < ZERO) return 'neither severe nor lenient';
  return `${size < CLEAR ? 'slightly ' : ''}${meanDifference < 0 ? 'severe' : 'lenient'}`;
}
