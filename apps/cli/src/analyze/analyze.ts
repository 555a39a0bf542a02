import { analysePanel, type PanelAnalysis } from '@touchstone/psychometrics';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type FileFault, WrongUsage } from './input/faults';
import { readGroups } from './input/read-groups';
import { isWorkbook, readRatings } from './input/read-ratings';
import { readWeights } from './input/read-weights';
import { type AnalyzeFlags, type AnalyzeOptions, optionsOf } from './options';
import { ProgressLine } from './progress';
import { markdownReport } from './render/markdown';
import { pageOf } from './render/page';
import { colours, noPaint } from './render/paint';
import { terminalReport } from './render/terminal';
import type { ReportOn } from './report/write-report';
import { writeReport } from './report/write-report';
import type { Outputs } from './terminal-facts';
import { mustBeFile, mustBeWritable, mustFit, whyNot } from './usage';

/** 0: fine; 1: the file cannot be analysed. Wrong usage is thrown. */
export type ExitCode = 0 | 1;

/** Reads the file, asks the library everything, and writes the report where it was asked for. */
export async function analyze(path: string, flags: AnalyzeFlags, outputs: Outputs): Promise<ExitCode> {
  const options = optionsOf(flags);
  for (const file of [path, flags.weights, flags.groups]) if (file !== undefined) mustBeFile(file);
  if (flags.output !== undefined) mustBeWritable(flags.output);
  if (flags.sheet !== undefined && !isWorkbook(path))
    throw new WrongUsage(`--sheet names a sheet of an Excel workbook, and ${basename(path)} is none. Leave it out.`);
  const progress = new ProgressLine(
    outputs.error,
    flags.quiet === true ? 'SILENT' : outputs.errorIsTerminal ? 'OVERWRITING' : flags.progress === true ? 'LINES' : 'SILENT',
  );
  const read = await readRatings(path, {
    scale: options.scale,
    columns: options.columns,
    sheet: flags.sheet,
    onRead: (bytes) => progress.reading(bytes),
  });
  if (!read.ok) return refuse(path, 'cannot be analysed', read.error, options, outputs, progress);
  const weights = flags.weights === undefined ? null : await readWeights(flags.weights, read.value.table.items);
  if (weights?.ok === false)
    return refuse(flags.weights ?? path, 'cannot be used for --weights', weights.error, options, outputs, progress);
  const groups = flags.groups === undefined ? null : await readGroups(flags.groups);
  if (groups?.ok === false) return refuse(flags.groups ?? path, 'cannot be used for --groups', groups.error, options, outputs, progress);
  mustFit(read.value.table, options);
  const understood = [...read.value.says, ...(weights?.value.says ?? [])];
  if (options.format !== 'terminal' || flags.output !== undefined) tellUnderstood(understood, flags, outputs, progress);
  const analysis = analysePanel(read.value.table, {
    seed: options.seed,
    target: options.target,
    places: options.places,
    cutOff: options.cutOff,
    weights: weights?.value.weights,
    competencies: weights?.value.competencies,
    groups: groups?.value,
    onProgress: (step) => progress.computing(step),
  });
  const about = { name: basename(path), understood, weighted: weights !== null };
  const text = rendered(analysis, about, options, flags.output === undefined ? outputs : { ...outputs, outIsTerminal: false });
  progress.done();
  if (flags.output === undefined) outputs.out(text);
  else {
    writeTo(flags.output, text);
    if (flags.quiet !== true) outputs.error(`Written to ${flags.output}.\n`);
  }
  return 0;
}

function rendered(
  analysis: PanelAnalysis,
  about: ReportOn,
  { format }: AnalyzeOptions,
  { columns, outIsTerminal, noColor }: Outputs,
): string {
  if (format === 'json') return `${JSON.stringify({ file: about.name, understood: about.understood, analysis }, null, 1)}\n`;
  const report = writeReport(analysis, about);
  if (format === 'markdown') return markdownReport(report);
  return format === 'html' ? pageOf(report) : terminalReport(report, columns, outIsTerminal && !noColor ? colours : noPaint);
}

/** How the file was understood is shown before anything that rests on it: beside a report that goes elsewhere, on the error output. */
function tellUnderstood(says: readonly string[], { quiet }: AnalyzeFlags, outputs: Outputs, progress: ProgressLine): void {
  progress.done();
  if (quiet !== true) outputs.error(`${says.join('\n')}\n`);
}

/** Blames the file that is at fault, by name. */
function refuse(
  path: string,
  what: string,
  faults: readonly FileFault[],
  { format }: AnalyzeOptions,
  outputs: Outputs,
  progress: ProgressLine,
): ExitCode {
  progress.done();
  if (format === 'json') outputs.out(`${JSON.stringify({ file: basename(path), faults }, null, 1)}\n`);
  const [first, ...more] = faults.map(({ message }) => message);
  if (more.length === 0) outputs.error(`${basename(path)} ${what}. ${first ?? ''}\n`);
  else outputs.error(`${basename(path)} ${what}:\n${[first, ...more].map((message) => `  ${message}`).join('\n')}\n`);
  return 1;
}

function writeTo(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new WrongUsage(`${path} cannot be written. ${whyNot(error)}`);
  }
}
