import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { WrongUsage } from '../../analyze/input/faults';
import type { AssembleFlags, AssembleSettings } from '../options';
import type { FromInput } from './input-fault';
import type { AssemblyTask } from './task';
import { taskOfInstance } from './task-of-instance';
import { type NamedText, taskOfTemplates } from './task-of-templates';

/** Reads the files named on the command line: one instance (JSON), or blueprint templates (YAML) with a bank. */
export function readTask(paths: readonly string[], flags: AssembleFlags, settings: AssembleSettings): FromInput<AssemblyTask> {
  const [first, ...more] = paths;
  if (first === undefined) throw new WrongUsage('Name a file to assemble from.');
  if (/\.json$/i.test(first)) {
    if (more.length > 0) throw new WrongUsage('An instance in JSON is assembled by itself. Name one file.');
    const strange = ONLY_FOR_BLUEPRINTS.find((flag) => flags[flag] !== undefined);
    if (strange !== undefined)
      throw new WrongUsage(
        `--${strange.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} is for blueprints; an instance in JSON says everything itself.`,
      );
    const { name, text } = readFile(first);
    return taskOfInstance(text, name.replace(/(\.input)?\.json$/i, ''));
  }
  if (flags.bank === undefined || flags.bank.length === 0)
    throw new WrongUsage('A blueprint draws from a bank. Name its files or folders: --bank bank/training.');
  return taskOfTemplates({
    templates: paths.map(readFile),
    banks: flags.bank.flatMap(bankFiles).map(readFile),
    framework: flags.framework === undefined ? null : readFile(flags.framework),
    kits: settings.kits,
    strict: flags.strict === true,
    includeTraining: flags.includeTraining === true,
    seniority: flags.seniority,
    excluded: flags.exclude ?? [],
    mustHave: flags.mustHave ?? [],
    pinned: settings.pinned,
  });
}

const ONLY_FOR_BLUEPRINTS = ['bank', 'framework', 'kits', 'strict', 'includeTraining', 'seniority', 'exclude', 'mustHave', 'pin'] as const;

function readFile(path: string): NamedText {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) throw new WrongUsage(`There is no file ${path}.`);
  if (entry.isDirectory()) throw new WrongUsage(`${path} is a folder. Name a file in it.`);
  return { name: basename(path), text: readFileSync(path, 'utf8') };
}

function bankFiles(path: string): string[] {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) throw new WrongUsage(`There is no file or folder ${path}.`);
  if (!entry.isDirectory()) return [path];
  const files = readdirSync(path)
    .filter((name) => /\.(ya?ml|json)$/i.test(name))
    .sort()
    .map((name) => join(path, name));
  if (files.length === 0) throw new WrongUsage(`The folder ${path} has no bank file (.yaml, .json).`);
  return files;
}
