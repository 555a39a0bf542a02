import type { Page, PageRequest } from '@touchstone/kernel';
import { cheapestPanel, panelCost } from '@touchstone/psychometrics';
import type { Estimate } from '@touchstone/kernel';
import type { StoredReport } from './report-reader';

/** A page of a list that is at hand; its cursors are places in it. */
export function pageOfRows<Row>(rows: readonly Row[], { first, after }: PageRequest): Page<Row> {
  const from = after === null ? 0 : Number(after[0]) + 1;
  return {
    rows: rows.slice(from, from + first).map((node, index) => ({ node, key: [from + index] })),
    hasNextPage: rows.length > from + first,
    totalCount: rows.length,
  };
}

export interface PanelWish {
  readonly target: number;
  readonly minutesPerQuestion: number;
  readonly minutesPerInterview: number;
  readonly hourlyCost: number;
  readonly surely: boolean;
}

export interface CheapestValue {
  readonly interviewers: number;
  readonly questions: number;
  readonly phi: Estimate;
  readonly interviewerHours: number;
  readonly candidateHours: number;
  readonly cost: number;
}

/** The cheapest of the panels of the study that is dependable enough, by these costs; null where none is. */
export function cheapestOf({ summary }: StoredReport, { target, surely, ...cost }: PanelWish): CheapestValue | null {
  const study = summary?.study ?? null;
  if (study === null) return null;
  const arrangement = study.design === 'p×(i:r)' ? 'SEPARATELY' : 'TOGETHER';
  const panels = study.panels.map((panel) => ({
    ...panel,
    relativeError: null,
    absoluteError: null,
    cost: panelCost(panel, arrangement, cost),
  }));
  const found = cheapestPanel(panels, { atLeast: target, surely });
  if (found === null || found.cost === null) return null;
  const { interviewers, questions, phi } = found;
  return { interviewers, questions, phi, ...found.cost };
}
