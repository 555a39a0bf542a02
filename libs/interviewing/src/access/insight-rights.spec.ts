import { mayReadRater, mayReadReport } from './insight-rights';
import { can } from './can';
import { ROLES, type Role } from './roles';

const me = (...roles: readonly Role[]) => ({ memberId: 'me', roles });

describe('who reads figures over many loops', () => {
  it('of everything: those who look over everything; of an opening: its hiring manager, too', () => {
    const wide = ROLES.filter((role) => mayReadReport(me(role), null));
    expect(wide).toEqual(['ADMIN', 'COORDINATOR', 'AUDITOR']);
    expect(ROLES.filter((role) => mayReadReport(me(role), 'me'))).toEqual(['ADMIN', 'COORDINATOR', 'HIRING_MANAGER', 'AUDITOR']);
    expect(ROLES.filter((role) => mayReadReport(me(role), 'other'))).toEqual(wide);
    expect(mayReadReport(me(), 'me')).toBe(false);
    // Nobody reaches a report whose role does not open the door.
    for (const role of ROLES) if (mayReadReport(me(role), 'me')) expect(can([role], 'insights.read')).toBe(true);
  });

  it('severity with a name: administrators, auditors, and each her own', () => {
    expect(ROLES.filter((role) => mayReadRater(me(role), 'other'))).toEqual(['ADMIN', 'AUDITOR']);
    for (const role of ROLES) expect(mayReadRater(me(role), 'me')).toBe(true);
    expect(mayReadRater(me('HIRING_MANAGER', 'COORDINATOR', 'INTERVIEWER'), 'other')).toBe(false);
  });
});
