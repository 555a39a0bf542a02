import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const folders = ['apps', 'libs', 'migrations', 'scripts', 'bench', 'test'].filter((folder) => existsSync(join(root, folder)));

export interface Import {
  readonly specifier: string;
  /** The file in this tree that it names; null for packages. */
  readonly file: string | null;
}

export interface Source {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly text: string;
  readonly imports: readonly Import[];
}

const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^@touchstone\/interviewing\/(.*)$/, 'libs/interviewing/src/$1'],
  [/^@touchstone\/platform\/(.*)$/, 'libs/platform/src/$1'],
  [/^@touchstone\/([a-z-]+)$/, 'libs/$1/src/index'],
];

/** Every TypeScript file of the tree with what it imports. */
export function readSources(): readonly Source[] {
  const paths = folders.flatMap((folder) => filesOf(join(root, folder))).filter((path) => path.endsWith('.ts'));
  const known = new Set(paths.map(toRelative));
  return paths.map((path) => {
    const text = readFileSync(path, 'utf8');
    return { path: toRelative(path), text, lines: text.trimEnd().split('\n').length, imports: importsOf(text, toRelative(path), known) };
  });
}

const toRelative = (path: string): string => relative(root, path).replaceAll('\\', '/');

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: false }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

function importsOf(text: string, path: string, known: ReadonlySet<string>): Import[] {
  const specifiers = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ];
  return specifiers.map((match) => {
    const specifier = (match[1] ?? match[2] ?? match[3]) as string;
    return { specifier, file: fileOf(specifier, path, known) };
  });
}

function fileOf(specifier: string, from: string, known: ReadonlySet<string>): string | null {
  const alias = ALIASES.find(([pattern]) => pattern.test(specifier));
  if (alias === undefined && !specifier.startsWith('.')) return null;
  const target = alias === undefined ? posix.join(dirname(from).replaceAll('\\', '/'), specifier) : specifier.replace(alias[0], alias[1]);
  const candidates = [`${target}.ts`, `${target}/index.ts`, target];
  return candidates.find((candidate) => known.has(candidate)) ?? `missing:${target}`;
}
