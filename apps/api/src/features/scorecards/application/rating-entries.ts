import { checkRating, NOT_OBSERVED } from '@touchstone/interviewing/scorecards';
import { err, invalid, notFound, type NotFoundError, ok, type Result, type ValidationError } from '@touchstone/kernel';
import { ratingConflict, type RatingConflictError } from '../errors';
import type { RatingContent } from '../persistence/rating.repository';
import type { RatingRecord } from '../persistence/rating.record';
import { type RatedItem, scaleOf } from './rated-items';

/** One rating as its author wants it saved. */
export interface RatingEntry extends RatingContent {
  readonly questionVersionId: string | null;
  readonly criterion: string;
  /** Of this rating; 0 where there is none yet. */
  readonly expectedRevision: number;
}

/** A rating of something that was asked, and fit to be kept. */
export interface CheckedEntry extends RatingEntry {
  readonly questionVersionId: string;
  /** Where it stood in the input. */
  readonly path: readonly string[];
}

/** Is each a rating of an item of this interview that its rubric allows, and no two of the same? The first fault, or all of them checked. */
export function checkEntries(
  entries: readonly RatingEntry[],
  items: readonly RatedItem[],
  pathOf: (index: number) => readonly string[],
): Result<readonly CheckedEntry[], NotFoundError | ValidationError> {
  const checked: CheckedEntry[] = [];
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const path = pathOf(index);
    const one = checkEntry(entry, items, path);
    if (!one.ok) return one;
    if (seen.has(keyOf(one.value))) return err(invalid('This criterion is rated twice here. Keep one of them.', [...path, 'criterion']));
    seen.add(keyOf(one.value));
    checked.push(one.value);
  }
  return ok(checked);
}

function checkEntry(
  entry: RatingEntry,
  items: readonly RatedItem[],
  path: readonly string[],
): Result<CheckedEntry, NotFoundError | ValidationError> {
  const item = items.find(({ questionVersionId }) => questionVersionId === entry.questionVersionId);
  if (item === undefined) return err(notFound('question at this interview', [...path, 'questionVersionId']));
  const criterion = item.document.rubric.criteria.find(({ id }) => id === entry.criterion);
  if (criterion === undefined) return err(invalid('This question has no such criterion.', [...path, 'criterion']));
  const { level, notObservedReason, evidence, judgement, probesUsed } = entry;
  const value = level ?? (notObservedReason === null ? null : NOT_OBSERVED);
  const question = { scale: scaleOf(criterion), probeIds: item.document.probes.map(({ id }) => id) };
  const rating = checkRating({ value, notObservedReason, evidence, judgement, probesUsed }, question, path);
  if (!rating.ok) return rating;
  return ok({ ...entry, questionVersionId: item.questionVersionId, notObservedReason: rating.value.notObservedReason, path });
}

/**
 * Those that change something. What is stored as it is wanted stays, whatever revision was expected, so that a client may send the same as often as
 * it likes; the first one that was changed elsewhere meanwhile refuses all of them.
 */
export function changingEntries(
  entries: readonly CheckedEntry[],
  stored: readonly RatingRecord[],
): Result<readonly CheckedEntry[], RatingConflictError> {
  const byKey = new Map(stored.map((rating) => [keyOf(rating), rating]));
  const changing: CheckedEntry[] = [];
  for (const entry of entries) {
    const before = byKey.get(keyOf(entry)) ?? null;
    if (before !== null && isSame(before, entry)) continue;
    if ((before?.revision ?? 0) !== entry.expectedRevision) return err(ratingConflict(before, entry, entry.path));
    changing.push(entry);
  }
  return ok(changing);
}

/** What a card holds once these are saved. */
export function ratingsAfter(
  stored: readonly RatingRecord[],
  changing: readonly CheckedEntry[],
): readonly (RatingContent & Pick<RatingRecord, 'questionVersionId' | 'criterion'>)[] {
  const changed = new Set(changing.map(keyOf));
  return [...stored.filter((rating) => !changed.has(keyOf(rating))), ...changing];
}

const keyOf = ({ questionVersionId, criterion }: Pick<CheckedEntry, 'questionVersionId' | 'criterion'>): string =>
  `${questionVersionId}/${criterion}`;

const isSame = (stored: RatingContent, content: RatingContent): boolean =>
  stored.level === content.level &&
  stored.notObservedReason === content.notObservedReason &&
  stored.evidence === content.evidence &&
  stored.judgement === content.judgement &&
  stored.probesUsed.length === content.probesUsed.length &&
  stored.probesUsed.every((probe, index) => probe === content.probesUsed[index]);
