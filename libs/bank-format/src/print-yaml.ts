import { Document, isCollection, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** How a member is set. */
export interface PrintLayout {
  /** Members whose texts are kept to the last line end; all others end in one line end on paper and in none in memory. */
  readonly verbatim: ReadonlySet<string>;
  /** Names of lists whose entries are set apart by a blank line; `''` sets the members of the top apart. */
  readonly apart: ReadonlySet<string>;
  /** Sections of the entries of those lists, by the names of their members: each section is set apart from the one before. */
  readonly sections: readonly (readonly string[])[];
}

/**
 * YAML 1.2 of plain values, always the same bytes for the same values: members in the order in which they stand, texts of several
 * lines as literal blocks, short lists of names and records of numbers in one line, nothing folded, and in quotes whatever a
 * reader of YAML 1.1 would take for something else. `comment` goes to the top.
 */
export function printYaml(value: unknown, layout: PrintLayout, comment?: string): string {
  const document = new Document(null, { version: '1.2', compat: 'yaml-1.1' });
  document.contents = nodeOf(value, layout, '', false) as never;
  if (comment !== undefined) document.commentBefore = comment;
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false, indentSeq: true, singleQuote: false });
  return text.endsWith('\n') ? text : `${text}\n`;
}

function nodeOf(value: unknown, layout: PrintLayout, name: string, verbatim: boolean): Node {
  if (typeof value === 'string') return textNode(value, verbatim);
  if (Array.isArray(value)) return listNode(value, layout, name, verbatim);
  if (typeof value === 'object' && value !== null) return recordNode(value, layout, name, verbatim);
  return new Scalar(value);
}

function textNode(value: string, verbatim: boolean): Scalar {
  const needsEscapes = /[\r\u0085\u2028\u2029\u007f-\u009f\ufeff\ufffe\uffff]/.test(value);
  const literal = value.includes('\n') && !needsEscapes;
  const node = new Scalar(literal && !verbatim ? `${value}\n` : value);
  node.type = literal ? 'BLOCK_LITERAL' : needsEscapes ? 'QUOTE_DOUBLE' : 'PLAIN';
  return node;
}

function listNode(entries: readonly unknown[], layout: PrintLayout, name: string, verbatim: boolean): YAMLSeq {
  const node = new YAMLSeq();
  node.flow = entries.length === 0 || isShortListOfNames(entries);
  node.items = entries.map((entry, index) => {
    const item = nodeOf(entry, layout, layout.apart.has(name) ? SECTIONED : '[]', verbatim);
    if (index > 0 && layout.apart.has(name)) item.spaceBefore = true;
    return item;
  });
  return node;
}

function recordNode(value: object, layout: PrintLayout, name: string, verbatim: boolean): YAMLMap {
  const node = new YAMLMap();
  const members = Object.entries(value);
  node.flow = members.length === 0 || (members.length <= MOST_IN_A_LINE && members.every(([, member]) => typeof member === 'number'));
  node.items = members.map(([key, member], index) => {
    const written = new Scalar<unknown>(WHOLE_NUMBER.test(key) ? Number(key) : key);
    const child = nodeOf(member, layout, key, verbatim || layout.verbatim.has(key));
    const begins =
      name === SECTIONED
        ? sectionOf(layout, key) !== sectionOf(layout, members[index - 1]?.[0])
        : layout.apart.has(name) && (isCollection(child) || typeof members[index - 1]?.[1] === 'object');
    if (index > 0 && begins) written.spaceBefore = true;
    return new Pair(written, child);
  });
  return node;
}

/** What the entries of lists that are set apart are called on the way down. */
const SECTIONED = '[sections]';

/** The last section that begins at or before this member; members that no section names belong to the one before them. */
const sectionOf = ({ sections }: PrintLayout, key: string | undefined): number => sections.findIndex((names) => names.includes(key ?? ''));

const WHOLE_NUMBER = /^(0|[1-9]\d{0,8})$/;
const NAME = /^[\w.+:@/-]{1,80}$/;
const LONGEST_LINE = 110;
const MOST_IN_A_LINE = 8;

function isShortListOfNames(entries: readonly unknown[]): boolean {
  const fits = entries.every((entry) => typeof entry === 'number' || (typeof entry === 'string' && NAME.test(entry)));
  return fits && entries.join(', ').length <= LONGEST_LINE;
}
