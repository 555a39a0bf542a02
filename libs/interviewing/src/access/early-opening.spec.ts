import { checkEarlyOpening } from './early-opening';
import type { SealedLoop, SealedSeat } from './seal';

const seat = (memberId: string, over: Partial<SealedSeat> = {}): SealedSeat => ({
  memberId,
  kind: 'INTERVIEWER',
  submitted: true,
  removed: false,
  interviewStatus: 'ENDED',
  ...over,
});
const loop = (seats: readonly SealedSeat[], sealOpenedAt: Date | null = null): SealedLoop => ({
  sealOpenedAt,
  sealPolicy: 'ALL_SUBMITTED',
  seats,
});
const lead = seat('ana', { kind: 'LEAD' });
const late = seat('bo', { submitted: false });

const attempt = (memberId: string, isAdministrator: boolean, at: SealedLoop, reason = 'Bo is ill'): string => {
  const result = checkEarlyOpening({ memberId, isAdministrator }, at, reason);
  return result.ok ? result.value : result.error.code;
};

describe('opening the seal early', () => {
  it('is for a lead or an administrator, with a reason', () => {
    expect(attempt('ana', false, loop([lead, late]), '  Bo is ill ')).toBe('Bo is ill');
    expect(attempt('adi', true, loop([lead, late]))).toBe('Bo is ill');
    expect(attempt('bo', false, loop([lead, seat('bo'), seat('cy', { submitted: false })]))).toBe('NOT_ALLOWED');
    expect(attempt('ana', false, loop([lead, late]), ' a ')).toBe('VALIDATION');
  });

  it('is not for whoever still owes a scorecard, administrator or not, removed or not', () => {
    expect(attempt('ana', false, loop([{ ...lead, submitted: false }, seat('bo')]))).toBe('NOT_ALLOWED');
    expect(attempt('bo', true, loop([lead, late]))).toBe('NOT_ALLOWED');
    expect(attempt('bo', true, loop([lead, { ...late, removed: true }]))).toBe('NOT_ALLOWED');
  });

  it('is not for a lead who was removed or whose interview was cancelled', () => {
    expect(attempt('ana', false, loop([{ ...lead, removed: true }, late]))).toBe('NOT_ALLOWED');
    expect(attempt('ana', false, loop([{ ...lead, interviewStatus: 'CANCELLED' }, late]))).toBe('NOT_ALLOWED');
  });

  it('needs a closed seal with something under it', () => {
    expect(attempt('adi', true, loop([lead, late], new Date(0)))).toBe('CONFLICT');
    expect(attempt('adi', true, loop([late]))).toBe('CONFLICT');
  });
});
