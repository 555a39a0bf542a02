import { type ConflictError, type Result, conflict, err, ok } from '@touchstone/kernel';

/** How long an invitation holds. */
export const INVITATION_DAYS = 7;

export const INVITATION_STATES = ['OPEN', 'ACCEPTED', 'REVOKED', 'EXPIRED'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** What became of an invitation. */
export interface InvitationFacts {
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** The end of an invitation made at this instant. */
export const invitationEnd = (made: Date): Date => new Date(made.getTime() + INVITATION_DAYS * 86_400_000);

/** What an invitation is at this instant. Accepted counts before all else; at its end it is over. */
export function invitationState({ expiresAt, acceptedAt, revokedAt }: InvitationFacts, now: Date): InvitationState {
  if (acceptedAt !== null) return 'ACCEPTED';
  if (revokedAt !== null) return 'REVOKED';
  return now.getTime() < expiresAt.getTime() ? 'OPEN' : 'EXPIRED';
}

const says: Readonly<Record<Exclude<InvitationState, 'OPEN'>, string>> = {
  ACCEPTED: 'This invitation was accepted already.',
  REVOKED: 'This invitation was withdrawn.',
  EXPIRED: `This invitation is over; one holds for ${INVITATION_DAYS} days.`,
};

/** Can this invitation still be accepted or withdrawn? */
export function checkInvitationOpen(facts: InvitationFacts, now: Date, path: readonly string[]): Result<true, ConflictError> {
  const state = invitationState(facts, now);
  return state === 'OPEN' ? ok(true) : err(conflict(`${says[state]} Ask an administrator for a new one.`, path));
}
