/**
 * Where a loop stands, from what every reader of it may see: the states of its interviews, whether its seal is open, whether a decision
 * is on record. Never from scorecards, so that no list sorted or filtered by it tells who has submitted what.
 *
 * PLANNED: nothing has begun. RUNNING: something has, and something is to come. AWAITING_SCORECARDS: all that is held has ended, the seal is
 * closed. OPEN: the seal is open. DECIDED: and the decision is recorded.
 */
export const LOOP_STATES = ['PLANNED', 'RUNNING', 'AWAITING_SCORECARDS', 'OPEN', 'DECIDED'] as const;
export type LoopState = (typeof LOOP_STATES)[number];
