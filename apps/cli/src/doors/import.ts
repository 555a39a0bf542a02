import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BankFile, exportBank, importBank, type MappedBank, outgoingOf } from '@touchstone/bank-format';
import { WrongUsage } from '../analyze/input/faults';
import { type Terminal, writeJson } from '../bank/terminal';
import { readBytes, writeBytes } from './file-bytes';
import { importOptionsOf, type ReadFlags } from './read-flags';
import { refuse } from './refuse';
import { reportLines } from './report-lines';
import { watched } from './watched';

/** What `touchstone bank import` may be told. */
export interface ImportFlags extends ReadFlags {
  readonly output?: string;
  readonly force?: boolean;
}

/** Shows what is in files of others; with a folder, writes it there in the own format. One file that cannot be read does not keep the others out. */
export async function importFiles(paths: readonly string[], flags: ImportFlags, terminal: Terminal): Promise<0 | 1> {
  const options = importOptionsOf(flags);
  if (flags.output !== undefined && existsSync(flags.output) && !statSync(flags.output).isDirectory())
    throw new WrongUsage(`${flags.output} is a file. Name a folder.`);
  const reports: object[] = [];
  let code: 0 | 1 = 0;
  for (const path of paths) {
    const { name, bytes } = readBytes(path);
    const imported = await importBank(name, bytes, watched(options, flags, terminal));
    if (!imported.ok) {
      code = refuse(path, imported.error, {}, terminal);
      reports.push({ file: path, faults: imported.error });
      continue;
    }
    const written = flags.output === undefined ? [] : await writeAll(imported.value.mapped, flags.output, flags.force === true);
    const { format, dialect, encoding, columns } = imported.value.incoming;
    const { questions, warnings, notes } = imported.value.mapped;
    reports.push({
      file: path,
      format,
      dialect,
      encoding,
      columns,
      questions: questions.map(({ id, title }) => ({ id, title })),
      warnings,
      notes,
      written,
    });
    if (flags.json !== true && flags.quiet !== true)
      terminal.out(
        `${[...reportLines(path, imported.value, terminal.paint), ...written.map((file) => terminal.paint.good(`  written: ${file}`))].join('\n')}\n`,
      );
  }
  if (flags.json === true) writeJson(terminal, { files: reports });
  return code;
}

/** A file for each category, and the files beside them. Writes over nothing unless it was told to. */
async function writeAll(mapped: MappedBank, folder: string, force: boolean): Promise<readonly string[]> {
  const { files, attachments } = outgoingOf(mapped);
  const made: { path: string; bytes: Uint8Array }[] = [];
  for (const file of files) {
    const { bytes } = await exportBank('yaml', { files: [file], attachments: [] }, { sidecar: false, day: '2000-01-01' });
    made.push({ path: join(folder, nameOf(file)), bytes });
  }
  made.push(...attachments.map(({ file, bytes }) => ({ path: join(folder, file), bytes })));
  const there = force ? undefined : made.find(({ path }) => existsSync(path));
  if (there !== undefined) throw new WrongUsage(`${there.path} is there already. Name another folder, or say --force.`);
  for (const { path, bytes } of made) {
    mkdirSync(dirname(path), { recursive: true });
    writeBytes(path, bytes);
  }
  return made.map(({ path }) => path);
}

const nameOf = ({ bank, category }: BankFile): string => `${[bank.id, ...(category === undefined ? [] : [category])].join('.')}.bank.yaml`;
