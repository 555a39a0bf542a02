import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';

const FRAME = /((?:[A-Za-z]:)?[^\s():]+\.js):(\d+):(\d+)/g;

/** Null for files that were not compiled by us. */
const maps = new Map<string, SourceMap | null>();

/**
 * A stack in lines of the sources where the files were compiled. Maps are read when an error is told and not before: Node's own flag
 * reads those of every package at start, which costs a third of a second and 30 MB for as long as the process runs.
 */
export function inSources(stack: string | undefined): string | undefined {
  return stack?.replace(FRAME, (frame, file: string, line: string, column: string) => {
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return frame;
    return `${resolve(dirname(file), entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

function mapOf(file: string): SourceMap | null {
  let map = maps.get(file);
  if (map === undefined) {
    map = file.includes('node_modules') ? null : read(`${file}.map`);
    maps.set(file, map);
  }
  return map;
}

function read(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload);
  } catch {
    return null;
  }
}
