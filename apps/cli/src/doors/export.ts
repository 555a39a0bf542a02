import { importBank, type Outgoing, outgoingOf } from '@touchstone/bank-format';
import { WrongUsage } from '../analyze/input/faults';
import { findFiles } from '../bank/input/find-files';
import { numbered, type Terminal, writeJson } from '../bank/terminal';
import { write, writePlan, type WriteFlags } from './convert';
import { readBytes } from './file-bytes';
import { refuse } from './refuse';
import { lossLines } from './report-lines';

/** What `touchstone bank export` may be told. */
export type ExportFlags = WriteFlags;

/** Bank files of the own format as one file of another. */
export async function exportFiles(names: readonly string[], flags: ExportFlags, terminal: Terminal, clock: () => Date): Promise<0 | 1> {
  const plan = writePlan(flags, clock);
  const outgoing: { files: Outgoing['files'][number][]; attachments: Outgoing['attachments'][number][] } = { files: [], attachments: [] };
  for (const path of findFiles(names)) {
    const { name, bytes } = readBytes(path);
    const opened = await importBank(name, bytes);
    if (!opened.ok) return refuse(path, opened.error, flags, terminal);
    if (opened.value.mapped.files === null) throw new WrongUsage(`${path} is not in the own format. Use touchstone bank convert.`);
    const { files, attachments } = outgoingOf(opened.value.mapped);
    outgoing.files.push(...files);
    outgoing.attachments.push(...attachments);
  }
  const twice = repeatedId(outgoing.files);
  if (twice !== undefined)
    throw new WrongUsage(`The question ${twice} occurs twice in these files. One file holds it once: leave one of the two out.`);
  const exported = await write(plan, outgoing, flags, terminal);
  const questions = outgoing.files.reduce((sum, file) => sum + file.questions.length, 0);
  if (flags.json === true) writeJson(terminal, { questions, to: flags.to, losses: exported.losses });
  else if (flags.quiet !== true)
    terminal.error(
      `${[`${numbered(questions, 'question')} as ${flags.to}${flags.output === undefined ? '' : ` in ${flags.output}`}`, ...lossLines(exported.losses, terminal.paint)].join('\n')}\n`,
    );
  return 0;
}

/** An id that several questions have; in a file of another program one of them would take the place of the other. */
function repeatedId(files: Outgoing['files']): string | undefined {
  const seen = new Set<string>();
  return files.flatMap(({ questions }) => questions.map(({ id }) => id)).find((id) => seen.size === seen.add(id).size);
}
