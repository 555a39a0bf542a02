import type { Heading, List, ListItem } from 'mdast';
import type { IncomingProbe } from '../../doors/incoming';
import { plainText } from '../../doors/markdown-tree';
import { probeOf } from '../read-script';
import { leadOf, questionLists } from './dialect';
import type { Block } from './markdown-document';
import type { MarkdownQuestions } from './markdown-questions';

type ListBlock = Block & { readonly node: List };

/** Every point of a list that asks is a question, points below it are probes. Sections that say the same in other words give wordings. */
export function bulletQuestions(questions: MarkdownQuestions): void {
  const lists = questionLists(questions.blocks);
  const groups = phrasings(lists);
  const taken = new Set(groups.flat());
  for (const group of groups) addPhrasings(group, questions);
  for (const list of lists) if (!taken.has(list)) for (const item of list.node.children) addItem(item, list.under, questions);
}

/** An interview guide: the same, but numbered lists are instructions, and links to documents of the house keep their text alone. */
export function guideQuestions(questions: MarkdownQuestions): void {
  for (const { node, under } of questionLists(questions.blocks)) {
    if (node.ordered === true) continue;
    for (const item of node.children) addItem(item, under, questions, true);
  }
}

function addItem(item: ListItem, under: readonly Heading[], questions: MarkdownQuestions, withoutLinks = false): void {
  const line = item.position?.start.line ?? 1;
  const own = item.children.filter(({ type }) => type !== 'list');
  const raw = questions.cleaner.ofBlocks(own);
  const text = withoutLinks ? unlinked(raw, questions, line) : raw;
  const { prompt, marks } = questions.line(text.replace(/\n(?=\S)/g, ' ').replace(/^"(.*)"$/s, '$1'));
  if (prompt === '') return;
  const probes = item.children
    .filter((child): child is List => child.type === 'list')
    .flatMap(({ children }) => children)
    .map((below) => cleaned(probeOf(below, questions.document.text)));
  questions.add(
    { title: prompt, prompt, categoryPath: questions.categoryOf(under), ...marks, ...(probes.length > 0 && { script: { probes } }) },
    line,
  );
}

/** Probes hold one breath each; markup in them is cleaned as that of prompts is. */
const cleaned = (probe: IncomingProbe): IncomingProbe => ({
  ...probe,
  ask: probe.ask.replace(/<[a-z/!][^<>\n]*>/gi, ''),
  ...(probe.probes !== undefined && { probes: probe.probes.map(cleaned) }),
});

function unlinked(text: string, questions: MarkdownQuestions, line: number): string {
  const without = text.replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1');
  if (without !== text)
    questions.reading.notices.warn(
      'LINKS_TO_PRIVATE_DOCUMENTS',
      'The question links to a document that others may not be able to read; the text was kept and the link was not.',
      '',
      { line },
    );
  return without;
}

/** Sections under one heading with numbered lists of equal length: the same questions in other words. */
function phrasings(lists: readonly ListBlock[]): readonly (readonly ListBlock[])[] {
  const byParent = new Map<Heading, ListBlock[]>();
  for (const list of lists) {
    const parent = list.under.at(-2);
    if (parent === undefined || list.node.ordered !== true) continue;
    byParent.set(parent, [...(byParent.get(parent) ?? []), list]);
  }
  return [...byParent.values()].filter((group) => {
    const headings = new Set(group.map(({ under }) => under.at(-1)));
    return (
      group.length > 1 &&
      headings.size === group.length &&
      group.every(({ node }) => node.children.length === group[0]?.node.children.length) &&
      sameStyles(group, byParent)
    );
  });
}

/** The headings must come back under every parent, else they are categories. */
function sameStyles(group: readonly ListBlock[], all: ReadonlyMap<Heading, readonly ListBlock[]>): boolean {
  const names = (lists: readonly ListBlock[]): string =>
    lists
      .map(({ under }) =>
        plainText(under.at(-1) as Heading)
          .trim()
          .toLowerCase(),
      )
      .join('|');
  return all.size > 1 && [...all.values()].every((other) => names(other) === names(group));
}

function addPhrasings(group: readonly ListBlock[], questions: MarkdownQuestions): void {
  const [first, ...others] = group;
  if (first === undefined) return;
  first.node.children.forEach((item, index) => {
    const line = item.position?.start.line ?? 1;
    const { prompt, marks } = questions.line(questions.cleaner.ofBlocks(item.children));
    const wordings = others.map(({ node, under }) => ({
      style: plainText(under.at(-1) as Heading).trim(),
      prompt: leadOf(node.children[index] as ListItem),
    }));
    questions.add({ title: prompt, prompt, categoryPath: questions.categoryOf(first.under.slice(0, -1)), ...marks, wordings }, line);
  });
  questions.reading.notices.warn(
    'FIELD_DERIVED',
    `The sections ${group.map(({ under }) => `"${plainText(under.at(-1) as Heading).trim()}"`).join(', ')} hold equally many questions and were taken for wordings of the same ones.`,
    'Choose the dialect "heading" or split the file if they are questions of their own.',
    { line: first.node.position?.start.line ?? 1 },
  );
}
