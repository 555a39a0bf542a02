import type { Notices } from '../guard/notices';
import type { IncomingQuestion } from './incoming';

/** Two texts that differ in case, blanks and punctuation alone are the same text. */
export const foldedText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Says which questions have the identifier or the text of another one. Nothing is merged: whoever imports decides. */
export function tellRepeated(questions: readonly IncomingQuestion[], notices: Notices): void {
  const ids = new Set<string>();
  const titles = new Map<string, string>();
  for (const { sourceId, title, prompt, place } of questions) {
    if (sourceId !== null) {
      if (ids.has(sourceId))
        notices.warn(
          'DUPLICATE_SOURCE_ID',
          `The identifier "${sourceId.slice(0, 80)}" occurs before; this one gets a name of its own.`,
          'Give it another one in the file if it is another question.',
          place,
        );
      ids.add(sourceId);
    }
    const folded = foldedText(prompt);
    if (!/\p{L}/u.test(folded)) continue; // figures alone say too little to be compared
    const before = titles.get(folded);
    const named = foldedText(title ?? '');
    const message = `The same text stands in the file before: "${prompt.slice(0, 80)}".`;
    if (before === named)
      notices.warn('POSSIBLE_DUPLICATE_TEXT', message, 'Leave one of the two out if they are the same question.', place);
    else if (before !== undefined)
      notices.note('POSSIBLE_DUPLICATE_TEXT', message, 'They have different titles; look whether both are wanted.', place);
    else titles.set(folded, named);
  }
}
