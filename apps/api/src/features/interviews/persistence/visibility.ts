import type { LoopScope } from '@touchstone/interviewing/access';

/** Whose loops a statement may show: what her roles open, and where she ever held a seat. */
export interface Visibility extends LoopScope {
  readonly memberId: string;
}

/**
 * The condition that `mayReadLoop` states, for lists: over `l` (loop) and `o` (its opening). Takes three parameters from `first` on:
 * see `visibilityParameters`. A test holds the two against each other.
 */
export const visibleLoop = (first: number): string =>
  `($${first}::boolean OR ($${first + 1}::boolean AND o.hiring_manager_id = $${first + 2}) OR EXISTS (
    SELECT 1 FROM panel_seat held WHERE held.organization_id = l.organization_id AND held.loop_id = l.id AND held.member_id = $${first + 2}))`;

export const visibilityParameters = ({ everything, ownOpenings, memberId }: Visibility): readonly unknown[] => [
  everything,
  ownOpenings,
  memberId,
];
