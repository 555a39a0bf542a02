import { runsOf } from './words';

/** Two texts by their places, and the share of runs that they have in common (Jaccard: common runs by all runs). */
export interface AlikePair {
  readonly one: number;
  readonly other: number;
  readonly share: number;
}

/**
 * The pairs of texts whose runs of `length` words overlap by more than `most`; the earlier text first, the most alike pairs first.
 * Computed and not estimated: an index from run to texts names the pairs that share anything, so pairs without a common run cost nothing.
 */
export const similarPairs = (texts: readonly string[], length: number, most: number): readonly AlikePair[] =>
  overlaps(
    texts.map((text) => new Set(runsOf(text, length))),
    most,
  );

const TRIGRAM = 3;
/** A run that more texts hold than this is compared among neighbours only: enough to find a text that was copied a hundred times. */
const COMMONPLACE = 40;

/** The same over runs of three words, for whole pages. */
export const sharedRuns = (texts: readonly string[], most: number): readonly AlikePair[] => similarPairs(texts, TRIGRAM, most);

function overlaps(sets: readonly ReadonlySet<string>[], most: number): readonly AlikePair[] {
  const holders = new Map<string, number[]>();
  sets.forEach((set, place) => {
    for (const run of set) {
      const known = holders.get(run);
      if (known === undefined) holders.set(run, [place]);
      else known.push(place);
    }
  });
  const candidates = new Set<number>();
  for (const places of holders.values()) {
    const reach = places.length > COMMONPLACE ? 1 : places.length;
    places.forEach((other, index) => {
      for (const one of places.slice(Math.max(0, index - reach), index)) candidates.add(one * sets.length + other);
    });
  }
  const pairs: AlikePair[] = [];
  for (const key of candidates) {
    const [one, other] = [Math.floor(key / sets.length), key % sets.length];
    const share = jaccard(sets[one] ?? new Set(), sets[other] ?? new Set());
    if (share > most) pairs.push({ one, other, share });
  }
  return pairs.sort((a, b) => b.share - a.share || a.one - b.one || a.other - b.other);
}

export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const run of small) if (large.has(run)) common += 1;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}
