import { assemblyReports } from './conformance/assembly';
import { type CaseReport, unreadable } from './conformance/case-report';
import { conform } from './conformance/conform';
import { formatsReports } from './conformance/formats/formats';
import { readPairs } from './conformance/read-pairs';
import { linesOf, totalLine } from './conformance/report-lines';
import type { Section } from './conformance/section';
import { sections } from './conformance/sections';

/*
 * Do the libraries give the numbers that other tools and the literature give?
 *
 *   npm run conformance -- --psychometrics DIR [--only NAME] [--all]
 *   npm run conformance -- --assembly DIR [--all]
 *   npm run conformance -- --formats DIR [--only NAME] [--all]
 *
 * Reads every pair NAME.input.json / NAME.expected.json of a folder and holds each number of `expected`, and each `published` figure, against
 * the library, at the stated tolerance (and half a unit of the tenth digit, where the oracles' numbers end). `--only` takes the cases whose name contains NAME; `--all` shows every disagreement.
 * `--formats` imports every file that the MANIFEST.json of a folder lists and holds outcome, counts, titles, warnings and error against what
 * the manifest expects; what differs with a reason is told with the reason. Exit code 1 where anything does not agree, is
 * missing or is not known; 2 where the command is not understood.
 */

/** The report of every case of a folder. */
export function psychometricsReports(folder: string, known: readonly Section[], only = ''): CaseReport[] {
  return readPairs(folder)
    .filter(({ name }) => name.includes(only))
    .map((read) => ('pair' in read ? conform(read.pair, known) : unreadable(read.name, read.fault)));
}

/** Prints the reports; the answer is the exit code. No case at all is a fault: whoever asked meant another folder. */
export function told(reports: readonly CaseReport[], print: (line: string) => void, all = false): 0 | 1 {
  for (const report of reports) for (const line of linesOf(report, all)) print(line);
  print(totalLine(reports));
  if (reports.length === 0)
    print('There is no case in that folder: no pair of NAME.input.json and NAME.expected.json, or no file in its MANIFEST.json.');
  return reports.length > 0 && reports.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

async function main(args: readonly string[]): Promise<number> {
  const after = (option: string): string | undefined => (args.includes(option) ? args[args.indexOf(option) + 1] : undefined);
  const [psychometrics, assembly, formats] = [after('--psychometrics'), after('--assembly'), after('--formats')];
  const all = args.includes('--all');
  if (psychometrics === undefined && assembly === undefined && formats === undefined) {
    throw new Error('Usage: npm run conformance -- --psychometrics DIR [--assembly DIR] [--formats DIR] [--only NAME] [--all]');
  }
  const codes: number[] = [];
  if (psychometrics !== undefined) codes.push(told(psychometricsReports(psychometrics, sections, after('--only')), console.log, all));
  if (assembly !== undefined) codes.push(told(await assemblyReports(assembly), console.log, all));
  if (formats !== undefined) codes.push(told(await formatsReports(formats, after('--only')), console.log, all));
  return Math.max(...codes);
}

if (require.main === module) {
  main(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 2;
    },
  );
}
