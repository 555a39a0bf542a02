import type { Estimate } from '@touchstone/kernel';

/** A candidate with a score and its standard error: what a ranking is made of, wherever the score came from. */
export interface Standing {
  readonly candidate: string;
  readonly estimate: Estimate;
}
