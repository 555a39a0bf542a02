import { runsOf } from './words';

/** Two texts by their places, and the share of runs that they have in common (Jaccard: common runs by all runs). */
export interface AlikePair {
  readonly one: number;
  readonly other: number;
  readonly share: number;
}

/**
 * The pairs of texts whose runs of `length` words overlap by more than `most`; the earlier text first, the most alike pairs first. With
 * `from` only pairs whose later text stands at that place or behind it: new texts against known ones and against each other.
 * Computed and not estimated: an index from run to texts names the pairs that share anything, so pairs without a common run cost nothing.
 */
export function similarPairs(texts: readonly string[], length: number, most: number, from = 0): readonly AlikePair[] {
  const pairs: AlikePair[] = [];
  const numbers = texts.map((text) => runNumbers(text, length));
  for (const key of candidatesIn(numbers, from)) {
    const [one, other] = [Math.floor(key / texts.length), key % texts.length];
    if (sharedNumbers(numbers[one] ?? NONE, numbers[other] ?? NONE) <= most) continue;
    const share = jaccard(new Set(runsOf(texts[one] ?? '', length)), new Set(runsOf(texts[other] ?? '', length)));
    if (share > most) pairs.push({ one, other, share });
  }
  return pairs.sort((a, b) => b.share - a.share || a.one - b.one || a.other - b.other);
}

const TRIGRAM = 3;
/** A run that more texts hold than this is compared among neighbours only: enough to find a text that was copied a hundred times. */
const COMMONPLACE = 40;

/** The same over runs of three words, for whole pages. */
export const sharedRuns = (texts: readonly string[], most: number): readonly AlikePair[] => similarPairs(texts, TRIGRAM, most);

const NONE = new Float64Array(0);

/**
 * The runs of a text as numbers of 32 bits (FNV-1a), each once, in their order. Millions of runs as texts would fill the memory; that two different runs
 * have one number is so rare that it only makes a candidate more, and a share is settled by the runs themselves.
 */
function runNumbers(text: string, length: number): Float64Array {
  const numbers = new Set<number>();
  for (const run of runsOf(text, length)) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < run.length; at += 1) hash = Math.imul(hash ^ run.charCodeAt(at), 0x01000193);
    numbers.add(hash >>> 0);
  }
  return Float64Array.from(numbers).sort();
}

/** Pairs of places that have a run in common, each as `one * texts + other`. */
function candidatesIn(numbers: readonly Float64Array[], from: number): ReadonlySet<number> {
  const texts = numbers.length;
  // Run and place in one number, so that sorting brings the holders of a run together, the earlier place first.
  const held = new Float64Array(numbers.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  numbers.forEach((own, place) => own.forEach((run) => (held[filled++] = run * texts + place)));
  held.sort();
  const candidates = new Set<number>();
  let places: number[] = [];
  const compare = (): void => {
    const reach = places.length > COMMONPLACE ? 1 : places.length;
    places.forEach((other, index) => {
      if (other < from) return;
      for (const one of places.slice(Math.max(0, index - reach), index)) candidates.add(one * texts + other);
    });
  };
  let last = -1;
  for (const key of held) {
    const run = Math.floor(key / texts);
    if (run !== last) {
      compare();
      places = [];
      last = run;
    }
    places.push(key % texts);
  }
  compare();
  return candidates;
}

/** Common numbers by all numbers of two sorted lists. */
function sharedNumbers(one: Float64Array, other: Float64Array): number {
  let common = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  const all = one.length + other.length - common;
  return all === 0 ? 0 : common / all;
}

export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const run of small) if (large.has(run)) common += 1;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}
