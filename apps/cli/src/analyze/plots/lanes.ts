/** From where to where something reaches, both ends included. */
export interface Reach {
  readonly first: number;
  readonly last: number;
}

/** For each reach the lane, from 0, in which it touches no other, as few lanes as can be; null where it would take more than `most`. `reaches` by their beginnings. */
export function lanesOf(reaches: readonly Reach[], most: number): readonly (number | null)[] {
  const ends: number[] = [];
  return reaches.map(({ first, last }) => {
    const free = ends.findIndex((end) => end < first);
    const lane = free === -1 ? ends.length : free;
    if (lane === most) return null;
    ends[lane] = last;
    return lane;
  });
}
