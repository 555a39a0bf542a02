import { isShortChange, type QuestionChange, wordDiff } from '@touchstone/bank-format';
import { wrap } from '../../analyze/render/wrap';
import type { Terminal } from '../terminal';

const INDENT = 4;

/** The change as one text: what went in brackets with a minus, what came with a plus, in colour on a terminal. Long equal stretches are shortened. */
export function inlineChange(change: QuestionChange, { columns, paint }: Terminal): readonly string[] {
  if (isShortChange(change)) return [];
  const { before, after } = change;
  if (before === null || after === null) {
    const brush = before === null ? paint.good : paint.stop;
    return (before ?? after ?? '').split('\n').flatMap((line) => wrap(line, columns - INDENT - 2).map((part) => brush(`${before === null ? '+' : '-'} ${part}`)));
  }
  const parts = wordDiff(before, after);
  const text = parts
    .map(({ kind, text: part }, index) => {
      if (kind === 'SAME') return shortened(part, index === 0, index === parts.length - 1);
      return part.trim() === '' ? part : kind === 'REMOVED' ? `[-${part}-]` : `{+${part}+}`;
    })
    .join('');
  return text.split('\n').flatMap((line) => wrap(line, columns - INDENT)).map((line) => painted(line, paint));
}

const KEPT = 60;

function shortened(text: string, first: boolean, last: boolean): string {
  if (text.length <= 2 * KEPT) return text;
  const [head, tail] = [first ? '' : text.slice(0, KEPT), last ? '' : text.slice(-KEPT)];
  return `${head} … ${tail}`;
}

const painted = (line: string, paint: Terminal['paint']): string =>
  line.replace(/\[-.*?-\]/g, (part) => paint.stop(part)).replace(/\{\+.*?\+\}/g, (part) => paint.good(part));
