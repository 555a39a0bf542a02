import type { Heading, List, ListItem, Paragraph } from 'mdast';
import { plainText } from '../../doors/markdown-tree';
import { type Block, isContents, isNavigation, type MarkdownDocument } from './markdown-document';
import { asksSomething } from './words-of-question';

/** The ways in which people write questions in Markdown, and how each is told to them. */
export const DIALECTS = {
  'own-export': 'the export of this program',
  quiz: 'a heading for each question, choices as a task list',
  rubric: 'a rubric: criteria as headings, what to look for below',
  labelled: 'paragraphs that begin with "Question:"',
  bold: 'a bold line for each question, the answer below',
  guide: 'an interview guide: questions as points, conditions nested',
  bullet: 'a point for each question, probes nested',
  'category-heading': 'headings for category and title, the question as text below',
  heading: 'a heading for each question, notes below',
} as const;
export type Dialect = keyof typeof DIALECTS;

export const isDialect = (text: string): text is Dialect => Object.hasOwn(DIALECTS, text);

/** The dialect that fits most of the document; null where nothing asks anything. */
export function detectDialect({ blocks, front }: MarkdownDocument): Dialect | null {
  if (front['format'] === 'interview-bank/1') return 'own-export';
  const scores: readonly (readonly [Dialect, number])[] = [
    ['quiz', 3 * quizCount(blocks)],
    ['rubric', 4 * lookForCount(blocks)],
    ['labelled', 2 * labelledCount(blocks)],
    ['bold', blocks.filter(({ node }) => node.type === 'paragraph' && isBoldQuestion(node)).length],
    [isGuide(blocks) ? 'guide' : 'bullet', bulletCount(blocks)],
    ['category-heading', titledTextCount(blocks)],
    ['heading', askingHeadings(blocks).length],
  ];
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best === undefined || best[1] === 0 ? null : best[0];
}

const quizCount = (blocks: readonly Block[]): number =>
  blocks.filter(
    ({ node, under }) => node.type === 'list' && under.length > 0 && node.children.some(({ checked }) => typeof checked === 'boolean'),
  ).length;

const LOOK_FOR = /^(what to look for|look for|indicators|signs)\s*:?$/i;
export const isLookFor = (node: Paragraph): boolean => LOOK_FOR.test(plainText(node).trim());

const lookForCount = (blocks: readonly Block[]): number => blocks.filter(({ node }) => node.type === 'paragraph' && isLookFor(node)).length;

const LABEL = /^(?:question|q|frage|вопрос|pregunta)\s*\d*\s*[:.)]\s*\S/i;
export const isLabelled = (node: Paragraph): boolean => LABEL.test(plainText(node).trim());

const labelledCount = (blocks: readonly Block[]): number =>
  blocks.filter(({ node }) => node.type === 'paragraph' && isLabelled(node)).length;

/** A paragraph that is one bold text, perhaps with a mark of difficulty behind it, and asks something or has such a mark. */
export function isBoldQuestion({ children }: Paragraph): boolean {
  const inked = children.filter((child) => plainText(child).trim() !== '');
  const [first, ...rest] = inked;
  if (first?.type !== 'strong') return false;
  const after = rest.map(plainText).join('');
  if (/[\p{L}\p{N}]/u.test(after)) return false;
  const text = plainText(first) + after;
  return asksSomething(text) || /[👶⭐🚀🟢🟡🔴]/u.test(text);
}

/** Points that hold questions: not contents, not answers below a heading that asks itself. */
export const questionLists = (blocks: readonly Block[]): readonly (Block & { readonly node: List })[] =>
  blocks.filter((block): block is Block & { readonly node: List } => {
    const { node, under } = block;
    if (node.type !== 'list' || isContents(node)) return false;
    if (under.some((heading) => asksWithMark(heading))) return false;
    const asking = node.children.filter((item) => asksSomething(leadOf(item)));
    return asking.length > 0 && asking.length >= node.children.length / 2;
  });

const bulletCount = (blocks: readonly Block[]): number => questionLists(blocks).reduce((sum, { node }) => sum + node.children.length, 0);

/** The words of a point without the points below it. */
export const leadOf = (item: ListItem): string =>
  item.children
    .filter(({ type }) => type !== 'list')
    .map(plainText)
    .join(' ')
    .trim();

const asksWithMark = (heading: Heading): boolean => /[?？؟]/.test(plainText(heading));

/** Interview guides have conditions at their probes, or a script in quotes. */
function isGuide(blocks: readonly Block[]): boolean {
  const conditions = questionLists(blocks)
    .flatMap(({ node }) => node.children)
    .filter((item) =>
      item.children.some((child) => child.type === 'list' && child.children.some((below) => /^if [^:]{1,80}:/i.test(leadOf(below)))),
    ).length;
  const quoted =
    blocks.some(({ node }) => node.type === 'blockquote') &&
    blocks.some(({ node }) => node.type === 'heading' && /interview|outline|introduction|questions/i.test(plainText(node)));
  return conditions > 0 || quoted;
}

/** Headings that ask something, or are numbered as questions are. */
export const askingHeadings = (blocks: readonly Block[]): readonly Heading[] =>
  blocks
    .map(({ node }) => node)
    .filter((node): node is Heading => node.type === 'heading' && !isNavigation(node))
    .filter((heading) => asksSomething(plainText(heading)) || /^(?:Q(?:uestion)?\s*)?\d{1,4}\s*[.):]\s/i.test(plainText(heading)));

/** H4 titles that do not ask, with a text right below that does. */
const titledTextCount = (blocks: readonly Block[]): number =>
  blocks.filter(({ node, under }, index) => {
    if (node.type !== 'heading' || node.depth < 3 || under.length === 0 || asksSomething(plainText(node))) return false;
    const next = blocks[index + 1]?.node;
    return next?.type === 'paragraph' && asksSomething(plainText(next)) && !isLabelled(next);
  }).length;
