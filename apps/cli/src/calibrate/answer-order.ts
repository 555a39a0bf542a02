import { seededRandom } from '@touchstone/kernel';

/** The same entries in an order left to chance (Fisher and Yates), the same for the same seed. */
export function answerOrder<T>(entries: readonly T[], seed: number): readonly T[] {
  const random = seededRandom(seed);
  const order = [...entries];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random.next() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
