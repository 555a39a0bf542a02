import type { SealedSeat } from './seal';
import { submissionsOf } from './submissions';

const seat: SealedSeat = { memberId: 'ana', kind: 'INTERVIEWER', submitted: false, removed: false, interviewStatus: 'ENDED' };

describe('submissions of a loop', () => {
  it('are owed by seats that rate and were not removed, of interviews that are held', () => {
    const seats: SealedSeat[] = [
      { ...seat, submitted: true },
      { ...seat, kind: 'LEAD', interviewStatus: 'SCHEDULED' },
      { ...seat, kind: 'SHADOW' },
      { ...seat, kind: 'OBSERVER' },
      { ...seat, removed: true },
      { ...seat, interviewStatus: 'CANCELLED' },
      { ...seat, interviewStatus: 'NO_SHOW' },
    ];
    expect(submissionsOf({ seats })).toEqual({ submitted: 1, of: 3 });
    expect(submissionsOf({ seats: [] })).toEqual({ submitted: 0, of: 0 });
  });
});
