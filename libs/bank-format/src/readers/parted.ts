import { takeExhibits } from '../doors/exhibits-as-text';
import type { IncomingQuestion } from '../doors/incoming';

/** What stands between the context and the prompt where a format has one field for both. */
export const PART_MARK = '\n\n---\n\n';

/** Context, exhibits and prompt of a text that our export put together; any other text is prompt as a whole. */
export function parted(text: string, isOwn: boolean): Pick<IncomingQuestion, 'context' | 'prompt' | 'exhibits'> {
  const at = isOwn ? text.lastIndexOf(PART_MARK) : -1;
  if (at === -1) return { prompt: text };
  return { ...shownApart(text.slice(0, at)), prompt: text.slice(at + PART_MARK.length).trim() };
}

/** What stands above a prompt in our export: context, and exhibits as text. */
export function shownApart(shown: string): Pick<IncomingQuestion, 'context' | 'exhibits'> {
  const { text, exhibits } = takeExhibits(shown.trim());
  return { ...(text !== '' && { context: text }), ...(exhibits.length > 0 && { exhibits }) };
}
