import { type NotAllowedError, type Result, err, notAllowed, ok } from '@touchstone/kernel';

/** A conflict of interest between the holder of a seat and the candidate, declared by her or suggested by others. */
export interface ConflictOfInterest {
  readonly memberId: string;
  /** Who looked at it and lets the member rate all the same; null while nobody has. */
  readonly acknowledgedBy: string | null;
  /** Taken back: declared or suggested in error. */
  readonly withdrawn: boolean;
}

/**
 * May this member rate the candidate, given the conflicts on record? An open one blocks until somebody who may edit the panel
 * acknowledges it; her own acknowledgement counts for nothing.
 */
export function checkNoConflict(memberId: string, conflicts: readonly ConflictOfInterest[]): Result<true, NotAllowedError> {
  const blocks = conflicts.some(
    (one) => one.memberId === memberId && !one.withdrawn && (one.acknowledgedBy === null || one.acknowledgedBy === memberId),
  );
  return blocks
    ? err(notAllowed('A conflict of interest is on record for this seat. The coordinator has to acknowledge it before you can rate.'))
    : ok(true);
}
