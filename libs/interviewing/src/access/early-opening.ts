import {
  type ConflictError,
  type NotAllowedError,
  type Result,
  type ValidationError,
  conflict,
  err,
  notAllowed,
  ok,
} from '@touchstone/kernel';
import { isHeld, rates } from '../interviews';
import { checkReason } from '../lifecycle';
import type { SealedLoop } from './seal';

/** Who wants to open the seal before everybody has submitted. */
export interface EarlyOpener {
  readonly memberId: string;
  readonly isAdministrator: boolean;
}

/**
 * May this member open the seal of this loop now, for this reason? The trimmed reason, or why not:
 * only a holder of a LEAD seat that was not removed, or an administrator; only after her own part is submitted (a panelist first,
 * even as administrator); only while the seal is closed and at least one scorecard lies under it; and only with a reason.
 */
export function checkEarlyOpening(
  opener: EarlyOpener,
  loop: SealedLoop,
  reason: string,
): Result<string, NotAllowedError | ConflictError | ValidationError> {
  if (loop.sealOpenedAt !== null) return err(conflict('The seal of this loop is open already.', ['input']));
  const own = loop.seats.filter((seat) => seat.memberId === opener.memberId && isHeld(seat.interviewStatus));
  const leads = own.some((seat) => seat.kind === 'LEAD' && !seat.removed);
  if (!leads && !opener.isAdministrator) {
    return err(notAllowed('Only the lead of an interview of this loop or an administrator may open its seal early.'));
  }
  if (own.some((seat) => rates(seat.kind) && !seat.submitted)) {
    return err(notAllowed('Submit your own scorecards of this loop first; then you may open its seal.'));
  }
  if (!loop.seats.some((seat) => seat.submitted)) return err(conflict('Nothing was submitted on this loop yet.', ['input']));
  const checked = checkReason(reason, ['input', 'reason']);
  return checked.ok ? ok(checked.value) : checked;
}
