import { neumaierSum } from '@touchstone/psychometrics';
import { type CountedRating, groupedBy, keyOf } from './rating-facts';

/** What one rating is worth in the total of its loop: moved by one level, it moves the total by `weight` levels. */
export interface WeightedRating {
  readonly rating: CountedRating;
  readonly weight: number;
}

/**
 * How much does each counted rating weigh in the weighted mean of its loop? Of the ratings of one loop, those whose competency carries weight; the weights
 * sum to 1, and the sum of weight × level is `weightedMeanFigures(…).overall.value`.
 *
 * A competency has its part of the rated weight, a criterion its share of the competency, a rater an equal part of the criterion: the same three stages as the
 * mean itself, so that the two cannot part ways (a test holds them against each other). Empty where nothing with weight was rated.
 */
export function effectiveWeights(
  counted: readonly CountedRating[],
  competencyWeights: Readonly<Record<string, number>>,
): readonly WeightedRating[] {
  const weightOf = (slug: string): number => (Object.hasOwn(competencyWeights, slug) ? (competencyWeights[slug] ?? 0) : 0);
  const competencies = groupedBy(
    counted.filter(({ competency }) => weightOf(competency) > 0),
    ({ competency }) => competency,
  );
  const rated = neumaierSum(competencies.map(([slug]) => weightOf(slug)).sort((a, b) => a - b));
  return competencies.flatMap(([slug, ratings]) => {
    const cells = groupedBy(ratings, ({ itemId, criterionId }) => keyOf(itemId, criterionId)).map(([, cell]) => cell);
    const shares = neumaierSum(cells.map((cell) => cell[0]?.share ?? 0).sort((a, b) => a - b));
    return cells.flatMap((cell) =>
      cell.map((rating) => ({ rating, weight: ((weightOf(slug) / rated) * (rating.share / shares)) / cell.length })),
    );
  });
}
