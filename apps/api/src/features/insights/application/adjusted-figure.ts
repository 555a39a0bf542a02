import { comparisonSentence, mustAgreeReason, type PanelNames } from '@touchstone/interviewing/insights';
import type { Estimate } from '@touchstone/kernel';
import type { StoredReport } from './report-reader';

/** The adjusted figure of one loop, out of the comparison of its opening. */
export interface AdjustedFigure {
  readonly estimate: Estimate | null;
  readonly sentence: string;
  readonly mustAgree: boolean;
  readonly mustAgreeReason: string;
  readonly candidates: number;
}

/** Raters whom links of the comparison are between: of whom a sentence may speak. */
export function linkedRaters({ summary }: StoredReport): readonly string[] {
  const links = summary?.comparison?.links ?? [];
  return [...new Set(links.flatMap(({ kind, between, repair }) => [...(kind === 'PANELS' ? between : []), repair.rater]))];
}

export const criterionNames =
  ({ summary }: StoredReport): PanelNames['criterion'] =>
  (name) =>
    summary?.names[name] ?? null;

const NOT_YET = 'The adjusted figures of this opening are not worked out yet.';

export function adjustedFigure(report: StoredReport, loopId: string, names: PanelNames): AdjustedFigure {
  const comparison = report.summary?.comparison ?? null;
  if (comparison === null) {
    return { estimate: null, sentence: NOT_YET, mustAgree: false, mustAgreeReason: NOT_YET, candidates: 0 };
  }
  const found = comparison.candidates.find((one) => one.loopId === loopId);
  return {
    estimate: found?.adjusted ?? null,
    sentence: found === undefined ? whyNot(report, loopId) : comparisonSentence(comparison, names),
    mustAgree: comparison.mustAgree && found !== undefined,
    mustAgreeReason: mustAgreeReason(comparison),
    candidates: comparison.candidates.length,
  };
}

function whyNot({ summary }: StoredReport, loopId: string): string {
  switch (summary?.comparison?.leftOut.find((one) => one.loopId === loopId)?.because) {
    case 'OTHER_RULE':
      return 'This candidate was planned under another scoring rule than the opening has now, so that the totals do not mean the same.';
    case 'NOTHING_RATED':
      return 'Nothing that counts was rated on this loop.';
    case 'TOO_MANY':
      return 'This opening has more candidates than are compared at once; the newest are.';
    default:
      return NOT_YET;
  }
}
