const LONGEST_COMPARED = 60;

/**
 * The allowed name a writer most likely meant, or null when none is near. Case, `_` and `-` do not count, so `ask_like`
 * finds `askLike`; otherwise at most a third of the letters (and never more than three) may differ. Levenshtein distance.
 */
export function nearestName(written: string, allowed: readonly string[]): string | null {
  const folded = fold(written);
  if (folded.length === 0 || folded.length > LONGEST_COMPARED) return null;
  const tolerance = Math.min(3, Math.max(1, Math.floor(folded.length / 3)));
  let best: { name: string; distance: number } | null = null;
  for (const name of allowed) {
    const distance = editDistance(folded, fold(name));
    if (distance <= tolerance && (best === null || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}

const fold = (name: string): string => name.replace(/[_\-\s]/g, '').toLowerCase();

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
