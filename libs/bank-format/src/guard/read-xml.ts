import { DOOR_LIMITS } from './door-limits';
import type { DoorPlace } from './door-fault';
import { refuseFile } from './refusal';
import type { XmlElement, XmlNode } from './xml-element';

const CHUNK = 65_536;

interface Growing {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  readonly line: number;
}

/**
 * An XML text as a tree; the only file that knows `saxes`. Refused: every DOCTYPE, so no entity but the five of XML is ever known,
 * nothing is expanded and nothing is fetched; nesting and numbers of nodes beyond the limits; whatever is not well-formed,
 * with line and column. With `each`, every element of that name is handed over when it is whole and then forgotten, so that a
 * long file needs the memory of one of them.
 */
export async function readXml(
  text: string,
  options: { readonly place?: DoorPlace; readonly each?: string; readonly take?: (element: XmlElement) => void } = {},
): Promise<XmlElement> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: true, position: true });
  const here = (): DoorPlace => ({ ...options.place, line: parser.line, column: parser.column + 1 });
  const open: Growing[] = [];
  let root: Growing | null = null;
  let nodes = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > DOOR_LIMITS.xml.nodes)
      refuseFile('XML_TOO_MANY_NODES', `The file has more than ${DOOR_LIMITS.xml.nodes} nodes.`, 'Split it into several files.', here());
  };
  const addText = (piece: string): void => {
    const parent = open.at(-1);
    if (parent === undefined) return;
    const last = parent.children.at(-1);
    if (typeof last === 'string') {
      parent.children[parent.children.length - 1] = last + piece;
    } else {
      count();
      parent.children.push(piece);
    }
  };
  parser.on('doctype', () =>
    refuseFile(
      'XML_DTD_FORBIDDEN',
      'The file has a document type declaration, which is never read.',
      'Remove the line that starts with <!DOCTYPE.',
      here(),
    ),
  );
  parser.on('error', (problem) =>
    refuseFile(
      'XML_NOT_WELL_FORMED',
      `The file is not well-formed: ${wordsOf(problem.message)}.`,
      'Export it anew, or mend that place.',
      here(),
    ),
  );
  parser.on('opentag', (tag) => {
    count();
    if (open.length >= DOOR_LIMITS.xml.depth)
      refuseFile(
        'XML_TOO_DEEP',
        `Elements are nested deeper than ${DOOR_LIMITS.xml.depth}.`,
        'No bank needs that; look for an element that is never closed.',
        here(),
      );
    const attributes = new Map(
      Object.values(tag.attributes).map(({ prefix, local, value }) => [prefix === 'xml' ? `xml:${local}` : local, value]),
    );
    open.push({ name: tag.local, namespace: tag.uri, attributes, children: [], line: parser.line });
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else if (closed.name === options.each && open.every(({ name }) => name !== options.each)) options.take?.(closed);
    else parent.children.push(closed);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  for (let start = 0; start < text.length; start += CHUNK) parser.write(text.slice(start, start + CHUNK));
  parser.close();
  return root ?? refuseFile('XML_NOT_WELL_FORMED', 'The file has no element.', 'Export it anew.', here());
}

/** The parser's message without its own place, which is told apart. */
const wordsOf = (message: string): string => message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
