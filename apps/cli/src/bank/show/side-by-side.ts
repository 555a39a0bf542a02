import { isShortChange, lineDiff, type LinePair, type QuestionChange } from '@touchstone/bank-format';
import { fit, wrap } from '../../analyze/render/wrap';
import type { Terminal } from '../terminal';

const INDENT = 4;
const GAP = ' │ ';

/** The text before on the left, the text after on the right; lines that differ in colour, and with a mark so that no colour has to be seen. */
export function sideBySide(change: QuestionChange, { columns, paint }: Terminal): readonly string[] {
  if (isShortChange(change)) return [];
  const width = Math.floor((columns - INDENT - GAP.length - 4) / 2);
  return pairsOf(change).flatMap((pair) => {
    const same = pair.before === pair.after;
    const [left, right] = [folded(pair.before, width), folded(pair.after, width)];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
      const [one, other] = [left[row], right[row]];
      const mark = (text: string | undefined, sign: string): string => (same || text === undefined ? '  ' : `${sign} `);
      const plain = (text: string | undefined): string => fit(text ?? '', width, 'left');
      const leftText = same ? plain(one) : paint.stop(plain(one));
      const rightText = same ? plain(other) : paint.good(plain(other));
      return `${mark(one, '-')}${leftText}${GAP}${mark(other, '+')}${rightText}`.trimEnd();
    });
  });
}

/** A text that is only there on one side has nothing beside it, not even an empty line. */
function pairsOf({ before, after }: QuestionChange): readonly LinePair[] {
  if (before !== null && after !== null) return lineDiff(before, after);
  return (before ?? after ?? '').split('\n').map((line) => (before === null ? { before: null, after: line } : { before: line, after: null }));
}

const folded = (line: string | null, width: number): readonly string[] => {
  if (line === null) return [];
  const lines = wrap(line, width);
  return lines.length === 0 ? [''] : lines;
};
