import { type Result, err, ok } from '@touchstone/kernel';
import {
  Composer,
  type Document,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type YAMLMap,
  type YAMLParseError,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  visit,
} from 'yaml';
import type { BankFault, FaultPath } from './bank-fault';
import { LIMITS } from './text-limits';

/** A place in the text, both counted from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Plain values of a YAML or JSON text, and where each of them stands. */
export interface YamlReading {
  readonly value: unknown;
  /** The place of the deepest part of the path that exists: for a missing member, its parent. */
  locate(path: FaultPath): TextPosition;
}

/**
 * The one door for YAML 1.2 (core schema) and JSON, which is a part of it; the only file that knows the package `yaml`.
 * Refused: more than `LIMITS.file` characters, anything not well-formed, keys that occur twice (`1` and `"1"` are the same
 * key) or are no scalars, anchors, aliases, tags, merge keys, directives of another version, a second document, an empty
 * text, and nesting deeper than `LIMITS.depth`. Nothing is ever expanded, so a small text stays small.
 */
export function readYaml(text: string): Result<YamlReading, readonly BankFault[]> {
  if (text.length > LIMITS.file) {
    const message = `The text has ${text.length} characters; at most ${LIMITS.file} are read. Split it into one file per category.`;
    return err([{ code: 'TOO_LARGE', path: [], message }]);
  }
  const lines = new LineCounter();
  try {
    return readDocuments(text, lines);
  } catch (cause) {
    if (cause instanceof Abyss) return err([tooDeep(positionOf(lines, cause.offset))]);
    throw cause;
  }
}

/** Thrown where more is open than a bank can need. */
class Abyss extends Error {
  constructor(readonly offset: number) {
    super();
  }
}

/** A collection opens a few pieces of the parser at once; well below what its composer, which calls itself, has stack for. */
const MOST_OPEN_PIECES = 6 * LIMITS.depth;

/**
 * The pieces of the text, as long as not too many of them are open. Counted while they are read: the composer calls itself for each level,
 * and a process whose stack runs out inside a regular expression is gone, not caught.
 */
function* piecesOf(text: string, lines: LineCounter): ReturnType<Parser['parse']> {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MOST_OPEN_PIECES) throw new Abyss(parser.offset);
  }
  yield* parser.end();
}

function readDocuments(text: string, lines: LineCounter): Result<YamlReading, readonly BankFault[]> {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    strict: true,
    stringKeys: true,
    uniqueKeys: false, // checked below with a set per map: the package compares every key with every other
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const [document, second] = [...composer.compose(piecesOf(text, lines))];
  const at = (offset: number): TextPosition => positionOf(lines, offset);
  if (document === undefined) return err([{ code: 'SYNTAX', path: [], message: 'The text is empty.', line: 1, column: 1 }]);
  if (document.errors.length > 0) return err(document.errors.slice(0, MOST_SYNTAX_FAULTS).map((problem) => syntaxFault(problem, at)));
  const faults = portabilityFaults(document, at);
  if (second !== undefined) {
    faults.push(
      notPortable('A second document starts here. Use one file per document', at(second.contents?.range?.[0] ?? second.range[0])),
    );
  }
  if (faults.length === 0) faults.push(...document.warnings.map(({ message, pos }) => notPortable(message, at(pos[0]))));
  if (faults.length > 0) return err(faults.slice(0, MOST_SYNTAX_FAULTS));
  return ok({ value: document.toJS({ maxAliasCount: 0 }), locate: (path) => at(offsetOf(document, path)) });
}

function syntaxFault({ code, message, pos }: YAMLParseError, at: (offset: number) => TextPosition): BankFault {
  if (code === 'RESOURCE_EXHAUSTION') return tooDeep(at(pos[0]));
  return { code: 'SYNTAX', path: [], message: `Not well-formed: ${message.replace(/\.$/, '')}.`, ...at(pos[0]) };
}

const MOST_SYNTAX_FAULTS = 20;

/** What is well-formed YAML and still not welcome, because other readers see something else in it. */
function portabilityFaults(document: Document.Parsed, at: (offset: number) => TextPosition): BankFault[] {
  const faults: BankFault[] = [];
  if (document.directives.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
    faults.push(notPortable('A directive asks for another version of YAML. Remove it', { line: 1, column: 1 }));
  }
  visit(document, (_key, node, ancestors) => {
    if (!isNode(node)) return undefined;
    const place = at(node.range?.[0] ?? 0);
    if (ancestors.filter((ancestor) => isMap(ancestor) || isSeq(ancestor)).length >= LIMITS.depth) {
      faults.push(tooDeep(place));
      return visit.BREAK;
    }
    if (isMap(node)) faults.push(...duplicateKeys(node, at));
    if (isAlias(node)) faults.push(notPortable(`The alias *${node.source} is not read. Write the text out`, place));
    else if (node.anchor !== undefined) faults.push(notPortable(`The anchor &${node.anchor} is not read. Remove it`, place));
    if (node.tag !== undefined) faults.push(notPortable(`The tag ${node.tag} is not read. Remove it`, place));
    return undefined;
  });
  return faults;
}

function duplicateKeys({ items }: YAMLMap, at: (offset: number) => TextPosition): BankFault[] {
  const seen = new Set<string>();
  return items.flatMap(({ key }): BankFault[] => {
    const name = isScalar(key) ? String(key.value) : '';
    const duplicate = seen.has(name);
    seen.add(name);
    if (!duplicate) return [];
    const message = `The key "${name.slice(0, 60)}" occurs twice here. Remove or rename one.`;
    return [{ code: 'DUPLICATE_KEY', path: [], message, ...at(isScalar(key) ? (key.range?.[0] ?? 0) : 0) }];
  });
}

const notPortable = (message: string, place: TextPosition): BankFault => ({
  code: 'NOT_PORTABLE',
  path: [],
  message: `${message}.`,
  ...place,
});

const tooDeep = (place: TextPosition): BankFault => ({
  code: 'TOO_DEEP',
  path: [],
  message: `The text is nested deeper than ${LIMITS.depth} levels. No bank needs that; look for a bracket that is never closed.`,
  ...place,
});

/** Walks down as far as the path leads. A member is found at its key, a list entry at its value. */
function offsetOf(document: Document.Parsed, path: FaultPath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = isNode(node) ? (node.range?.[0] ?? offset) : offset;
    } else {
      break;
    }
  }
  return offset;
}

function positionOf(lines: LineCounter, offset: number): TextPosition {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
