import { type ConflictError, type Result, type ValidationError, conflict, err, ok } from '@touchstone/kernel';
import { checkReason } from '../lifecycle';
import type { InterviewState } from './interview-states';
import { type SeatKind, rates } from './seat-kind';

/** A seat that somebody wants to take away. */
export interface RemovableSeat {
  readonly kind: SeatKind;
  readonly submitted: boolean;
  readonly removed: boolean;
  readonly interviewStatus: InterviewState;
}

/**
 * May this seat be removed, and with what reason on record? `null` where none is needed.
 *
 * A submitted scorecard never changes, so its seat stays. Before the interview starts a seat goes without a word. After that, removing one
 * that owes a scorecard releases a missing panelist and may open the seal: it takes a reason, which the debrief shows.
 */
export function checkSeatRemoval(seat: RemovableSeat, reason: string | null): Result<string | null, ConflictError | ValidationError> {
  if (seat.removed) return err(conflict('This seat was removed already.', ['input']));
  if (seat.submitted) return err(conflict('This seat has submitted its scorecard and stays on record.', ['input']));
  const started = seat.interviewStatus === 'IN_PROGRESS' || seat.interviewStatus === 'ENDED';
  if (started && rates(seat.kind)) return checkReason(reason ?? '', ['input', 'reason']);
  const given = reason?.trim() ?? '';
  return given === '' ? ok(null) : checkReason(given, ['input', 'reason']);
}
