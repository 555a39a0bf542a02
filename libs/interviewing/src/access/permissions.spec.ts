import * as fc from 'fast-check';
import { can } from './can';
import { mayHoldSeat, oversees } from './oversight';
import { PERMISSIONS, type Permission, isPermission, permissions } from './permissions';
import { ROLES, type Role } from './roles';
import { type TokenScope, allowedByScopes, parseScopes, scopesWithin } from './token-scopes';

/** The access table once more, by hand. Columns: ADMIN AUTHOR REVIEWER COORDINATOR HIRING_MANAGER INTERVIEWER AUDITOR. */
const EXPECTED: Readonly<Record<Permission, string>> = {
  'viewer.read': 'YYYYYYY',
  'session.manageOwn': 'YYYYYYY',
  'accessToken.manageOwn': 'YYYYYYY',
  'password.change': 'YYYYYYY',
  'organization.read': 'YYYYYYY',
  'organization.update': 'Y------',
  'organization.create': 'Y------',
  'organization.switch': 'YYYYYYY',
  'organization.leave': 'YYYYYYY',
  'member.list': 'YYYYYYY',
  'member.invite': 'Y------',
  'member.update': 'Y------',
  'audit.read': 'Y-----Y',
  'audit.verify': 'Y-----Y',
  'competency.read': 'YYYYYYY',
  'roleProfile.update': 'Y---Y--',
  'question.read': 'YYYYYYY',
  'question.readRubric': 'YYY-Y--',
  'question.create': 'YYY----',
  'question.edit': 'YYY----',
  'question.submitForReview': 'YYY----',
  'question.review': 'Y-Y----',
  'question.comment': 'YYY----',
  'question.retire': 'YYY----',
  'question.import': 'YYY----',
  'question.loadShipped': 'Y------',
  'question.export': 'YYY-Y--',
  'blueprint.read': 'YYYYY-Y',
  'blueprint.edit': 'YYYYY--',
  'kit.read': 'YYYYY-Y',
  'kit.assemble': 'YYYYY--',
  'kit.edit': 'YYYYY--',
  'kit.publish': 'Y--YY--',
  'scoringRule.read': 'YYYYY-Y',
  'scoringRule.create': 'Y--YY--',
  'opening.read': 'Y--YY-Y',
  'opening.create': 'Y--YY--',
  'opening.update': 'Y--YY--',
  'candidate.read': 'Y--YY--',
  'candidate.create': 'Y--Y---',
  'candidate.update': 'Y--Y---',
  'candidate.erase': 'Y------',
  'application.create': 'Y--Y---',
  'application.read': 'Y--YY-Y',
  'loop.read': 'Y--YYYY',
  'interview.read': 'Y--YYYY',
  'interview.schedule': 'Y--YY--',
  'interview.run': 'Y---YY-',
  'panel.edit': 'Y--YY--',
  'conflict.declare': 'Y--YYY-',
  'scorecard.rate': 'Y---YY-',
  'scorecard.submit': 'Y---YY-',
  'scorecard.read': 'Y--YYYY',
  'loop.openSealEarly': 'Y---YY-',
  'debrief.read': 'Y--YYYY',
  'debrief.rateAgain': 'Y---YY-',
  'decision.record': 'Y---Y--',
  'insights.read': 'Y--YY-Y',
  'insights.readOwn': 'Y---YY-',
  'insights.refresh': 'Y--YY--',
  'declaration.invite': 'Y--Y---',
  'fairness.read': 'Y-----Y',
  'fairness.configure': 'Y------',
  'loop.watch': 'Y--YYYY',
};

describe('the access table', () => {
  it.each(Object.entries(EXPECTED))('%s: %s', (permission, cells) => {
    const actual = ROLES.map((role) => (can([role], permission as Permission) ? 'Y' : '-')).join('');
    expect(actual).toBe(cells);
  });

  it('has exactly these permissions, and says what each is for', () => {
    expect([...PERMISSIONS].sort()).toEqual(Object.keys(EXPECTED).sort());
    for (const { says, roles } of Object.values(permissions)) {
      expect(says.length).toBeGreaterThan(9);
      expect(new Set(roles).size).toBe(roles.length);
    }
  });

  it('gives nothing to nobody, and adds up over roles', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), fc.subarray([...ROLES]), fc.constantFrom(...PERMISSIONS), (some, more, permission) => {
        expect(can([], permission)).toBe(false);
        expect(can([...some, ...more], permission)).toBe(can(some, permission) || can(more, permission));
      }),
    );
  });

  it('knows its permissions from other texts', () => {
    expect(isPermission('question.read')).toBe(true);
    for (const text of ['', '*', 'question', 'constructor', 'toString', '__proto__']) expect(isPermission(text)).toBe(false);
  });
});

describe('oversight and seats', () => {
  it('is held by those who look over loops', () => {
    expect(ROLES.filter((role) => oversees([role]))).toEqual(['ADMIN', 'COORDINATOR', 'HIRING_MANAGER', 'AUDITOR']);
    expect(oversees([])).toBe(false);
    for (const role of ROLES) if (oversees([role])) expect(can([role], 'scorecard.read')).toBe(true);
  });

  it('gives rating seats only to roles that may rate', () => {
    const seated = (kind: 'LEAD' | 'SHADOW' | 'OBSERVER'): Role[] => ROLES.filter((role) => mayHoldSeat([role], kind));
    expect(seated('LEAD')).toEqual(['ADMIN', 'HIRING_MANAGER', 'INTERVIEWER']);
    expect(seated('SHADOW')).toEqual(['ADMIN', 'HIRING_MANAGER', 'INTERVIEWER']);
    expect(seated('OBSERVER')).toEqual(['ADMIN', 'COORDINATOR', 'HIRING_MANAGER', 'INTERVIEWER', 'AUDITOR']);
  });
});

describe('token scopes', () => {
  it('narrow what a token reaches', () => {
    expect(allowedByScopes(['*'], 'kit.publish')).toBe(true);
    expect(allowedByScopes(['kit.read'], 'kit.read')).toBe(true);
    expect(allowedByScopes(['kit.read'], 'kit.publish')).toBe(false);
    expect(allowedByScopes([], 'viewer.read')).toBe(false);
  });

  it('never let a token make one that may do more', () => {
    const scopes = fc.subarray<TokenScope>(['*', ...PERMISSIONS]);
    fc.assert(
      fc.property(scopes, scopes, fc.constantFrom(...PERMISSIONS), (held, wanted, permission) => {
        fc.pre(scopesWithin(held, wanted) && allowedByScopes(wanted, permission));
        expect(allowedByScopes(held, permission)).toBe(true);
      }),
    );
    expect(scopesWithin([...PERMISSIONS], ['*'])).toBe(false);
    expect(scopesWithin(['*'], ['*'])).toBe(true);
  });

  it('are read from texts', () => {
    expect(parseScopes(['kit.read', '*', 'kit.read'])).toEqual({ ok: true, value: ['*', 'kit.read'] });
    expect(parseScopes([])).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
    expect(parseScopes(['kit.fly'], ['input', 'scopes'])).toMatchObject({
      ok: false,
      error: { path: ['input', 'scopes'] },
    });
  });
});
