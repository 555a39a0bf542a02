import { type Weighted, mean, weightedMean } from '@touchstone/psychometrics';
import type { ScoringRule } from '../kits';
import { type ComputedRecommendation, type Recommendation, recommend } from '../scorecards/recommend';
import { type Disagreement, disagreements } from './disagreement';
import { type CountedRating, type ItemFact, type RatingFact, byText, countedRatings, groupedBy, keyOf } from './rating-facts';
import { weightedMeanFigures } from './weighted-mean';

/** What it would do to the decision to settle one disagreement. */
export interface DisagreementEffect {
  readonly itemId: string;
  readonly criterionId: string;
  readonly competency: string;
  readonly range: number;
  /** How many levels the total moves when everybody moves by one level on this criterion, 0 to 1. */
  readonly weight: number;
  /** By how many levels the total lies apart between agreement on the highest and on the lowest level that was given. */
  readonly swing: number;
  /**
   * The part of the raters on whose level the panel need only agree for the rule to recommend something else than now, 0 to 1: the chance that settling this
   * one disagreement turns the recommendation, each rater being as likely to be right.
   */
  readonly chanceToTurn: number;
  /**
   * How much of the way to another recommendation the raters' levels reach, 1 being all of it: from the total to the next cut-off, or from a must-have to its minimum. Null where
   * the rule decides nothing.
   */
  readonly reach: number | null;
  /** What the rule would say where the panel agreed on the lowest and on the highest level. */
  readonly ifLowest: Recommendation;
  readonly ifHighest: Recommendation;
}

/**
 * What should the panel settle first, if the decision is what matters? The criteria on which two raters or more differ, by the expected effect of settling them
 * on the recommendation of the registered rule.
 *
 * For each criterion the rule is applied as often as there are raters, as if all had agreed on the level of this one, everything else as it stands: cut-offs and
 * must-haves both count. First come those with the largest chance to turn the recommendation; then those that reach furthest towards turning it (the
 * criterion's weight times the distance of the raters' levels from their mean, as a part of the distance to the next cut-off, or of a must-have to its minimum; while a must-have
 * fails no cut-off matters, and nothing but that must-have reaches anywhere); then those with
 * the largest swing, weight times range; then by range and id. A gap of three levels on a criterion that weighs nothing comes after a gap of one level that decides.
 *
 * Source: one disagreement at a time, ordered by what it does to the decision, is the one-way sensitivity analysis of R. A. Howard (1988), Decision analysis:
 * practice and promise, Management Science 34(6), 679-695, doi:10.1287/mnsc.34.6.679; that a question is worth asking only as far as its answer can change
 * the decision: R. A. Howard (1966), Information value theory, IEEE Transactions on Systems Science and Cybernetics 2(1), 22-26, doi:10.1109/TSSC.1966.300074.
 * Equal chances for the raters: nothing known before the debrief says whose level is right.
 *
 * It looks at one disagreement at a time; two that only together turn the decision have no chance to turn it here, and their reach says so. Throws as `countedRatings` does.
 */
export function discussFirst(ratings: readonly RatingFact[], items: readonly ItemFact[], rule: ScoringRule): readonly DisagreementEffect[] {
  const counted = countedRatings(ratings, items);
  const { competencies, overall } = weightedMeanFigures(ratings, items, rule.competencyWeights);
  const now = new Map(competencies.map(({ competency, estimate }) => [competency, estimate]));
  const cells = new Map(groupedBy(counted, ({ itemId, criterionId }) => keyOf(itemId, criterionId)));
  const current = recommend(rule, now);
  const weightShares = ratedShares(rule, new Set(counted.map(({ competency }) => competency)));
  const effectOf = (one: Disagreement): DisagreementEffect => {
    const cell = cells.get(keyOf(one.itemId, one.criterionId)) ?? [];
    const cellShare = shareWithin(counted, cell);
    const weight = (weightShares.get(one.competency) ?? 0) * cellShare;
    const levels = cell.map(({ level }) => level);
    const centre = mean(levels) ?? 0;
    const saying = (level: number): Recommendation => {
      const estimate = now.get(one.competency);
      if (estimate === undefined || estimate.value === null) return current.recommendation;
      const agreed = { ...estimate, value: estimate.value + cellShare * (level - centre) };
      return recommend(rule, new Map(now).set(one.competency, agreed)).recommendation;
    };
    const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
    const move = { competency: one.competency, weight, cellShare, down: centre - lowest, up: highest - centre };
    return {
      itemId: one.itemId,
      criterionId: one.criterionId,
      competency: one.competency,
      range: highest - lowest,
      weight,
      swing: weight * (highest - lowest),
      chanceToTurn: levels.filter((level) => saying(level) !== current.recommendation).length / levels.length,
      reach: current.recommendation === 'NOT_DECIDABLE' || overall.value === null ? null : reachOf(rule, current, overall.value, move),
      ifLowest: saying(lowest),
      ifHighest: saying(highest),
    };
  };
  return disagreements(ratings, items)
    .filter(({ range }) => range !== null && range > 0)
    .map(effectOf)
    .sort(
      (a, b) =>
        b.chanceToTurn - a.chanceToTurn ||
        (b.reach ?? -1) - (a.reach ?? -1) ||
        b.swing - a.swing ||
        b.range - a.range ||
        byText(a.itemId, b.itemId) ||
        byText(a.criterionId, b.criterionId),
    );
}

/** The part of each rated competency in the total. */
function ratedShares({ competencyWeights }: ScoringRule, rated: ReadonlySet<string>): ReadonlyMap<string, number> {
  const entries = Object.entries(competencyWeights).filter(([slug, weight]) => weight > 0 && rated.has(slug));
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(entries.map(([slug, weight]) => [slug, weight / total]));
}

/** The part of one criterion in the value of its competency. */
function shareWithin(counted: readonly CountedRating[], cell: readonly CountedRating[]): number {
  const [first] = cell;
  if (first === undefined) return 0;
  const beside = groupedBy(
    counted.filter(({ competency }) => competency === first.competency),
    ({ itemId, criterionId }) => keyOf(itemId, criterionId),
  ).map(([key, [one]]): Weighted => ({ value: key === keyOf(first.itemId, first.criterionId) ? 1 : 0, weight: one?.share ?? 0 }));
  return weightedMean(beside) ?? 0;
}

/** A total that stands on a cut-off is turned by the least move; this keeps its reach finite. */
const NEAREST = 1e-6;

/** How far the levels of one criterion go down and up from their mean, and with what weight that enters its competency and the total. */
interface Move {
  readonly competency: string;
  readonly weight: number;
  readonly cellShare: number;
  readonly down: number;
  readonly up: number;
}

function reachOf({ cutOffs: { hire, strongHire } }: ScoringRule, { mustHaves }: ComputedRecommendation, total: number, move: Move): number {
  const { competency, weight, cellShare, down, up } = move;
  const towards = (from: number, mark: number, by: number): number =>
    (by * (mark > from ? up : down)) / Math.max(NEAREST, Math.abs(mark - from));
  const own = mustHaves.filter((one) => one.competency === competency && one.value !== null);
  const ways = own.map(({ value, minimum }) => towards(value!, minimum, cellShare));
  if (mustHaves.some(({ met }) => met === false)) return Math.max(0, ...ways.filter((_, index) => own[index]!.met === false));
  return Math.max(0, ...ways, ...[hire, ...(strongHire === undefined ? [] : [strongHire])].map((cutOff) => towards(total, cutOff, weight)));
}
