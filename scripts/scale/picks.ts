import type { Random } from '@touchstone/kernel';

/** Choices that are the same for the same seed on every machine. */
export interface Picks {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  one<T>(entries: readonly T[]): T;
  /** `count` different entries, in the order of the list. */
  some<T>(entries: readonly T[], count: number): readonly T[];
  chance(probability: number): boolean;
  /** Roughly normal: mean 0, standard deviation 1. */
  normal(): number;
}

export function picksOf(random: Random): Picks {
  const whole = (least: number, most: number): number => least + Math.floor(random.next() * (most - least + 1));
  return {
    whole,
    one: <T>(entries: readonly T[]): T => entries[whole(0, entries.length - 1)] as T,
    some<T>(entries: readonly T[], count: number): readonly T[] {
      const places = new Set<number>();
      while (places.size < Math.min(count, entries.length)) places.add(whole(0, entries.length - 1));
      return [...places].sort((a, b) => a - b).map((place) => entries[place] as T);
    },
    chance: (probability) => random.next() < probability,
    // The sum of twelve uniform numbers less six (Irwin-Hall): near enough for made-up ratings.
    normal: () => Array.from({ length: 12 }, () => random.next()).reduce((sum, number) => sum + number, -6),
  };
}
