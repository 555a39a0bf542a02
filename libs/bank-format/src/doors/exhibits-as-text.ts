import type { QuestionDocument } from '../question-document';
import { EXHIBIT_FORMATS, type ExhibitFormat } from '../question-words';

type Exhibit = QuestionDocument['exhibits'][number];

/** Exhibits in the text that candidates read, where a format has no place for them: a bold line, then the content as a block. */
export const exhibitsText = (exhibits: readonly Exhibit[]): string =>
  exhibits
    .map(({ id, title, format, content }) => `**Exhibit ${id}: ${title}**\n\n${fenced(content, format === 'text' ? '' : format)}`)
    .join('\n\n');

function fenced(content: string, word: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${word}\n${content}\n${fence}`;
}

const EXHIBIT = /(?:^|\n)\*\*Exhibit ([A-Za-z0-9][A-Za-z0-9._-]{0,79}): ([^\n]+?)\*\*\n\n(`{3,})([a-z]*)\n([\s\S]*?)\n\3(?=\n|$)/g;

/** A text that our export wrote, with its exhibits taken out again. */
export function takeExhibits(text: string): {
  readonly text: string;
  readonly exhibits: readonly Pick<Exhibit, 'id' | 'title' | 'format' | 'content'>[];
} {
  const exhibits = [...text.matchAll(EXHIBIT)].map(([, id = '', title = '', , word = '', content = '']) => ({
    id,
    title: title.replace(/\\(?=[!-/:-@[-`{-~])/g, ''),
    format: EXHIBIT_FORMATS.find((format): format is ExhibitFormat => format === word) ?? ('text' as const),
    content,
  }));
  return {
    text: text
      .replace(EXHIBIT, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    exhibits,
  };
}
