import type { CaseReport } from './case-report';

/** Faults shown of one case, unless all are asked for. */
const MOST_FAULTS = 20;

/** One line for a case, then what was skipped (once for each reason) and what does not agree. */
export function linesOf(report: CaseReport, all = false): string[] {
  const { name, compared, agreed, published, skipped, descriptive, faults, seconds } = report;
  const head = `${faults.length === 0 ? 'ok   ' : 'FAULT'} ${name}: ${agreed} of ${compared} agree, published ${published.agreed} of ${published.compared}, skipped ${skipped.length}, descriptive ${descriptive.length} (${seconds.toFixed(2)} s)`;
  const shown = all ? faults : faults.slice(0, MOST_FAULTS);
  const more = faults.length - shown.length;
  return [
    head,
    ...skippedLines(skipped),
    ...shown.map((fault) => `      ${fault}`),
    ...(more > 0 ? [`      and ${more} more (--all shows them)`] : []),
  ];
}

function skippedLines(skipped: CaseReport['skipped']): string[] {
  const paths = new Map<string, string[]>();
  for (const { path, reason } of skipped) paths.set(reason, [...(paths.get(reason) ?? []), path]);
  return [...paths].map(
    ([reason, [first, ...more]]) => `      skipped ${first}${more.length > 0 ? ` and ${more.length} more` : ''}: ${reason}`,
  );
}

/** The last line. */
export function totalLine(reports: readonly CaseReport[]): string {
  const sum = (of: (report: CaseReport) => number): number => reports.reduce((total, report) => total + of(report), 0);
  const faulty = reports.filter(({ faults }) => faults.length > 0).length;
  return [
    `${reports.length} cases, ${faulty} with faults`,
    `compared ${sum(({ compared }) => compared)}, agreed ${sum(({ agreed }) => agreed)}`,
    `published compared ${sum(({ published }) => published.compared)}, agreed ${sum(({ published }) => published.agreed)}`,
    `skipped ${sum(({ skipped }) => skipped.length)}, descriptive ${sum(({ descriptive }) => descriptive.length)}`,
  ].join('; ');
}
