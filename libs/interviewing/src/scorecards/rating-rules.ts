import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';
import { type ScaleRange, isLevel } from '../competencies';
import { checkReason } from '../lifecycle';

/** What stands in the place of a level where the panelist saw nothing to rate. Never a number. */
export const NOT_OBSERVED = 'NOT_OBSERVED';
export type RatingValue = number | typeof NOT_OBSERVED;

/** In code points, for evidence and judgement each. */
export const NOTE_LENGTH_MAX = 10_000;

/** A rating as it is saved on a draft. `value` null: only notes so far. */
export interface RatingDraft {
  readonly value: RatingValue | null;
  /** Why it was not observed; null with a level. */
  readonly notObservedReason: string | null;
  /** What was said. */
  readonly evidence: string;
  /** What it means. */
  readonly judgement: string;
  readonly probesUsed: readonly string[];
}

/** What the question version says about ratings of it. */
export interface RatedQuestion {
  readonly scale: ScaleRange;
  readonly probeIds: readonly string[];
}

/**
 * May this rating be saved? The rating with its reason trimmed, or the first fault: a level that is not on the scale, NOT_OBSERVED without a
 * reason or a reason beside a level, notes of more than 10,000 characters, a probe that the question does not have.
 * Evidence may still be missing on a draft; `missingBeforeSubmit` asks for it.
 */
export function checkRating(
  rating: RatingDraft,
  question: RatedQuestion,
  path: readonly string[] = ['input'],
): Result<RatingDraft, ValidationError> {
  const { value, notObservedReason, evidence, judgement, probesUsed } = rating;
  const { min, max } = question.scale;
  if (typeof value === 'number' && !isLevel(value, question.scale)) {
    return err(invalid(`A rating is a whole level from ${min} to ${max}, or a reason why it was not observed.`, [...path, 'level']));
  }
  if (lengthOf(evidence) > NOTE_LENGTH_MAX)
    return err(invalid(`Evidence has at most ${NOTE_LENGTH_MAX} characters.`, [...path, 'evidence']));
  if (lengthOf(judgement) > NOTE_LENGTH_MAX)
    return err(invalid(`A judgement has at most ${NOTE_LENGTH_MAX} characters.`, [...path, 'judgement']));
  if (probesUsed.some((probe) => !question.probeIds.includes(probe))) {
    return err(invalid('Only probes of this question can be ticked.', [...path, 'probesUsed']));
  }
  if (new Set(probesUsed).size < probesUsed.length) return err(invalid('A probe is ticked once.', [...path, 'probesUsed']));
  if (value !== NOT_OBSERVED) {
    return notObservedReason === null
      ? ok(rating)
      : err(invalid('Give a level or a reason why it was not observed, not both.', [...path, 'notObservedReason']));
  }
  const reason = checkReason(notObservedReason ?? '', [...path, 'notObservedReason']);
  return reason.ok ? ok({ ...rating, notObservedReason: reason.value }) : reason;
}

const lengthOf = (text: string): number => [...text].length;
