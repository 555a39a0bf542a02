import { LIMITS } from '../text-limits';
import type { IncomingCriterion, IncomingRubric } from './incoming';

/** Levels 1 to n of a rubric, and which level each of its levels becomes. */
export interface RubricScale {
  readonly levels: number;
  /** Names of the levels, where most criteria agree on them; from the lowest. */
  readonly labels: readonly string[];
  levelOf(criterion: IncomingCriterion, index: number): number;
}

const FEWEST = 3;
const USUAL = 5;

/**
 * Foreign points become levels. Whole points from 1 to 7 that tell levels apart are levels already; other points are spread in their order
 * over as many levels as the richest criterion has, the lowest to the lowest and the highest to the highest. Null where that is more
 * than a scale can have.
 */
export function scaleOfRubric({ criteria }: IncomingRubric, isOwn: boolean): RubricScale | null {
  const most = Math.max(0, ...criteria.map(({ levels }) => levels.length));
  const points = criteria.flatMap(({ levels }) => levels.map((level) => level.points));
  const areLevels =
    points.length > 0 &&
    points.every((point) => point !== null && Number.isInteger(point) && point >= 1 && point <= LIMITS.level) &&
    areDistinct(criteria);
  if (areLevels) {
    const highest = Math.max(...(points as number[]));
    const levels = isOwn ? Math.max(highest <= USUAL ? USUAL : highest, FEWEST) : Math.max(highest, FEWEST);
    return {
      levels,
      labels: labelsOf(criteria, levels, (criterion, index) => criterion.levels[index]?.points ?? 0),
      levelOf: (criterion, index) => criterion.levels[index]?.points ?? 1,
    };
  }
  if (most > LIMITS.level) return null;
  const levels = Math.max(most, FEWEST);
  const levelOf = (criterion: IncomingCriterion, index: number): number => spread(criterion, index, levels);
  return { levels, labels: labelsOf(criteria, levels, levelOf), levelOf };
}

const areDistinct = (criteria: readonly IncomingCriterion[]): boolean =>
  criteria.every(({ levels }) => new Set(levels.map(({ points }) => points)).size === levels.length);

/** The place of a level in the order of points (of the file where there are none), stretched over the scale. */
function spread({ levels: own }: IncomingCriterion, index: number, levels: number): number {
  if (own.length === 1) return levels;
  const order = own
    .map((level, place) => ({ points: level.points ?? place, place }))
    .sort((a, b) => a.points - b.points || a.place - b.place);
  const rank = order.findIndex(({ place }) => place === index);
  return 1 + Math.round((rank * (levels - 1)) / (own.length - 1));
}

function labelsOf(
  criteria: readonly IncomingCriterion[],
  levels: number,
  levelOf: (criterion: IncomingCriterion, index: number) => number,
): readonly string[] {
  const votes = new Map<number, Map<string, number>>();
  for (const criterion of criteria) {
    criterion.levels.forEach(({ label }, index) => {
      if (label === null || /^level \d+$/i.test(label)) return; // a number is no name
      const level = levelOf(criterion, index);
      const counts = votes.get(level) ?? new Map<string, number>();
      votes.set(level, counts.set(label, (counts.get(label) ?? 0) + 1));
    });
  }
  return Array.from({ length: levels }, (_, index) => {
    const [best] = [...(votes.get(index + 1) ?? [])].sort((a, b) => b[1] - a[1]);
    return best !== undefined && best[1] * 2 > criteria.length ? best[0] : '';
  });
}

/** Shares of the whole, summing to 1: of the given weights, else of the highest points, else equal. */
export function weightsOf(criteria: readonly IncomingCriterion[]): readonly number[] {
  const given = criteria.map(({ weight }) => weight ?? 0);
  const points = criteria.map(({ levels }) => Math.max(0, ...levels.map((level) => level.points ?? 0)));
  const raw = given.every((weight) => weight > 0)
    ? given
    : points.every((point) => point > 0) && new Set(points).size > 1
      ? points
      : criteria.map(() => 1);
  const sum = raw.reduce((total, one) => total + one, 0);
  if (Math.abs(sum - 1) < 1e-9) return raw;
  const shares = raw.map((one) => Math.max(0.001, Math.round((one / sum) * 1000) / 1000));
  const rest = 1 - shares.reduce((total, one) => total + one, 0);
  const heaviest = shares.indexOf(Math.max(...shares));
  return shares.map((share, index) => (index === heaviest ? Math.round((share + rest) * 1000) / 1000 : share));
}
