import { seededRandom } from '@touchstone/kernel';
import type { Rating } from '../ratings/rating';
import type { RatingTable } from '../ratings/rating-table';
import { tabulate } from '../ratings/tabulate';
import { categoryProbabilities } from './category-probabilities';

export interface Simulation {
  readonly candidates: number;
  readonly raters: number;
  readonly items: number;
  /** Raters of each candidate, in rotation; all of them unless said. */
  readonly each?: number;
  readonly seed: number;
  /** Standard deviation of the impression that rater 0 has of a candidate. */
  readonly halo?: number;
  /** Rater 0 sees this share of the differences between candidates and items, with thresholds as much wider. */
  readonly reach?: number;
  readonly thresholds?: readonly number[];
}

/** Ratings that follow the model (and departures from it, on request), from 1 up. For tests; the same on every machine. */
export function simulatedRatings(simulation: Simulation): readonly Rating[] {
  const { candidates, raters, items, each = raters, seed, halo = 0, reach = 1, thresholds = [-1.5, -0.5, 0.5, 1.5] } = simulation;
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const severity = Array.from({ length: raters }, () => 0.5 * normal());
  const difficulty = Array.from({ length: items }, () => 0.7 * normal());
  const ratings: Rating[] = [];
  for (let c = 0; c < candidates; c += 1) {
    const ability = normal();
    for (let turn = 0; turn < each; turn += 1) {
      const r = (c * each + turn * (1 + (Math.floor(c / raters) % 2)) + turn) % raters;
      const impression = r === 0 ? halo * normal() : 0;
      const own = r === 0 ? reach : 1;
      for (let i = 0; i < items; i += 1) {
        const chances = categoryProbabilities(
          own * (ability - difficulty[i]!) - severity[r]! + impression,
          thresholds.map((threshold) => threshold / own),
        );
        let left = random.next();
        let step = 0;
        while (step < thresholds.length && left >= chances[step]!) left -= chances[step++]!;
        ratings.push({ candidate: `C${c}`, rater: `R${r}`, item: `I${i}`, score: step + 1 });
      }
    }
  }
  const cells = new Set<string>();
  return ratings.filter(({ candidate, rater, item }) => cells.size !== cells.add(`${candidate} ${rater} ${item}`).size);
}

export function simulatedTable(simulation: Simulation): RatingTable {
  const read = tabulate(simulatedRatings(simulation), { scale: { min: 1, max: (simulation.thresholds?.length ?? 4) + 1 } });
  if (!read.ok) throw new RangeError(read.error[0]!.message);
  return read.value;
}
