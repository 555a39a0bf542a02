import type { Announcement, Transaction } from '@touchstone/platform/database';

/** The topic on which changes of loops are said. */
export const LOOP_TOPIC = 'loop';

export const LOOP_CHANGES = ['INTERVIEW_STATE', 'PANEL', 'SUBMITTED', 'SEAL_OPENED'] as const;
/** What happened: an interview was planned or changed its time or state; a seat was given or removed; a seat has submitted; the seal is open. */
export type LoopChangeKind = (typeof LOOP_CHANGES)[number];

/** A fact about a loop: that something happened, to what, when. Never a value of a scorecard. */
export interface LoopChangeFact {
  readonly loopId: string;
  readonly kind: LoopChangeKind;
  readonly interviewId?: string | null;
  readonly seatId?: string | null;
}

/** Tells those who watch the loop, if and only if the transaction commits. */
export function announceOnLoop(tx: Transaction, organizationId: string, { loopId, kind, interviewId, seatId }: LoopChangeFact): void {
  tx.announce({
    topic: LOOP_TOPIC,
    payload: { organizationId, loopId, kind, at: tx.now.toISOString(), ...(interviewId && { interviewId }), ...(seatId && { seatId }) },
  });
}

/** The fact in an announcement; null where it is of another topic. */
export function readLoopAnnouncement({
  topic,
  payload,
}: Announcement): (LoopChangeFact & { readonly organizationId: string; readonly at: string }) | null {
  const { organizationId, loopId, at } = payload;
  const kind = LOOP_CHANGES.find((known) => known === payload['kind']);
  if (topic !== LOOP_TOPIC || organizationId === undefined || loopId === undefined || at === undefined || kind === undefined) return null;
  return { organizationId, loopId, kind, at, interviewId: payload['interviewId'] ?? null, seatId: payload['seatId'] ?? null };
}
