import { type LoopViewer, mayManageOpening, mayReadLoop } from './loop-scope';
import { ROLES, type Role } from './roles';

const viewer = (...roles: Role[]): LoopViewer => ({ memberId: 'me', roles });
const letters = (answer: (role: Role) => boolean): string => ROLES.map((role) => (answer(role) ? 'Y' : '-')).join('');

describe('whose loops a role reaches', () => {
  const read = (hiringManagerId: string, everSeated: boolean): string =>
    letters((role) => mayReadLoop(viewer(role), { hiringManagerId, everSeated }));

  it('reads all as overseer, her own openings as hiring manager, and wherever she ever sat', () => {
    // ADMIN AUTHOR REVIEWER COORDINATOR HIRING_MANAGER INTERVIEWER AUDITOR
    expect(read('other', false)).toBe('Y--Y--Y');
    expect(read('me', false)).toBe('Y--YY-Y');
    expect(read('other', true)).toBe('YYYYYYY');
    expect(mayReadLoop(viewer(), { hiringManagerId: 'me', everSeated: false })).toBe(false);
  });

  it('plans all as coordinator, her own openings as hiring manager; an auditor plans nothing', () => {
    expect(letters((role) => mayManageOpening(viewer(role), 'other'))).toBe('Y--Y---');
    expect(letters((role) => mayManageOpening(viewer(role), 'me'))).toBe('Y--YY--');
    expect(mayManageOpening(viewer('HIRING_MANAGER', 'AUDITOR'), 'other')).toBe(false);
  });
});
