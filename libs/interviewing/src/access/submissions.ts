import { isHeld, rates } from '../interviews';
import type { SealedLoop } from './seal';

/** How many scorecards a loop owes, and how many of those are in. */
export interface Submissions {
  readonly submitted: number;
  readonly of: number;
}

/** How many of the scorecards that are owed are submitted: those of rating seats that were not removed, of interviews that are held. */
export function submissionsOf({ seats }: Pick<SealedLoop, 'seats'>): Submissions {
  const owing = seats.filter(({ kind, removed, interviewStatus }) => rates(kind) && !removed && isHeld(interviewStatus));
  return { submitted: owing.filter(({ submitted }) => submitted).length, of: owing.length };
}
