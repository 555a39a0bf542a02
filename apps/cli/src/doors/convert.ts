import {
  canCarrySidecar,
  type Exported,
  exportBank,
  importBank,
  OUTGOING_FORMATS,
  type Outgoing,
  outgoingOf,
  type OutgoingFormat,
} from '@touchstone/bank-format';
import { WrongUsage } from '../analyze/input/faults';
import { mustBeWritable } from '../analyze/usage';
import { dayOf } from '../bank/input/day-of';
import { type Terminal, writeJson } from '../bank/terminal';
import { isText, readBytes, writeBytes } from './file-bytes';
import { importOptionsOf, oneOf, type ReadFlags } from './read-flags';
import { refuse } from './refuse';
import { lossLines, reportLines } from './report-lines';
import { watched } from './watched';

/** What `touchstone bank convert` may be told. */
export interface ConvertFlags extends ReadFlags, WriteFlags {}

/** What may be said about a file that is written. */
export interface WriteFlags {
  readonly to: string;
  readonly output?: string;
  readonly sidecar?: boolean;
  readonly day?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** From one format to another; what was found and what is lost goes to the error output, or as JSON to the output. */
export async function convert(path: string, flags: ConvertFlags, terminal: Terminal, clock: () => Date): Promise<0 | 1> {
  const plan = writePlan(flags, clock);
  const { name, bytes } = readBytes(path);
  const imported = await importBank(name, bytes, watched(importOptionsOf(flags), flags, terminal));
  if (!imported.ok) return refuse(name, imported.error, flags, terminal);
  const exported = await write(plan, outgoingOf(imported.value.mapped), flags, terminal);
  const { format, dialect } = imported.value.incoming;
  const { questions, warnings, notes } = imported.value.mapped;
  if (flags.json === true)
    writeJson(terminal, {
      file: name,
      format,
      dialect,
      questions: questions.length,
      warnings,
      notes,
      to: flags.to,
      losses: exported.losses,
    });
  else if (flags.quiet !== true)
    terminal.error(`${[...reportLines(name, imported.value, terminal.paint), ...lossLines(exported.losses, terminal.paint)].join('\n')}\n`);
  return 0;
}

export interface WritePlan {
  readonly format: OutgoingFormat;
  readonly sidecar: boolean;
  readonly day: string;
}

/** Checked before anything is read. */
export function writePlan(flags: WriteFlags, clock: () => Date): WritePlan {
  const format = oneOf('--to', flags.to, OUTGOING_FORMATS as readonly OutgoingFormat[]);
  const day = dayOf('--day', flags.day, clock);
  if (flags.output !== undefined) mustBeWritable(flags.output);
  if (flags.json === true && flags.output === undefined)
    throw new WrongUsage('With --json the report goes to the standard output, so name a file with --output.');
  return { format, sidecar: flags.sidecar !== false && canCarrySidecar(format), day };
}

/** Writes to the file that was named, or a text to the output. */
export async function write(
  { format, sidecar, day }: WritePlan,
  outgoing: Outgoing,
  { output }: WriteFlags,
  terminal: Terminal,
): Promise<Exported> {
  const exported = await exportBank(format, outgoing, { sidecar, day });
  if (output !== undefined) writeBytes(output, exported.bytes);
  else if (!isText(exported.mediaType)) throw new WrongUsage(`${format} is no text. Name a file with --output, such as ${exported.name}.`);
  else terminal.out(new TextDecoder('utf-8', { ignoreBOM: true }).decode(exported.bytes));
  return exported;
}
