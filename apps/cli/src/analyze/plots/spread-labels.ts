/**
 * Where labels go that would stand on one another: as near to their places as they can be, in the same order, each `apart` from the next, within the two ends.
 * `places` ascend. Labels that touch are gathered and moved together, so that a crowd spreads evenly about its middle.
 */
export function spreadLabels(places: readonly number[], apart: number, from: number, to: number): number[] {
  const crowds: { wanted: number; size: number }[] = [];
  for (const place of places) {
    crowds.push({ wanted: place, size: 1 });
    for (
      let last = crowds.at(-1), before = crowds.at(-2);
      last !== undefined && before !== undefined;
      last = crowds.at(-1), before = crowds.at(-2)
    ) {
      if (centre(before, apart, from, to) + (before.size / 2) * apart <= centre(last, apart, from, to) - (last.size / 2) * apart + 1e-9)
        break;
      const size = before.size + last.size;
      crowds.splice(-2, 2, { wanted: (before.wanted * before.size + last.wanted * last.size) / size, size });
    }
  }
  return crowds.flatMap((crowd) => {
    const first = centre(crowd, apart, from, to) - ((crowd.size - 1) / 2) * apart;
    return Array.from({ length: crowd.size }, (_, k) => first + k * apart);
  });
}

function centre({ wanted, size }: { readonly wanted: number; readonly size: number }, apart: number, from: number, to: number): number {
  const half = ((size - 1) / 2) * apart;
  return Math.min(Math.max(wanted, from + half), Math.max(from + half, to - half));
}
