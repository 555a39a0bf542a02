import { candidateScores, median, tabulate, trimmedMean, winsorizedMean } from '@touchstone/psychometrics';
import type { Json, OracleInput, Section } from './section';
import { tableOf } from './table-of';

/** The library refuses a cell that was rated twice, as data of groups have it; what there is to count is then counted from the rows. */
function counts(input: OracleInput): Json {
  const { ratings = [], scale } = input;
  const table = tabulate(ratings, { scale });
  if (table.ok) {
    const { candidates, raters, items, score } = table.value;
    return { candidates: candidates.length, raters: raters.length, items: items.length, ratings: score.length };
  }
  const distinct = (of: 'candidate' | 'rater' | 'item'): number => new Set(ratings.map((rating) => rating[of])).size;
  return { candidates: distinct('candidate'), raters: distinct('rater'), items: distinct('item'), ratings: ratings.length };
}

function aggregate(input: OracleInput): Json {
  return Object.fromEntries(
    candidateScores(tableOf(input), { weights: input.weights }).map((scores) => [
      scores.candidate,
      {
        n: scores.mean.n,
        mean: scores.mean.value,
        median: scores.median.value,
        trimmed_mean: scores.trimmedMean.value,
        weighted_mean: scores.weightedMean.value,
        two_stage_weighted_mean: scores.twoStageWeightedMean.value,
        two_stage_mean: scores.twoStageMean.value,
        share_of_weight_rated: scores.shareOfWeightRated,
      },
    ]),
  );
}

/** Keys say what is done: `20pct`, `12.5pct_floor`, `winsorized_20pct`; half at each end leaves the median. */
function trimmed(input: OracleInput, expected: Json): Json {
  const scores = (input.ratings ?? []).map(({ score }) => score);
  const shares = expected !== null && typeof expected === 'object' ? Object.keys(expected) : [];
  return Object.fromEntries(
    shares.flatMap((key) => {
      const told = /^(winsorized_)?([\d.]+)pct(?:_floor)?$/.exec(key);
      if (told === null) return [];
      const share = Number(told[2]) / 100;
      if (share >= 0.5) return [[key, median(scores)]];
      return [[key, told[1] === undefined ? trimmedMean(scores, share) : winsorizedMean(scores, share)]];
    }),
  );
}

export const aggregationSections: readonly Section[] = [
  { name: 'counts', compute: counts },
  { name: 'aggregate', compute: aggregate },
  { name: 'trimmed', compute: trimmed },
];
