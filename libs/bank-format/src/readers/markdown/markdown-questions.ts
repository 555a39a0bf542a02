import type { Heading, List, RootContent } from 'mdast';
import type { IncomingQuestion } from '../../doors/incoming';
import { type MarkdownParser, plainText } from '../../doors/markdown-tree';
import type { Reading } from '../../doors/reading';
import { readScript } from '../read-script';
import { BodyCleaner } from './clean-body';
import { type Block, isNavigation, type MarkdownDocument, textsOf } from './markdown-document';
import { questionLine } from './words-of-question';

/** What all dialects have in common: where a question stands, what its words are, what the file says about all of them. */
export class MarkdownQuestions {
  readonly found: IncomingQuestion[] = [];
  readonly cleaner: BodyCleaner;
  private readonly ofFile: Pick<IncomingQuestion, 'tags' | 'seniority' | 'license'>;

  constructor(
    readonly document: MarkdownDocument,
    readonly reading: Reading,
    readonly parse: MarkdownParser,
  ) {
    this.cleaner = new BodyCleaner(document.text, reading.notices);
    const { front } = document;
    this.ofFile = {
      tags: textsOf(front['tags'] ?? front['keywords']),
      seniority: textsOf(front['level'] ?? front['seniority']),
      ...(typeof front['license'] === 'string' && { license: front['license'] }),
    };
  }

  get blocks(): readonly Block[] {
    return this.document.blocks;
  }

  /** Names of the headings above, without those that ask or lead away; the title of the file where there are none. */
  categoryOf(under: readonly Heading[]): readonly string[] {
    const names = under.filter((heading) => !isNavigation(heading)).map((heading) => plainText(heading).trim());
    const title = this.document.front['title'];
    return names.length > 0 ? names : typeof title === 'string' && title.trim() !== '' ? [title.trim()] : [];
  }

  /** Adds a question. `title` is null where the text of the question is all there is. */
  add(question: Partial<IncomingQuestion> & Pick<IncomingQuestion, 'prompt' | 'title' | 'categoryPath'>, line: number): void {
    this.reading.countQuestion();
    this.found.push({ place: { line }, sourceId: null, own: null, answer: 'open', ...this.ofFile, ...question });
  }

  /** The words of a line of a question and what they say about it. */
  line(markdown: string): { readonly prompt: string; readonly marks: Pick<IncomingQuestion, 'difficulty' | 'minutes'> } {
    const { text, difficulty, minutes } = questionLine(markdown);
    return { prompt: text, marks: { ...(difficulty !== undefined && { difficulty }), ...(minutes !== undefined && { minutes }) } };
  }

  /** Notes below a question: known sections where they are, and the rest as an answer. */
  notes(nodes: readonly RootContent[]): Pick<IncomingQuestion, 'script' | 'rubric'> {
    const body = this.cleaner.ofBlocks(nodes.filter(({ type }) => type !== 'thematicBreak'));
    if (body === '') return {};
    const { before, script, rubric } = readScript(body, this.parse);
    const answer = [before, script.modelAnswer ?? ''].filter((text) => text !== '').join('\n\n');
    return { script: { ...script, ...(answer !== '' && { modelAnswer: answer }) }, ...(rubric !== null && { rubric }) };
  }

  /** The blocks after a position up to the next one that `ends` says ends it. */
  until(from: number, ends: (node: RootContent) => boolean): readonly RootContent[] {
    const below: RootContent[] = [];
    for (let at = from; at < this.blocks.length; at += 1) {
      const node = this.blocks[at]?.node;
      if (node === undefined || ends(node)) break;
      below.push(node);
    }
    return below;
  }
}

export const isList = (node: RootContent): node is List => node.type === 'list';
