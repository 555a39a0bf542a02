import type { Actor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import type { PlannedRound } from '../application/interview-planner';
import type { PlannedRoundInput } from './interview.inputs';

/** A round as it was asked for, with the ids of this organization. */
export const plannedRound = (actor: Actor, { roundIndex, startsAt, endsAt, timeZone, seats }: PlannedRoundInput): PlannedRound => ({
  roundIndex,
  startsAt,
  endsAt,
  timeZone,
  seats: seats.map(({ memberId, kind }) => ({ memberId: localId(actor, 'Member', memberId), kind })),
});
