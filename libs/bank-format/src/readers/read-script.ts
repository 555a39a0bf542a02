import type { List, ListItem, Nodes, Root, RootContent, Table } from 'mdast';
import type { IncomingProbe, IncomingRubric, IncomingScript } from '../doors/incoming';
import { type MarkdownParser, plainText } from '../doors/markdown-tree';
import { ATTRACTIVE, isListSection, LOOK_FOR, type ScriptSection, sectionOf, WRONG } from '../doors/script-sections';
import { rubricOfTable } from './rubric-of-table';

/** What interviewers and scorers read, taken apart again; `before` is what stands before the first heading that is known. */
export interface ReadScript {
  readonly before: string;
  readonly script: IncomingScript;
  readonly rubric: IncomingRubric | null;
}

/** Reads the Markdown that `scriptText` writes, and what people write in its manner. Headings that are not known belong to the text around them. */
export function readScript(markdown: string, parse: MarkdownParser): ReadScript {
  if (!/^ {0,3}#{1,6}\s/m.test(markdown)) return { before: markdown.trim(), script: {}, rubric: null }; // nothing to take apart
  const tree = parse(markdown);
  const parts = cut(tree, markdown);
  const script: Record<string, unknown> = {};
  let rubric: IncomingRubric | null = null;
  for (const { section, nodes, text } of parts.sections) {
    if (section === 'rubric') {
      const table = nodes.find((node): node is Table => node.type === 'table');
      if (table !== undefined) rubric = withPass(rubricOfTable(table, markdown), text);
      if (rubric === null && text !== '') script['scoringNotes'] = text;
    } else if (text !== '') {
      script[section] = valueOf(section, nodes, markdown, text);
    }
  }
  return { before: parts.before, script, rubric };
}

interface Part {
  readonly section: ScriptSection;
  readonly nodes: readonly RootContent[];
  readonly text: string;
}

function cut({ children }: Root, markdown: string): { readonly before: string; readonly sections: readonly Part[] } {
  const starts = children.flatMap((node, index) => {
    const section = node.type === 'heading' ? sectionOf(plainText(node)) : null;
    return section === null ? [] : [{ section, index }];
  });
  const textOf = (nodes: readonly RootContent[]): string => {
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (first === undefined || last === undefined) return '';
    return markdown.slice(first.position?.start.offset ?? 0, last.position?.end.offset ?? 0).trim();
  };
  return {
    before: textOf(children.slice(0, starts[0]?.index ?? children.length)),
    sections: starts.map(({ section, index }, place) => {
      const nodes = children.slice(index + 1, starts[place + 1]?.index ?? children.length);
      return { section, nodes, text: textOf(nodes) };
    }),
  };
}

/** `Passes from 2.5 on.` below a table. */
export function withPass(rubric: IncomingRubric | null, text: string): IncomingRubric | null {
  const pass = /^Passes from (\d+(?:\.\d+)?) on\.$/m.exec(text)?.[1];
  return rubric === null || pass === undefined ? rubric : { ...rubric, pass: Number(pass) };
}

function valueOf(section: ScriptSection, nodes: readonly RootContent[], markdown: string, text: string): unknown {
  const items = nodes.filter((node): node is List => node.type === 'list').flatMap(({ children }) => children);
  const own = items.map((item) => ownText(item, markdown));
  if (isListSection(section)) return items.length === 0 ? [text] : own;
  switch (section) {
    case 'probes':
      return items.length === 0 ? [{ ask: text }] : items.map((item) => probeOf(item, markdown));
    case 'hints':
      return own.map(hintOf);
    case 'followUps':
      return own.flatMap(followUpOf);
    case 'plausibleWrongAnswers':
      return items.map((item) => wrongAnswerOf(item, markdown));
    default:
      return text;
  }
}

/** `*after a while:* the words [at most 3 in c2]`. */
function hintOf(written: string): { text: string; when?: string; caps?: Readonly<Record<string, number>> } {
  const priced = /^(.*?) \[at most ([^\]]+)\]$/s.exec(written);
  const { ask, ...rest } = conditionOf(priced?.[1] ?? written);
  if (priced === null) return { text: ask, ...rest };
  const prices = (priced[2] as string).split(', ').map((price): [string, number] => {
    const [level = '', criterion = ''] = price.split(' in ');
    return [criterion, Number(level)];
  });
  return { text: ask, ...rest, caps: Object.fromEntries(prices) };
}

function wrongAnswerOf(item: ListItem, markdown: string): { claim: string; whyAttractive: string; whyWrong: string } {
  const below = item.children
    .filter((node): node is List => node.type === 'list')
    .flatMap(({ children }) => children.map((one) => ownText(one, markdown)));
  const after = (mark: string): string => below.find((text) => text.startsWith(mark))?.slice(mark.length) ?? '';
  return { claim: ownText(item, markdown), whyAttractive: after(ATTRACTIVE) || 'Not said.', whyWrong: after(WRONG) || 'Not said.' };
}

/** A point with the points below it: what begins with "Look for" is to be listened for, the rest is asked next. */
export function probeOf(item: ListItem, markdown: string): IncomingProbe {
  const below = item.children.filter((node): node is List => node.type === 'list').flatMap(({ children }) => children);
  const isLookFor = (one: ListItem): boolean => ownText(one, markdown).startsWith(LOOK_FOR);
  const lookFor = below.filter(isLookFor).map((one) => ownText(one, markdown).slice(LOOK_FOR.length));
  const probes = below.filter((one) => !isLookFor(one)).map((one) => probeOf(one, markdown));
  return {
    ...conditionOf(ownText(item, markdown)),
    ...(lookFor.length > 0 && { lookFor }),
    ...(probes.length > 0 && { probes }),
  };
}

/** The text of a point without the points below it, its indent taken off. */
export function ownText(item: ListItem, markdown: string): string {
  const own = item.children.filter((node: Nodes) => node.type !== 'list');
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return '';
  const indent = (first.position?.start.column ?? 1) - 1;
  const text = markdown.slice(first.position?.start.offset ?? 0, last.position?.end.offset ?? 0);
  return text.replace(new RegExp(`\\n {1,${Math.max(1, indent)}}`, 'g'), '\n').trim();
}

/** `*when:* what is asked`, or `If yes: what is asked`. */
function conditionOf(text: string): { ask: string; when?: string } {
  const marked = /^[*_]([^*_\n]+):[*_]\s+(.+)$/s.exec(text);
  if (marked !== null) return { when: marked[1] as string, ask: marked[2] as string };
  const worded = /^(If [^:\n.?!]{1,80}): (.+)$/s.exec(text);
  return worded === null ? { ask: text } : { when: worded[1] as string, ask: worded[2] as string };
}

function followUpOf(text: string): { levels: readonly number[]; ask: string }[] {
  const found = /^Levels? ([\d, ]+): (.+)$/s.exec(text);
  return found === null ? [] : [{ levels: (found[1] as string).split(',').map((level) => Number(level.trim())), ask: found[2] as string }];
}
