import type { EstimateStatus } from '@touchstone/kernel';

const SENTENCES: Readonly<Record<EstimateStatus, string>> = {
  OK: 'The figure is there.',
  INSUFFICIENT_DATA: 'There are too few ratings, candidates, interviewers or questions for this figure.',
  DISCONNECTED: 'Nothing joins these ratings: no interviewer has seen candidates of both sides, so the two cannot be compared.',
  CONSTANT: 'All of these ratings are the same, so there is no difference that could be measured.',
  EXTREME: 'The figure lies beyond an end of the scale: it says “at least so high” (or so low), not how far.',
  NOT_CONVERGED: 'The computation found no stable answer, so none is given.',
};

/**
 * Why is this figure not there (or to be read with care)? One sentence for each status, for somebody who decides and has never heard of
 * statistics: what is missing in the ratings, not in the mathematics.
 *
 * Cost O(1). Source: the definitions of the statuses.
 */
export const whyMissing = (status: EstimateStatus): string => SENTENCES[status];
