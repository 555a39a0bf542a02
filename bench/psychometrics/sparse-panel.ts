import { type Random, seededRandom } from '@touchstone/kernel';
import type { Rating } from '@touchstone/psychometrics';

export interface PanelSize {
  readonly candidates: number;
  readonly raters: number;
  readonly items: number;
  readonly ratersPerCandidate: number;
}

/** Standard deviations, in points of a scale from 1 to 5. */
const SPREAD = { candidate: 0.8, rater: 0.5, item: 0.4, candidateByRater: 0.3, candidateByItem: 0.3, raterByItem: 0.2, chance: 0.7 };

/**
 * Panels that rotate: every candidate is rated on every item, by a few raters drawn at random. Every effect that the model has is in the
 * scores. The same ratings for the same seed, on every machine.
 */
export function* sparsePanel({ candidates, raters, items, ratersPerCandidate }: PanelSize, seed = 1): Generator<Rating> {
  const random = seededRandom(seed);
  const effects = (count: number, spread: number): readonly number[] => Array.from({ length: count }, () => spread * normal(random));
  const severity = effects(raters, SPREAD.rater);
  const easiness = effects(items, SPREAD.item);
  const raterByItem = severity.map(() => effects(items, SPREAD.raterByItem));
  for (let candidate = 0; candidate < candidates; candidate += 1) {
    const ability = SPREAD.candidate * normal(random);
    const byItem = effects(items, SPREAD.candidateByItem);
    for (const rater of drawn(random, raters, ratersPerCandidate)) {
      const liking = SPREAD.candidateByRater * normal(random);
      const common = ability + liking + (severity[rater] ?? 0);
      for (const [item, ease] of easiness.entries()) {
        const effect = common + ease + (byItem[item] ?? 0) + (raterByItem[rater]?.[item] ?? 0);
        yield {
          candidate: `c${candidate}`,
          rater: `r${rater}`,
          item: `i${item}`,
          score: onScale(3 + effect + SPREAD.chance * normal(random)),
        };
      }
    }
  }
}

export const onScale = (score: number): number => Math.min(5, Math.max(1, Math.round(score)));

/** Box and Muller's transformation. */
export const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

function drawn(random: Random, from: number, count: number): ReadonlySet<number> {
  const set = new Set<number>();
  while (set.size < count) set.add(Math.floor(random.next() * from));
  return set;
}
