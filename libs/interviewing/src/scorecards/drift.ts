import { mean } from '@touchstone/psychometrics';
import { NOT_OBSERVED, type RatingValue } from './rating-rules';

/** A first rating and the second one that the debrief put beside it. */
export interface RatingPair {
  readonly memberId: string;
  readonly itemId: string;
  readonly criterionId: string;
  readonly first: RatingValue;
  readonly second: RatingValue;
  /** The mean level of the other panelists' first ratings of the same item and criterion; null where there is none. */
  readonly othersFirst: number | null;
}

export type DriftKind = 'SAME' | 'RAISED' | 'LOWERED' | 'NOW_OBSERVED' | 'NOW_NOT_OBSERVED';

/** How one rating moved. `change` in levels, null unless both are levels; `towardsOthers` null where that cannot be said. */
export interface RatingDrift {
  readonly pair: RatingPair;
  readonly kind: DriftKind;
  readonly change: number | null;
  readonly towardsOthers: boolean | null;
}

/** How the debrief moved the ratings of a loop. Means in levels, over pairs of two levels; null where there are none. */
export interface Drift {
  readonly ratings: readonly RatingDrift[];
  readonly meanChange: number | null;
  readonly meanAbsoluteChange: number | null;
  /** Of the ratings that moved and could tell, how many went nearer to the others' first ratings: conformity made visible. */
  readonly movedTowardsOthers: number;
  readonly movedAway: number;
}

/** How far, and which way, did second ratings move from the first ones? The first stay what figures use; this is shown beside them. */
export function driftOf(pairs: readonly RatingPair[]): Drift {
  const ratings = pairs.map(driftOfOne);
  const changes = ratings.flatMap(({ change }) => (change === null ? [] : [change]));
  return {
    ratings,
    meanChange: mean(changes),
    meanAbsoluteChange: mean(changes.map(Math.abs)),
    movedTowardsOthers: ratings.filter(({ towardsOthers }) => towardsOthers === true).length,
    movedAway: ratings.filter(({ towardsOthers }) => towardsOthers === false).length,
  };
}

function driftOfOne(pair: RatingPair): RatingDrift {
  const { first, second, othersFirst } = pair;
  if (first === NOT_OBSERVED || second === NOT_OBSERVED) {
    const kind = first === second ? 'SAME' : first === NOT_OBSERVED ? 'NOW_OBSERVED' : 'NOW_NOT_OBSERVED';
    return { pair, kind, change: null, towardsOthers: null };
  }
  const change = second - first;
  const kind = change === 0 ? 'SAME' : change > 0 ? 'RAISED' : 'LOWERED';
  return {
    pair,
    kind,
    change,
    towardsOthers: change === 0 || othersFirst === null ? null : isNearer(first, second, othersFirst),
  };
}

/** Nearer, farther, or (equally far on the other side) neither. */
function isNearer(first: number, second: number, centre: number): boolean | null {
  const gained = Math.abs(first - centre) - Math.abs(second - centre);
  return gained === 0 ? null : gained > 0;
}
