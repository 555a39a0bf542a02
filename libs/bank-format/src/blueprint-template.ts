import type { QuestionForm, QuestionKind } from './question-document';

/** A ready-made set of wishes for a kit of one role. An organization starts from it and changes what it likes. */
export interface BlueprintTemplate {
  readonly slug: string;
  readonly name: string;
  /** Slug of the role profile whose weights the kit is for. */
  readonly roleProfile: string;
  /** What it is good for, for the person who chooses. */
  readonly description?: string;
  readonly rounds: readonly TemplateRound[];
  /** Slugs of the categories that must have a question in the kit. */
  readonly mandatoryCategories: readonly string[];
}

/** One interview. `minutes.max` bounds the question time; opening, the candidate's questions and rating come on top. */
export interface TemplateRound {
  readonly name: string;
  readonly minutes: { readonly max: number };
  /** In the order of asking. */
  readonly slots: readonly TemplateSlot[];
}

/**
 * One place for one question, drawn from any of `categories` (the question's category) or any of `competencies` (its first
 * competency); at most one of the two lists is filled, and both empty means any category. The kind is one of `kinds`, and
 * where `forms` names that kind, of that length.
 */
export interface TemplateSlot {
  readonly label: string;
  /** Planned minutes of question time; a question fits when its target differs by at most `SLOT_MINUTES_TOLERANCE`. */
  readonly minutes: number;
  readonly categories: readonly string[];
  readonly competencies: readonly string[];
  readonly kinds: readonly QuestionKind[];
  readonly forms: Readonly<Partial<Record<QuestionKind, QuestionForm>>>;
}

/** Minutes by which two questions may differ and still be parallel. */
export const SLOT_MINUTES_TOLERANCE = 3;
