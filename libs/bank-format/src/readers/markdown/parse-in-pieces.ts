import type { Nodes, RootContent } from 'mdast';
import type { MarkdownParser } from '../../doors/markdown-tree';

/** Characters from which on a piece ends at the next place where it may. */
const ENOUGH = 30_000;

/**
 * The blocks of a long text, parsed piece by piece, because the parser needs more than twice the time for twice the text. A piece ends
 * before a heading or a bold line that stands at the margin, outside of code. Positions are those in the whole text.
 */
export function parseInPieces(text: string, parse: MarkdownParser): readonly RootContent[] {
  return piecesOf(text).flatMap(({ start, line, piece }) => {
    const { children } = parse(piece);
    if (start > 0) for (const child of children) shift(child, start, line);
    return children;
  });
}

interface Piece {
  readonly start: number;
  /** Lines before it. */
  readonly line: number;
  readonly piece: string;
}

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let [start, line] = [0, 0];
  let fence: string | null = null;
  let [at, number] = [0, 0];
  for (const one of text.split('\n')) {
    const mark: string | null = /^ {0,3}(`{3,}|~{3,})/.exec(one)?.[1] ?? null;
    if (fence === null && /^(#{1,6} |\*\*)/.test(one) && at - start > ENOUGH) {
      pieces.push({ start, line, piece: text.slice(start, at) });
      [start, line] = [at, number];
    }
    if (mark !== null && fence === null) fence = mark;
    else if (mark !== null && fence !== null && mark[0] === fence[0] && mark.length >= fence.length) fence = null;
    at += one.length + 1;
    number += 1;
  }
  pieces.push({ start, line, piece: text.slice(start) });
  return pieces;
}

function shift(node: Nodes, offset: number, lines: number): void {
  const points = node.position === undefined ? [] : [node.position.start, node.position.end];
  for (const point of points) {
    point.line += lines;
    point.offset = (point.offset ?? 0) + offset;
  }
  if ('children' in node) for (const child of node.children) shift(child, offset, lines);
}
