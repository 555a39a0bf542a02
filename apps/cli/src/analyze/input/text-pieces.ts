import { closeSync, openSync, readSync } from 'node:fs';
import { TextDecoder } from 'node:util';

const PIECE = 1 << 20;

/** The text of a file in pieces of a megabyte, so that a large one is never held whole. `onRead` hears how many bytes have been read. */
export function* textPieces(path: string, onRead: (bytes: number) => void = () => undefined): Generator<string> {
  const decoder = new TextDecoder(encodingOf(path));
  let read = 0;
  for (const bytes of bytePieces(path)) {
    read += bytes.length;
    onRead(read);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

/** UTF-16 where a mark says so, UTF-8 where the bytes are such, else what Excel on Windows writes in the West. */
function encodingOf(path: string): string {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  try {
    for (const bytes of bytePieces(path)) {
      if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
      if (first && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
      first = false;
      strict.decode(bytes, { stream: true });
    }
    strict.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

function* bytePieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = new Uint8Array(PIECE);
      const length = readSync(file, piece, 0, PIECE, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
