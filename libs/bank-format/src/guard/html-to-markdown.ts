import type { IOptions, Tag } from 'sanitize-html';
import type TurndownService from 'turndown';
import { bytesOfBase64 } from './check-attachment';
import { DOOR_LIMITS } from './door-limits';
import { escapedText, markdownRules } from './markdown-rules';

/** What a piece of foreign HTML says, as CommonMark without HTML. */
export interface MarkdownOfHtml {
  readonly markdown: string;
  /** Whether something was taken out that could have acted: scripts, handlers, frames, addresses that run. */
  readonly sanitised: boolean;
  /** Names of the files that images point at, as `attachment:` addresses in the text. */
  readonly images: readonly string[];
  /** Images that stood in the text itself. */
  readonly inline: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const KEPT_TAGS =
  'p br h1 h2 h3 h4 h5 h6 ul ol li pre code samp kbd em i strong b blockquote table caption thead tbody tfoot tr th td a img hr sub sup dl dt dd div span section article'.split(
    ' ',
  );
const DROPPED_WITH_CONTENT =
  'script style iframe object embed applet svg noscript textarea option select head title template audio video form'.split(' ');
const ACTING = new Set('script style iframe object embed applet svg form meta link base frame frameset'.split(' '));
const KNOWN_TAGS = [
  ...KEPT_TAGS,
  ...DROPPED_WITH_CONTENT,
  ...'u font center s del ins mark small big tt input button meta link'.split(' '),
].join('|');
/** What a text is taken for HTML by though nobody said so: a tag that is closed again, a line end, an image. */
const CLOSED_TAG = new RegExp(`<(${KNOWN_TAGS})\\b[^<>]*>(?!\\s*</)[\\s\\S]*?</\\1\\s*>`, 'i');
const LONE_TAG = /<br\s*\/?>|<hr\s*\/?>|<(?:img|iframe|input|embed|link|meta)\s[^<>]*=[^<>]*>|<p>/i;
const NOT_A_TAG = new RegExp(`<(?!/?(?:${KNOWN_TAGS})\\b)`, 'gi');

/**
 * Turns foreign HTML into Markdown: first cleans it by a list of what may stay, then converts. The only file that knows `sanitize-html`
 * and `turndown`, which are loaded when they are first needed.
 */
export class HtmlReader {
  private constructor(
    private readonly clean: (html: string, options: IOptions) => string,
    private readonly converter: TurndownService,
  ) {}

  static async open(): Promise<HtmlReader> {
    const [{ default: sanitize }, { default: Turndown }] = await Promise.all([import('sanitize-html'), import('turndown')]);
    const converter = new Turndown({
      headingStyle: 'atx',
      codeBlockStyle: 'fenced',
      bulletListMarker: '-',
      emDelimiter: '*',
      br: '',
      hr: '---',
    });
    markdownRules(converter);
    return new HtmlReader(sanitize, converter);
  }

  read(given: string): MarkdownOfHtml {
    const html = given.replace(/[\u0001\u0002]/g, '');
    if (!/[<&]/.test(html)) return { markdown: escapedText(html.replace(/\s+/g, ' ').trim()), sanitised: false, images: [], inline: [] };
    if (html.length > LONGEST_MARKUP && html.replace(DATA, '').length > LONGEST_MARKUP)
      return { markdown: escapedText(withoutTags(html)), sanitised: true, images: [], inline: [] };
    let sanitised = false;
    const images: string[] = [];
    const inline: { name: string; bytes: Uint8Array }[] = [];
    const safe = this.clean(html, {
      allowedTags: KEPT_TAGS,
      allowedAttributes: { a: ['href'], img: ['src', 'alt'], th: ['colspan'], td: ['colspan'], ol: ['start'] },
      allowedSchemes: ['http', 'https', 'mailto'],
      allowedSchemesByTag: { img: ['attachment'] },
      allowProtocolRelative: false,
      nonTextTags: DROPPED_WITH_CONTENT,
      nestingLimit: DOOR_LIMITS.htmlDepth,
      onOpenTag: (name, attributes) => {
        if (ACTING.has(name) || Object.entries(attributes).some(([key, value]) => acts(key, value))) sanitised = true;
      },
      transformTags: {
        img: (_name, { src = '', alt = '' }): Tag => {
          const file = this.imageFile(src, images, inline);
          if (file !== null) return { tagName: 'img', attribs: { src: `attachment:${file}`, alt } };
          if (!/^https?:\/\//i.test(src)) return { tagName: 'span', attribs: {}, text: alt };
          return { tagName: 'a', attribs: { href: src }, text: alt === '' ? 'image' : alt };
        },
      },
    });
    const markdown = this.converter
      .turndown(safe)
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    return { markdown, sanitised, images, inline };
  }

  /** The same for a text that may or may not be HTML: what no known tag is, stays as it was written. */
  readMaybe(text: string): MarkdownOfHtml {
    const asItIs = { sanitised: false, images: [], inline: [] };
    if (text.length > 2 * DOOR_LIMITS.text || !text.includes('<')) return { markdown: text, ...asItIs };
    if (CLOSED_TAG.test(text) || LONE_TAG.test(text)) return this.read(text.replace(NOT_A_TAG, '&lt;').replace(/\n/g, '<br>'));
    // What looks like a tag and is none is a word: "What does <script defer> do?"
    const pieces = text
      .split(/(`[^`]*`)/)
      .map((piece) => (piece.startsWith('`') ? piece : piece.replace(/(?<!\\)<(?=[A-Za-z/!?])/g, '\\<')));
    return { markdown: pieces.join(''), ...asItIs };
  }

  private imageFile(src: string, images: string[], inline: { name: string; bytes: Uint8Array }[]): string | null {
    const data = /^data:image\/(png|jpeg|gif|webp);base64,(.*)$/is.exec(src.trim());
    if (data !== null) {
      const bytes = bytesOfBase64(data[2] as string);
      if (bytes === null) return null;
      const name = `inline-${inline.length + 1}.${(data[1] as string).toLowerCase()}`;
      inline.push({ name, bytes });
      return name;
    }
    if (src === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(src.trim())) return null;
    const name = decoded(
      src
        .replace(/^@@PLUGINFILE@@\//, '')
        .replace(/^\$IMS-CC-FILEBASE\$\//, '')
        .replace(/[?#].*$/, ''),
    );
    images.push(name);
    return encodeURI(name);
  }
}

/** More markup than this around one text is not written by people: only its words are read. Images in the text do not count. */
const LONGEST_MARKUP = 200_000;
const DATA = /data:image\/[a-z]+;base64,[A-Za-z0-9+/=]*/g;

const withoutTags = (html: string): string =>
  html
    .replace(/<(script|style)\b[^>]*>[\s\S]{0,100000}?<\/\1>/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'srcdoc', 'data']);
const RUNS = /^(javascript|vbscript|data:(?!image\/(png|jpeg|gif|webp)))/i;

/** Whether an attribute can run something. Browsers look past blanks and control characters in addresses. */
const acts = (name: string, value: string): boolean =>
  /^on/i.test(name) || (ADDRESSES.has(name.toLowerCase()) && RUNS.test(value.replace(/[\s\u0000-\u001f]+/g, '')));

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
