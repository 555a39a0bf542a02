import { err, notAllowed, type NotAllowedError, ok, type Result } from '@touchstone/kernel';
import { type Authorship, checkFourEyes } from './four-eyes';

/** What was said of one place of a version. A blocking thread keeps the version from being approved until it is resolved. */
export interface ReviewThread {
  readonly openedBy: string;
  readonly blocking: boolean;
}

/**
 * May this member say that a thread is settled, or that it is not? Whoever opened it may. What does not block is for everybody who sees the
 * version; what blocks only for those who may review it: nobody lifts the objection to a text of her own.
 */
export const mayResolveThread = (thread: ReviewThread, version: Authorship, memberId: string): Result<true, NotAllowedError> =>
  !thread.blocking || thread.openedBy === memberId || checkFourEyes(version, memberId).ok
    ? ok(true)
    : err(
        notAllowed('This thread blocks the approval. Whoever opened it resolves it, or a reviewer who neither owns nor wrote the version.'),
      );
