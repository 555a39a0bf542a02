import type { WeighedRatings } from './weighed-ratings';

/** With what weight the variance of a pair, candidate and rater, and that of a rating enter the variance of a candidate's error. */
export interface OwnErrors {
  readonly pairs: number;
  readonly ratings: number;
}

/** Sums of squared weights of each candidate, by rater and by rating. */
export function ownErrors({ candidate, rater, weight }: WeighedRatings, candidates: number): readonly OwnErrors[] {
  const byRater = Array.from({ length: candidates }, () => new Map<number, number>());
  const squares = new Float64Array(candidates);
  weight.forEach((own, row) => {
    const c = candidate[row]!;
    byRater[c]!.set(rater[row]!, (byRater[c]!.get(rater[row]!) ?? 0) + own);
    squares[c] = squares[c]! + own * own;
  });
  return byRater.map((sums, c) => ({ pairs: [...sums.values()].reduce((total, own) => total + own * own, 0), ratings: squares[c]! }));
}
