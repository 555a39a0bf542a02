import { type ConflictError, type Result, conflict, err, ok } from '@touchstone/kernel';
import { type SeatKind, rates } from './seat-kind';

/** A seat at one interview. Removed seats stay on record and no longer count here. */
export interface PanelSeat {
  readonly memberId: string;
  readonly kind: SeatKind;
  readonly removed: boolean;
}

/**
 * May this member be given this seat at the interview that has these seats? Nobody sits twice, and there is one LEAD at most.
 * Whoever was removed may be seated again; what she could see is settled by the seats that she ever held. So a seat that once owed
 * a scorecard does not come back as one that owes none: the debt would be gone, and with it the blindness.
 */
export function checkNewSeat(
  seats: readonly PanelSeat[],
  seat: { readonly memberId: string; readonly kind: SeatKind },
): Result<true, ConflictError> {
  const present = seats.filter(({ removed }) => !removed);
  if (present.some(({ memberId }) => memberId === seat.memberId)) {
    return err(conflict('This member already has a seat at this interview.', ['input', 'memberId']));
  }
  if (seat.kind === 'LEAD' && present.some(({ kind }) => kind === 'LEAD')) {
    return err(conflict('This interview already has a lead. An interview has exactly one.', ['input', 'kind']));
  }
  const held = seats.find(({ memberId, removed }) => removed && memberId === seat.memberId);
  if (held !== undefined && rates(held.kind) && !rates(seat.kind)) {
    return err(conflict('This member held a rating seat at this interview and can come back only to one that rates.', ['input', 'kind']));
  }
  return ok(true);
}

/** Is this panel fit to start the interview? Exactly one LEAD, and no member twice. */
export function checkPanel(seats: readonly PanelSeat[]): Result<true, ConflictError> {
  const present = seats.filter(({ removed }) => !removed);
  if (new Set(present.map(({ memberId }) => memberId)).size < present.length) {
    return err(conflict('A member has one seat at most at an interview.', ['input']));
  }
  if (present.filter(({ kind }) => kind === 'LEAD').length !== 1) {
    return err(conflict('An interview needs exactly one lead before it can start.', ['input']));
  }
  return ok(true);
}
