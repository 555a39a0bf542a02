import { type InterviewState, type SeatKind, isHeld, rates } from '../interviews';

/** Who asks. `oversees`: holds a role that looks over loops (`oversees(roles)`). */
export interface SealViewer {
  readonly memberId: string;
  readonly oversees: boolean;
}

/** The scorecard asked for, and whose it is. */
export interface SealedCard {
  readonly memberId: string;
  readonly status: 'DRAFT' | 'SUBMITTED';
}

/** A seat that was ever given on the loop; a removed one stays in the list. */
export interface SealedSeat {
  readonly memberId: string;
  readonly kind: SeatKind;
  readonly submitted: boolean;
  readonly removed: boolean;
  readonly interviewStatus: InterviewState;
}

export const SEAL_POLICIES = ['ALL_SUBMITTED', 'OWN_SUBMITTED'] as const;
export type SealPolicy = (typeof SEAL_POLICIES)[number];

/** The loop to which the card belongs. */
export interface SealedLoop {
  readonly sealOpenedAt: Date | null;
  readonly sealPolicy: SealPolicy;
  readonly seats: readonly SealedSeat[];
}

/**
 * May this viewer learn anything of this scorecard: ratings, evidence, judgement, recommendation?
 *
 * 1. Her own, always.
 * 2. Another's draft, never, whoever asks and whenever.
 * 3. Another's submitted one, if she ever held a seat on the loop or oversees loops, and
 *    a. the seal is open, or
 *    b. the policy is OWN_SUBMITTED and she has done her own part (`hasDoneOwnPart`).
 *
 * Roles open nothing before the seal does: under 3b only seats count, so an administrator on the panel is a panelist first.
 */
export function sealAllows(viewer: SealViewer, card: SealedCard, loop: SealedLoop): boolean {
  if (card.memberId === viewer.memberId) return true;
  if (card.status !== 'SUBMITTED') return false;
  const seats = loop.seats.filter((seat) => seat.memberId === viewer.memberId);
  if (seats.length === 0 && !viewer.oversees) return false;
  if (loop.sealOpenedAt !== null) return true;
  return loop.sealPolicy === 'OWN_SUBMITTED' && hasDoneOwnPart(seats);
}

/**
 * Has the holder of these seats given all the ratings that she owes or ever owed? Every rating seat, removed or not, of an interview that is
 * held must be submitted, and at least one of them not removed: being taken off the panel, or a cancelled interview, is no submission.
 */
function hasDoneOwnPart(seats: readonly SealedSeat[]): boolean {
  const owing = seats.filter((seat) => rates(seat.kind) && isHeld(seat.interviewStatus));
  return owing.some((seat) => !seat.removed) && owing.every((seat) => seat.submitted);
}

/**
 * Is the loop ready for its seal to open by itself? All rating seats that were not removed, of all interviews that are held, have
 * submitted; there is at least one; and no interview with a seat is still to come or under way. An interview without any seat is not
 * in `seats` and cannot hold the seal: give it a panel or cancel it.
 * Does not look at whether the seal is open already: once open it stays open.
 */
export function sealShouldOpen(loop: SealedLoop): boolean {
  const held = loop.seats.filter((seat) => isHeld(seat.interviewStatus));
  const owing = held.filter((seat) => rates(seat.kind) && !seat.removed);
  return owing.length > 0 && owing.every((seat) => seat.submitted) && held.every((seat) => seat.interviewStatus === 'ENDED');
}
