import { checkNoConflict, checkNotErased, rates } from '@touchstone/interviewing/interviews';
import { conflict, type ConflictError, err, notAllowed, type NotAllowedError, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { WriterStanding } from '../../interviews';

/**
 * May the actor write a scorecard for this interview, and from which seat? Asked before a card is opened and again by every change of it: a
 * seat may be removed, and a conflict of interest declared, at any time. Nothing is written before the interview starts, notes neither: what
 * was put down about an answer before it was given is no evidence.
 */
export function mayWrite(
  { memberId }: Pick<Actor, 'memberId'>,
  { seat, conflicts, interview, candidateErasedAt }: WriterStanding,
): Result<{ readonly seatId: string }, NotAllowedError | ConflictError> {
  if (seat === null) return err(notAllowed('You have no seat at this interview. Ask the coordinator for one.'));
  if (seat.removed) return err(notAllowed('Your seat at this interview was removed. Ask the coordinator.'));
  if (!rates(seat.kind)) return err(notAllowed('An observer does not rate. Ask the coordinator for another seat.'));
  const impartial = checkNoConflict(memberId, conflicts);
  if (!impartial.ok) return impartial;
  const written = checkNotErased({ candidateErasedAt });
  if (!written.ok) return written;
  if (interview.status !== 'IN_PROGRESS' && interview.status !== 'ENDED') {
    const why = interview.status === 'SCHEDULED' ? 'has not started yet' : 'did not take place';
    return err(conflict(`This interview ${why}. A scorecard is written from the start of its interview on.`, ['input']));
  }
  return ok({ seatId: seat.id });
}
