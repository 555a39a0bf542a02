import { highsThread } from '@touchstone/kit-assembly';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { writeFileSync } from 'node:fs';
import { WrongUsage } from '../analyze/input/faults';
import { colours, noPaint } from '../analyze/render/paint';
import { terminalReport } from '../analyze/render/terminal';
import type { Outputs } from '../analyze/terminal-facts';
import { readTask } from './input/read-task';
import { type AssembleFlags, type AssembleSettings, settingsOf } from './options';
import { ProgressBar } from './progress-bar';
import { writeReport } from './report/write-report';
import { type AssemblyResult, nothing } from './result';
import { solveTask } from './solve-task';

/**
 * 0: kits, proven best within the gap asked for. 1: a file cannot be used. 3: proven that there are no such kits. 4: kits, but the
 * time ran out before they were proven best. 5: the time ran out before any were found. Wrong usage (2) is thrown.
 */
export type AssembleExitCode = 0 | 1 | 3 | 4 | 5;

const EXIT_CODES: Readonly<Record<AssemblyResult['status'], AssembleExitCode>> = {
  optimal: 0,
  invalid: 1,
  infeasible: 3,
  feasible: 4,
  time_limit: 5,
};

/** Reads the files, assembles, and writes the report where it was asked for. */
export async function assemble(paths: readonly string[], flags: AssembleFlags, outputs: Outputs): Promise<AssembleExitCode> {
  const settings = settingsOf(flags);
  const result = await resultOf(paths, flags, settings, outputs);
  const text = flags.json === true ? `${JSON.stringify(result, null, 1)}\n` : readable(result, flags, outputs);
  if (result.status === 'invalid' && flags.json !== true) outputs.error(text);
  else if (flags.output === undefined) outputs.out(text);
  else {
    writeTo(flags.output, text);
    if (flags.quiet !== true) outputs.error(`Written to ${flags.output}.\n`);
  }
  return EXIT_CODES[result.status];
}

async function resultOf(
  paths: readonly string[],
  flags: AssembleFlags,
  settings: AssembleSettings,
  outputs: Outputs,
): Promise<AssemblyResult> {
  const read = readTask(paths, flags, settings);
  if (!read.ok) return { name: paths.join(', '), understood: [], ...nothing, status: 'invalid', faults: read.error };
  const clock = new SystemClock();
  const how = flags.quiet === true ? 'SILENT' : outputs.errorIsTerminal ? 'OVERWRITING' : flags.progress === true ? 'LINES' : 'SILENT';
  const bar = new ProgressBar(outputs.error, how, settings.timeLimitSeconds, () => clock.now().getTime());
  const solver = highsThread();
  try {
    return await solveTask(read.value, settings, solver, {
      clock,
      onProgress: (objective, bound) => bar.onProgress(objective, bound),
      onStep: (step) => bar.onStep(step),
    });
  } finally {
    bar.done();
    await solver.close();
  }
}

function readable(result: AssemblyResult, flags: AssembleFlags, { columns, outIsTerminal, noColor }: Outputs): string {
  if (result.status === 'invalid') {
    const lines = result.faults.map(({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message}`);
    return [`${result.name} cannot be assembled from:`, ...lines, ''].join('\n');
  }
  const isColoured = outIsTerminal && !noColor && flags.output === undefined;
  return terminalReport(writeReport(result), columns, isColoured ? colours : noPaint);
}

function writeTo(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new WrongUsage(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
