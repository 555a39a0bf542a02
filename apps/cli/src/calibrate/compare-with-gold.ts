import type { Estimate } from '@touchstone/kernel';
import { cohenKappa, mean, type Rating, tabulate } from '@touchstone/psychometrics';
import { type Cap, capsOf } from './caps';
import type { GivenRating, GivenRatings } from './given-ratings';
import type { Material } from './material';

/** How near levels are to gold. `meanDifference` is in levels, given minus gold: above 0 lenient, below 0 severe. */
export interface Nearness {
  /** Ratings compared. */
  readonly ratings: number;
  /** Of them those at the gold level, and those at most one level away; counts. */
  readonly exact: number;
  readonly withinOne: number;
  readonly meanDifference: number;
}

/** A level that is not the gold one, and why gold is what it is. `cap` is the price of a hint that the rater overlooked. */
export interface Difference extends GivenRating {
  readonly gold: number;
  readonly why: string;
  readonly cap?: Cap;
}

/** One rater beside gold. */
export interface Comparison extends Nearness {
  readonly rater: string | null;
  /** Cohen's kappa with quadratic weights over all answers and criteria. */
  readonly kappa: Estimate;
  readonly criteria: readonly (Nearness & { readonly id: string; readonly title: string })[];
  /** The farthest from gold first. */
  readonly differing: readonly Difference[];
}

/** How far is this rater from gold, to which side, and where? Takes ratings that are complete. */
export function compareWithGold({ rater, ratings }: GivenRatings, { set, question }: Material): Comparison {
  const compared = set.answers.flatMap((answer) =>
    question.rubric.criteria.flatMap(({ id: criterion }): Difference[] => {
      const given = ratings.find((rating) => rating.answer === answer.id && rating.criterion === criterion);
      const gold = answer.ratings[criterion];
      if (given === undefined || gold === undefined) return [];
      const cap = capsOf(answer, question).find((each) => each.criterion === criterion && each.level < given.level);
      return [{ ...given, gold: gold.level, why: gold.why, ...(cap === undefined ? {} : { cap }) }];
    }),
  );
  return {
    rater,
    ...nearness(compared),
    kappa: kappaOf(compared, { set, question }),
    criteria: question.rubric.criteria.map(({ id, title }) => ({
      id,
      title,
      ...nearness(compared.filter(({ criterion }) => criterion === id)),
    })),
    differing: compared.filter(({ level, gold }) => level !== gold).sort((one, other) => distance(other) - distance(one)),
  };
}

const distance = ({ level, gold }: Difference): number => Math.abs(level - gold);

const nearness = (compared: readonly Difference[]): Nearness => ({
  ratings: compared.length,
  exact: compared.filter((each) => distance(each) === 0).length,
  withinOne: compared.filter((each) => distance(each) <= 1).length,
  meanDifference: mean(compared.map(({ level, gold }) => level - gold)) ?? 0,
});

function kappaOf(compared: readonly Difference[], { question }: Material): Estimate {
  const levels = question.rubric.criteria.flatMap(({ anchors }) => Object.keys(anchors).map(Number));
  const rows = compared.flatMap(({ answer, criterion, level, gold }): Rating[] => [
    { candidate: answer, item: criterion, rater: 'gold', score: gold },
    { candidate: answer, item: criterion, rater: 'given', score: level },
  ]);
  const table = tabulate(rows, { scale: { min: Math.min(...levels), max: Math.max(...levels) } });
  if (!table.ok) throw new RangeError(table.error.map(({ message }) => message).join(' '));
  return cohenKappa(table.value, ['gold', 'given'], 'quadratic').kappa;
}
