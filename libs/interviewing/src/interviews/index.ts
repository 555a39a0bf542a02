/* States */
export {
  OPENING_STATES,
  type OpeningState,
  OPENING_ACTIONS,
  type OpeningAction,
  openingTransitions,
  transitionOpening,
} from './opening-states';
export {
  INTERVIEW_STATES,
  type InterviewState,
  INTERVIEW_ACTIONS,
  type InterviewAction,
  interviewTransitions,
  interviewWords,
  transitionInterview,
  isHeld,
} from './interview-states';

export { LOOP_STATES, type LoopState } from './loop-states';

/* The panel */
export { SEAT_KINDS, type SeatKind, seatKindWords, RATING_SEAT_KINDS, type RatingSeatKind, rates, weighs } from './seat-kind';
export { type PanelSeat, checkNewSeat, checkPanel, checkPlannedPanel } from './panel';
export { type RemovableSeat, checkSeatRemoval } from './seat-removal';
export { type ConflictOfInterest, checkNoConflict } from './conflict-of-interest';

/* What is left of a person who was erased */
export { ERASED, type Erasable, checkNotErased, wordsOf } from './erasure';

/* The plan and what came of it */
export { INTERVIEW_MINUTES, type Schedule, checkSchedule, isTimeZone } from './schedule';
export { type TimeRange, dayIn, localTime } from './local-time';
export { DEVIATION_KINDS, type DeviationKind, type Deviation, checkDeviation, skippedItems } from './deviation';
export { type InterviewItem, type ItemDeviation, interviewItems } from './interview-items';
