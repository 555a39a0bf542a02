import { type ConflictError, type Result, conflict, err, ok } from '@touchstone/kernel';

/** What is stored in place of words about a person that were erased with her. What was empty stays empty. */
export const ERASED = '[erased]';

/** Words that may have been erased. `textErasedAt`: when; null where they stand as they were written. */
export interface Erasable {
  readonly textErasedAt: Date | null;
}

/** What a reader sees: the words as they stand, or that and when they were erased. */
export function wordsOf<Text extends string | null>(text: Text, { textErasedAt }: Erasable): Text | string {
  return textErasedAt !== null && text === ERASED ? `Erased with the candidate on ${textErasedAt.toISOString().slice(0, 10)}.` : text;
}

/**
 * May anything more be put down about this candidate? Not once her data was erased: new words would stand where the old ones had to go. Her loops
 * are read, and an interview that is under way is ended; that is all.
 */
export function checkNotErased(
  { candidateErasedAt }: { readonly candidateErasedAt: Date | null },
  path: readonly string[] = ['input'],
): Result<true, ConflictError> {
  if (candidateErasedAt === null) return ok(true);
  return err(
    conflict('The data of this candidate was erased. What is on record stays without words; nothing more is put down about her.', path),
  );
}
