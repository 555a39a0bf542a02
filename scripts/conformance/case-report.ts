/** What came of one case. Every leaf of `expected` is compared, skipped or descriptive; `faults` are those that do not agree. */
export interface CaseReport {
  readonly name: string;
  readonly compared: number;
  readonly agreed: number;
  readonly published: { readonly compared: number; readonly agreed: number };
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** What says how a figure was had, or what was asked, and is no result. */
  readonly descriptive: readonly string[];
  readonly faults: readonly string[];
  readonly seconds: number;
}

export const unreadable = (name: string, fault: string): CaseReport => ({
  name,
  compared: 0,
  agreed: 0,
  published: { compared: 0, agreed: 0 },
  skipped: [],
  descriptive: [],
  faults: [fault],
  seconds: 0,
});
