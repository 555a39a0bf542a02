import { type NotAllowedError, type Result, err, notAllowed, ok } from '@touchstone/kernel';

/** Who had a hand in a question version. */
export interface Authorship {
  readonly ownerId: string;
  /** The authors of every edit of this version, the version it was copied from included. */
  readonly editorIds: readonly string[];
}

/** May this member approve or reject the version? Not one who owns it or wrote any of it, whatever her roles. */
export const checkFourEyes = (version: Authorship, reviewerId: string): Result<true, NotAllowedError> =>
  version.ownerId === reviewerId || version.editorIds.includes(reviewerId)
    ? err(notAllowed('Four eyes: somebody who neither owns nor edited this version has to review it.'))
    : ok(true);
