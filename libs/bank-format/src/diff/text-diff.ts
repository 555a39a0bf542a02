/** A stretch of a text: in both, only in the one before, or only in the one after. */
export interface DiffPart {
  readonly kind: 'SAME' | 'REMOVED' | 'ADDED';
  readonly text: string;
}

/** Beyond this many cells the table of the comparison is not worth its memory, and the middle is given as replaced whole. */
const MOST_CELLS = 4_000_000;

/** The shortest way from one list to the other (longest common subsequence), as runs of equal, removed and added entries. */
export function sequenceDiff(
  before: readonly string[],
  after: readonly string[],
): readonly { kind: DiffPart['kind']; entries: readonly string[] }[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const steps = [
    ...before.slice(0, start).map((entry) => ({ kind: 'SAME' as const, entry })),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map((entry) => ({ kind: 'SAME' as const, entry })),
  ];
  const runs: { kind: DiffPart['kind']; entries: string[] }[] = [];
  for (const { kind, entry } of steps) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.entries.push(entry);
    else runs.push({ kind, entries: [entry] });
  }
  return runs;
}

interface Step {
  readonly kind: DiffPart['kind'];
  readonly entry: string;
}

function middle(before: readonly string[], after: readonly string[]): readonly Step[] {
  const removed = (entry: string): Step => ({ kind: 'REMOVED', entry });
  const added = (entry: string): Step => ({ kind: 'ADDED', entry });
  const width = after.length + 1;
  if (before.length * after.length > MOST_CELLS) return [...before.map(removed), ...after.map(added)];
  // common[i * width + j]: length of the longest common subsequence of before[i…] and after[j…]
  const common = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        before[i] === after[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      steps.push({ kind: 'SAME', entry: old });
      [i, j] = [i + 1, j + 1];
    } else if (fresh === undefined || (old !== undefined && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))) {
      steps.push(removed(old ?? ''));
      i += 1;
    } else {
      steps.push(added(fresh));
      j += 1;
    }
  }
  return steps;
}

/** Two texts by their words; the parts of kind SAME and REMOVED give the text before, those of kind SAME and ADDED the text after. */
export const wordDiff = (before: string, after: string): readonly DiffPart[] =>
  sequenceDiff(before.match(PIECES) ?? [], after.match(PIECES) ?? []).map(({ kind, entries }) => ({ kind, text: entries.join('') }));

const PIECES = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;

/** A line of two columns; `null` where the other side has none to set beside it. */
export interface LinePair {
  readonly before: string | null;
  readonly after: string | null;
}

/** Two texts line by line, replaced lines beside each other. */
export const lineDiff = (before: string, after: string): readonly LinePair[] => alignedEntries(before.split('\n'), after.split('\n'));

/** Two lists, entry by entry: equal ones beside each other, and what was replaced beside what took its place. */
export function alignedEntries(before: readonly string[], after: readonly string[]): readonly LinePair[] {
  const pairs: LinePair[] = [];
  const runs = sequenceDiff(before, after);
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    const next = runs[index + 1];
    if (run === undefined) break;
    if (run.kind === 'SAME') pairs.push(...run.entries.map((line) => ({ before: line, after: line })));
    else if (run.kind === 'REMOVED' && next?.kind === 'ADDED') {
      const rows = Math.max(run.entries.length, next.entries.length);
      for (let row = 0; row < rows; row += 1) pairs.push({ before: run.entries[row] ?? null, after: next.entries[row] ?? null });
      index += 1;
    } else {
      pairs.push(...run.entries.map((line) => (run.kind === 'REMOVED' ? { before: line, after: null } : { before: null, after: line })));
    }
  }
  return pairs;
}
