import type { RatingTable } from '../ratings/rating-table';

/** Where the rows of each candidate begin and, last, where the table ends: rows stand candidate by candidate. */
export function rowsOfCandidates({ candidate, candidates }: RatingTable): Int32Array {
  const start = new Int32Array(candidates.length + 1).fill(candidate.length);
  for (let row = candidate.length - 1; row >= 0; row -= 1) start[candidate[row]!] = row;
  return start;
}
