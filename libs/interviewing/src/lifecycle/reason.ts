import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';

export const REASON_LENGTH = { min: 3, max: 10_000 } as const;

/** Is this a reason? The trimmed text, 3 to 10,000 characters (code points), of which at least one is a letter or a digit. */
export function checkReason(text: string, path: readonly string[]): Result<string, ValidationError> {
  const reason = text.trim();
  const length = [...reason].length;
  if (length >= REASON_LENGTH.min && length <= REASON_LENGTH.max && /[\p{L}\p{N}]/u.test(reason)) return ok(reason);
  return err(invalid(`Give a reason of ${REASON_LENGTH.min} to ${REASON_LENGTH.max} characters.`, path));
}
