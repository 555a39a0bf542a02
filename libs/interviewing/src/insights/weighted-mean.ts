import type { Estimate } from '@touchstone/kernel';
import { type Weighted, weightedMean } from '@touchstone/psychometrics';
import { competencyScore, raterScores } from './competency-score';
import { itemScore } from './item-score';
import { type CountedRating, type ItemFact, type RatingFact, byText, countedRatings } from './rating-facts';
import { estimateOverRaters } from './rater-interval';

export const OVERALL_METHOD =
  'WEIGHTED_MEAN: competency weights renormalised over the rated competencies. 95 % t interval for the mean over all panels that might have sat there, ' +
  "from how far the raters' own totals on this loop are apart: wide with two or three raters";

/** One competency's figure; `weight` as in the profile or rule, null where it has none. */
export interface CompetencyFigure {
  readonly competency: string;
  readonly weight: number | null;
  readonly estimate: Estimate;
}

/** The figures of one loop, all in levels of the scale. */
export interface LoopFigures {
  /** One for each item, by item id; an item without a counted rating has no value. */
  readonly items: readonly { readonly itemId: string; readonly estimate: Estimate }[];
  /** One for each competency of the weights or of a criterion, by slug. */
  readonly competencies: readonly CompetencyFigure[];
  readonly overall: Estimate;
  /** What part of the competency weights has a rating behind it, 0 to 1. */
  readonly ratedWeightShare: number;
  /** Competencies with weight and without a rating, by slug. */
  readonly unratedCompetencies: readonly string[];
}

/**
 * What do the ratings of this loop come to by the method WEIGHTED_MEAN? By item, by competency and overall.
 *
 * `competencyWeights`: by slug, of the scoring rule; at least 0, only their ratios matter. Criteria of a competency that has no weight
 * are shown and do not enter the total. Missing is missing: nothing is imputed, a total over part of the weight says which part.
 * The order of ratings and items changes no bit of the answer. Throws as `countedRatings` does.
 *
 * Source: the arithmetic contract (GLOSSARY.md, Estimate); two-stage aggregation as against pooling: README of the oracles, section 2, "Aggregation".
 */
export function weightedMeanFigures(
  ratings: readonly RatingFact[],
  items: readonly ItemFact[],
  competencyWeights: Readonly<Record<string, number>>,
): LoopFigures {
  const counted = countedRatings(ratings, items);
  const weights = new Map(Object.entries(competencyWeights));
  const competencies = slugsOf(items, weights).map((competency): CompetencyFigure => {
    const estimate = competencyScore(counted.filter((rating) => rating.competency === competency));
    return { competency, weight: weights.get(competency) ?? null, estimate };
  });
  const weighted = competencies.filter(({ weight }) => weight !== null && weight > 0);
  return {
    items: items
      .map(({ itemId }) => ({ itemId, estimate: itemScore(counted.filter((rating) => rating.itemId === itemId)) }))
      .sort((a, b) => byText(a.itemId, b.itemId)),
    competencies,
    overall: overallScore(counted, weighted),
    ratedWeightShare:
      weightedMean(weighted.map(({ weight, estimate }) => ({ value: estimate.value === null ? 0 : 1, weight: weight ?? 0 }))) ?? 0,
    unratedCompetencies: weighted.filter(({ estimate }) => estimate.value === null).map(({ competency }) => competency),
  };
}

/** The mean of the competencies' values by weight; each rater's own total, over the competencies she rated, gives the interval. */
function overallScore(counted: readonly CountedRating[], weighted: readonly CompetencyFigure[]): Estimate {
  const slugs = new Set(weighted.map(({ competency }) => competency));
  const ratings = counted.filter(({ competency }) => slugs.has(competency));
  const values = weighted.flatMap(({ weight, estimate: { value } }) => (value === null ? [] : [{ value, weight: weight ?? 0 }]));
  const own = new Map<string, Weighted[]>();
  for (const { competency, weight } of weighted) {
    const scores = raterScores(ratings.filter((rating) => rating.competency === competency));
    for (const [raterId, value] of scores) own.set(raterId, [...(own.get(raterId) ?? []), { value, weight: weight ?? 0 }]);
  }
  const totals = [...own.values()].flatMap((entries) => weightedMean(entries) ?? []);
  return estimateOverRaters(weightedMean(values), totals, ratings.length, OVERALL_METHOD);
}

function slugsOf(items: readonly ItemFact[], weights: ReadonlyMap<string, number>): readonly string[] {
  const named = items.flatMap(({ criteria }) => criteria.map(({ competency }) => competency));
  return [...new Set([...named, ...weights.keys()])].sort(byText);
}
