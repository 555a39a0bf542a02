import { SVG } from '../guard/check-attachment';
import type { Notices } from '../guard/notices';
import type { QuestionDocument } from '../question-document';
import { LIMITS } from '../text-limits';
import type { IncomingQuestion } from './incoming';

type Exhibit = QuestionDocument['exhibits'][number];

/** Files that candidates are shown, as exhibits, and texts that point at them by the ids of these. */
export interface MappedExhibits {
  readonly exhibits: readonly Exhibit[];
  readonly files: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  /** The text with its `attachment:` addresses as ids; images that are not there become their words. */
  pointing(text: string): string;
}

/** Exhibits are called A, B, C …; the words of an image are its description in the text, else its name. Files for scorers are left out, and named. */
export function exhibitsOfIncoming(question: IncomingQuestion, id: string, notices: Notices): MappedExhibits {
  const all = question.attachments ?? [];
  const shown = all.filter(({ audience }) => audience === 'candidate').slice(0, LIMITS.exhibits);
  const left = all.length - shown.length;
  if (left > 0)
    notices.warn(
      'FIELD_DROPPED',
      `${left} files were left out: those for scorers have no place here, and a question shows at most ${LIMITS.exhibits}.`,
      '',
      question.place,
    );
  const byAddress = new Map(shown.map((attachment, index) => [attachment.address, { attachment, id: String.fromCharCode(65 + index) }]));
  const texts = [question.prompt, question.context ?? ''].join('\n');
  const made = [...byAddress.values()].map(({ attachment, id: letter }) => {
    const alt = altOf(texts, attachment.address);
    const file = `attachments/${`${id}-${letter}-${attachment.name}`.slice(-110).replace(/^[^A-Za-z0-9]+/, '')}`;
    const exhibit: Exhibit = {
      id: letter,
      title: attachment.name,
      format: 'text',
      content: contentOf(attachment, alt),
      ...(alt !== '' && { alt }),
      attachment: { file, mediaType: attachment.mediaType },
    };
    return { exhibit, file: { file, bytes: attachment.bytes } };
  });
  return {
    exhibits: made.map(({ exhibit }) => exhibit),
    files: made.map(({ file }) => file),
    pointing: (text) =>
      text.replace(/!\[([^\]]*)\]\(attachment:([^)\s]*)\)/g, (_all, alt: string, address: string) => {
        const found = byAddress.get(address);
        if (found === undefined) return alt;
        // A drawing can hold scripts: it may be fetched, and is never set into a page.
        return found.attachment.mediaType === SVG
          ? `[${alt || found.attachment.name}](attachment:${found.id})`
          : `![${alt}](attachment:${found.id})`;
      }),
  };
}

function contentOf({ name, mediaType, bytes }: NonNullable<IncomingQuestion['attachments']>[number], alt: string): string {
  const text = mediaType.startsWith('text/') ? new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n').trimEnd() : '';
  if (text.trim() !== '' && text.length <= LIMITS.text) return text;
  return alt === '' ? `The file ${name}. Describe here what it shows.` : alt;
}

function altOf(texts: string, address: string): string {
  const found = [...texts.matchAll(/!\[([^\]]*)\]\(attachment:([^)\s]*)\)/g)].find(([, , one]) => one === address);
  return (found?.[1] ?? '').trim().slice(0, LIMITS.passage);
}
