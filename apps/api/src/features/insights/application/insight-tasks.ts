import type { DecidedApplicant, FairnessFigures, PanelLoop } from '@touchstone/interviewing/insights';

/** What a question and its criteria are called. */
export interface NamedQuestion {
  readonly id: string;
  readonly title: string;
  readonly criteria: Readonly<Record<string, string>>;
}

/** A part of the input of a report, of a size that holds up nobody. */
export interface PanelPart {
  readonly loops: readonly PanelLoop[];
  /** Those of these loops that no part before has named. */
  readonly questions: readonly NamedQuestion[];
}

/** What a report says, as it is stored. */
export interface StoredFigures {
  readonly summary: string;
  readonly questions: string;
}

/**
 * What the thread of this room is asked, one at a time. A report is begun, given its input part by part, and finished; with that its thread holds nothing of it any
 * more. Where the input turns out to be `known`, by its hash, nothing is worked out.
 */
export type InsightTask =
  | { readonly kind: 'BEGIN_REPORT'; readonly scope: string }
  | ({ readonly kind: 'ADD_PART' } & PanelPart)
  | {
      readonly kind: 'FINISH_REPORT';
      readonly openingRuleHash: string | null;
      readonly driftFrom: string | null;
      readonly known: string | null;
    }
  | {
      readonly kind: 'FAIRNESS';
      readonly applicants: readonly DecidedApplicant[];
      readonly smallestGroup: number;
      readonly at: Date;
      readonly former: FairnessFigures | null;
    };

export interface InsightAnswers {
  readonly BEGIN_REPORT: null;
  readonly ADD_PART: null;
  /** `figures` is null where the input is the known one. */
  readonly FINISH_REPORT: { readonly inputHash: string; readonly figures: StoredFigures | null };
  /** Null where what was published stays. */
  readonly FAIRNESS: FairnessFigures | null;
}

export type InsightAnswer = InsightAnswers[keyof InsightAnswers];
