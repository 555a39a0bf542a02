import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WrongUsage } from '../../analyze/input/faults';

/** The standard input, as a name. */
export const STDIN = '-';

const BANK_FILE = /\.(ya?ml|json)$/i;

/**
 * The files that the names on the command line mean, each once, in their order: a file, a folder (its YAML and JSON files, folders
 * below included), a pattern with `*`, `**`, `?` or `{a,b}`, or `-` for the standard input. Throws WrongUsage where one means nothing.
 */
export function findFiles(names: readonly string[]): readonly string[] {
  const found = names.flatMap((name) => {
    if (name === STDIN) return [STDIN];
    const entry = statSync(name, { throwIfNoEntry: false });
    if (entry?.isFile() === true) return [name];
    if (entry?.isDirectory() === true) {
      const files = filesBelow(name).filter((file) => BANK_FILE.test(file));
      if (files.length === 0) throw new WrongUsage(`There is no YAML or JSON file in ${name}.`);
      return files;
    }
    const matched = isPattern(name) ? matching(name) : [];
    if (matched.length === 0) throw new WrongUsage(isPattern(name) ? `No file matches ${name}.` : `There is no file ${name}.`);
    return matched;
  });
  return [...new Set(found)];
}

const isPattern = (name: string): boolean => /[*?{]/.test(name);

function matching(pattern: string): readonly string[] {
  const steps = pattern.split('/');
  const fixed = steps.slice(
    0,
    steps.findIndex((step) => isPattern(step)),
  );
  const folder = fixed.length === 0 ? '.' : fixed.join('/') || '/';
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const form = formOf(pattern);
  return filesBelow(folder).filter((file) => form.test(file));
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/** `**` is any number of folders, `*` and `?` stay within one, `{a,b}` is one of several. */
export function formOf(pattern: string): RegExp {
  const source = pattern
    .replace(/^\.\//, '')
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^{}]*)\}/g, (_, options: string) => `(?:${options.split(',').join('|')})`)
    .replace(/\*\*\/|\*\*|\*|\?/g, (sign) => ({ '**/': '(?:[^/]+/)*', '**': '.*', '*': '[^/]*', '?': '[^/]' })[sign] ?? sign);
  return new RegExp(`^(?:\\./)?${source}$`);
}
