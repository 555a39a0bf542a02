/** What a member does at an interview. A SHADOW rates without weight, an OBSERVER does not rate. */
export const SEAT_KINDS = ['LEAD', 'INTERVIEWER', 'SHADOW', 'OBSERVER'] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** How people say it: "a seat as lead". */
export const seatKindWords: Readonly<Record<SeatKind, string>> = {
  LEAD: 'lead',
  INTERVIEWER: 'interviewer',
  SHADOW: 'shadow',
  OBSERVER: 'observer',
};

/** The seats that fill in a scorecard. The seal waits for all of them. */
export const RATING_SEAT_KINDS = ['LEAD', 'INTERVIEWER', 'SHADOW'] as const satisfies readonly SeatKind[];
export type RatingSeatKind = (typeof RATING_SEAT_KINDS)[number];

/** Does a seat of this kind rate? */
export const rates = (kind: SeatKind): kind is RatingSeatKind => kind !== 'OBSERVER';

/** Do this seat's ratings count in figures about the candidate? */
export const weighs = (kind: SeatKind): boolean => kind === 'LEAD' || kind === 'INTERVIEWER';
