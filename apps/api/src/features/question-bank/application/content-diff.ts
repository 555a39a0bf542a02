import {
  changeInWords,
  compareQuestions,
  type DiffPart,
  isOpenPlace,
  lineDiff,
  type LinePair,
  printQuestion,
  type QuestionDocument,
  wordDiff,
} from '@touchstone/bank-format';
import { giveWay } from '@touchstone/platform/time/give-way';

export interface ContentChange {
  /** Members and names on the way to the place; lists with ids are walked by id, others by place from 1. */
  readonly path: readonly string[];
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** The change as a sentence. */
  readonly words: string;
  readonly before: string | null;
  readonly after: string | null;
  /** May scores of before and after not be compared any more? */
  readonly scoring: boolean;
  /** What stayed, went and came, word by word. */
  readonly parts: readonly DiffPart[];
  /** Both texts side by side, line by line. */
  readonly lines: readonly LinePair[];
}

export interface ContentDiff {
  readonly changes: readonly ContentChange[];
  /** Null where the reader does not see all changes. */
  readonly scoringTouched: boolean | null;
  /** The whole text of both, side by side; null where the reader may not see it, or nobody asked. */
  readonly sideBySide: readonly LinePair[] | null;
}

/** A difference, and the contents that it lies between. */
export interface NamedDiff extends ContentDiff {
  readonly fromHash: string;
  readonly toHash: string;
}

/** What is wanted of a comparison beside the changes themselves. */
export interface DiffWish {
  readonly parts: boolean;
  readonly lines: boolean;
  readonly sideBySide: boolean;
}

/** How long others wait at most while long texts are compared, beside the text at hand. */
const PATIENCE_MS = 10;

/**
 * What differs between two contents, as far as this reader may know: without the rubric only changes of what is open. Long texts take
 * their time, so others are served in between.
 */
export async function contentDiff(
  before: QuestionDocument,
  after: QuestionDocument,
  { rubric }: { readonly rubric: boolean },
  wish: DiffWish,
): Promise<ContentDiff> {
  const all = compareQuestions(before, after);
  const changes: ContentChange[] = [];
  let since = performance.now();
  for (const change of all) {
    if (!rubric && !isOpenPlace(change.path)) continue;
    const [old, fresh] = [change.before ?? '', change.after ?? ''];
    changes.push({
      ...change,
      kind: change.before === null ? 'ADDED' : change.after === null ? 'REMOVED' : 'CHANGED',
      words: changeInWords(change, change.after === null ? before : after),
      parts: wish.parts ? wordDiff(old, fresh) : [],
      lines: wish.lines ? linesOf(change.before, change.after) : [],
    });
    if (performance.now() - since > PATIENCE_MS) {
      await giveWay();
      since = performance.now();
    }
  }
  return {
    changes,
    scoringTouched: rubric ? all.some(({ scoring }) => scoring) : null,
    sideBySide: rubric && wish.sideBySide ? lineDiff(printQuestion(before), printQuestion(after)) : null,
  };
}

/** A text that is not there has no line, not an empty one. */
function linesOf(before: string | null, after: string | null): readonly LinePair[] {
  if (before === null) return (after ?? '').split('\n').map((line) => ({ before: null, after: line }));
  if (after === null) return before.split('\n').map((line) => ({ before: line, after: null }));
  return lineDiff(before, after);
}
