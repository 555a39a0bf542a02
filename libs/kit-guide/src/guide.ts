import type { QuestionDocument } from '@touchstone/bank-format';

/** A kit as paper knows it: names instead of ids, and every question with all that belongs to it. */
export interface GuideKit {
  readonly name: string;
  /** Title of the role profile. */
  readonly role: string;
  /** SHA-256 of what was published; null while it is a draft. It stands on every guide, so that two papers can be compared. */
  readonly contentHash: string | null;
  readonly rounds: readonly GuideRound[];
}

export interface GuideRound {
  readonly name: string;
  /** The time box for its questions. */
  readonly minutes: number;
  readonly items: readonly GuideItem[];
}

export interface GuideItem {
  readonly plannedMinutes: number;
  readonly question: QuestionDocument;
}

/** Title of a competency by its slug; the slug itself where it is in no framework. */
export type CompetencyTitle = (slug: string) => string;

/**
 * INTERVIEWER: everything, with script, anchors and scoring sheet. CANDIDATE: what is handed over, and nothing that a scorer alone may see.
 * EVIDENCE: cards with what is shown when a candidate asks for it, one a page, without the words to ask for.
 */
export const GUIDE_VIEWS = ['INTERVIEWER', 'CANDIDATE', 'EVIDENCE'] as const;
export type GuideView = (typeof GUIDE_VIEWS)[number];
