import { type ConflictError, type Result, type ValidationError, conflict, err, invalid, ok } from '@touchstone/kernel';
import { type ConflictOfInterest, checkNoConflict } from './conflict-of-interest';
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

/** Who is to sit at an interview that is being planned: has it a lead? Who else sits there may change until it starts, and so may the lead. */
export function checkPlannedPanel(seats: readonly { readonly kind: SeatKind }[], path: readonly string[]): Result<true, ValidationError> {
  if (seats.some(({ kind }) => kind === 'LEAD')) return ok(true);
  return err(invalid('Nobody is to lead this interview. Give one of its seats to a lead.', path));
}

/**
 * Is this panel fit to start the interview? Exactly one lead, whom no open conflict of interest keeps from rating, and no member twice. A panel that was
 * fit when it was planned may have lost its lead since.
 */
export function checkPanel(seats: readonly PanelSeat[], conflicts: readonly ConflictOfInterest[] = []): Result<true, ConflictError> {
  const present = seats.filter(({ removed }) => !removed);
  if (new Set(present.map(({ memberId }) => memberId)).size < present.length) {
    return err(conflict('A member has one seat at most at an interview.', ['input']));
  }
  const [lead, ...others] = present.filter(({ kind }) => kind === 'LEAD');
  if (lead === undefined) return err(conflict('This interview has no lead. Assign a seat as lead to a member, then start it.', ['input']));
  if (others.length > 0) return err(conflict('This interview has more than one lead. Remove a seat, then start it.', ['input']));
  if (!checkNoConflict(lead.memberId, conflicts).ok) {
    return err(
      conflict(
        'A conflict of interest keeps the lead of this interview from rating. Let somebody who plans the panel acknowledge it, or assign another lead, then start.',
        ['input'],
      ),
    );
  }
  return ok(true);
}
