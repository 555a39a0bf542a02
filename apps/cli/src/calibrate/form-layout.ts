import type { Paint } from '../analyze/render/paint';
import { wrap } from '../analyze/render/wrap';
import type { FormPart } from './rating-form';

/** The form for a terminal or a printer of `columns` columns; what is verbatim keeps its lines, however long. */
export function plainForm(parts: readonly FormPart[], columns: number, paint: Paint): string {
  const lines = parts.flatMap((part): readonly string[] => {
    switch (part.kind) {
      case 'heading':
        return ['', ...wrap(part.depth === 2 ? part.text.toUpperCase() : part.text, columns).map(paint.strong)];
      case 'prose':
        return ['', ...part.text.split(/\n\s*\n/).flatMap((paragraph, index) => [...(index > 0 ? [''] : []), ...wrap(paragraph, columns)])];
      case 'verbatim':
        return ['', ...part.text.split('\n').map((line) => `  ${line}`.trimEnd())];
      case 'list':
        return [
          '',
          ...part.entries.flatMap((entry) => wrap(entry, columns - 4).map((line, index) => `${index > 0 ? '    ' : '  '}${line}`)),
        ];
    }
  });
  return `${lines.slice(1).join('\n')}\n`;
}

/** The form as Markdown; texts of the question are CommonMark already. */
export function markdownForm(parts: readonly FormPart[]): string {
  const blocks = parts.map((part): string => {
    switch (part.kind) {
      case 'heading':
        return `${'#'.repeat(part.depth)} ${part.text}`;
      case 'prose':
        return part.text.replace(/_{2,}/g, (blank) => '\\_'.repeat(blank.length));
      case 'verbatim':
        return `${fenceFor(part.text)}\n${part.text}\n${fenceFor(part.text)}`;
      case 'list':
        return part.entries.map((entry) => `- ${entry.replace(/\n/g, '\n  ')}`).join('\n');
    }
  });
  return `${blocks.join('\n\n')}\n`;
}

/** One longer than any run of backticks inside. */
function fenceFor(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
}
