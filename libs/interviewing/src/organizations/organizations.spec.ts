import * as fc from 'fast-check';
import { ROLES } from '../access';
import { isSlug } from '../competencies';
import { checkInvitationOpen, INVITATION_DAYS, invitationEnd, invitationState } from './invitation';
import { checkMemberRoles } from './member-roles';
import { checkMemberState, MEMBER_ACTIONS, MEMBER_STATES, transitionMember } from './member-states';
import { organizationSlug } from './organization-slug';

describe('the life of a member', () => {
  it('has these steps and no others', () => {
    const possible = MEMBER_STATES.flatMap((from) =>
      MEMBER_ACTIONS.flatMap((action) => {
        const next = transitionMember(from, action);
        return next.ok ? [`${from} ${action} ${next.value}`] : [];
      }),
    );
    expect(possible).toEqual([
      'ACTIVE SUSPEND SUSPENDED',
      'ACTIVE REMOVE REMOVED',
      'SUSPENDED REINSTATE ACTIVE',
      'SUSPENDED REMOVE REMOVED',
      'REMOVED REJOIN ACTIVE',
    ]);
  });

  it('lets an administrator do all of it but touch whom she removed', () => {
    const possible = MEMBER_STATES.flatMap((from) =>
      MEMBER_STATES.filter((to) => checkMemberState(from, to).ok).map((to) => `${from} ${to}`),
    );
    expect(possible).toEqual([
      'ACTIVE ACTIVE',
      'ACTIVE SUSPENDED',
      'ACTIVE REMOVED',
      'SUSPENDED ACTIVE',
      'SUSPENDED SUSPENDED',
      'SUSPENDED REMOVED',
    ]);
    expect(checkMemberState('REMOVED', 'ACTIVE')).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining('invitation') },
    });
  });
});

describe('the roles of a member', () => {
  it('are at least one, each once, in one order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROLES)), (roles) => {
        const checked = checkMemberRoles(roles);
        expect(checked.ok).toBe(roles.length > 0);
        if (checked.ok) expect(checked.value).toEqual(ROLES.filter((role) => roles.includes(role)));
      }),
    );
  });
});

describe('the slug of an organization', () => {
  it.each([
    ['Northwind Data', 'northwind-data'],
    ['Müller & Söhne  GmbH', 'muller-sohne-gmbh'],
    ['3M Labs', 'm-labs'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('of %s is %s', (name, slug) => {
    expect(organizationSlug(name, null)).toEqual({ ok: true, value: slug });
  });

  it('is asked for where the name gives none', () => {
    expect(organizationSlug('東京', null)).toMatchObject({ ok: false, error: { path: ['input', 'organizationSlug'] } });
  });

  it('is taken as wanted, or refused', () => {
    expect(organizationSlug('Anything', 'acme-2')).toEqual({ ok: true, value: 'acme-2' });
    for (const wanted of ['', 'Acme', '-acme', 'acme-', 'a--b', 'a b', '9lives', 'x'.repeat(81)])
      expect(organizationSlug('Acme', wanted).ok).toBe(false);
  });

  it('is a slug whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const slug = organizationSlug(name, null);
        if (slug.ok) expect(isSlug(slug.value)).toBe(true);
      }),
    );
  });
});

describe('an invitation', () => {
  const made = new Date('2026-11-24T09:00:00Z');
  const expiresAt = invitationEnd(made);
  const open = { expiresAt, acceptedAt: null, revokedAt: null };
  const before = new Date(expiresAt.getTime() - 1);

  it(`holds for ${INVITATION_DAYS} days, to the millisecond`, () => {
    expect(expiresAt.toISOString()).toBe('2026-12-01T09:00:00.000Z');
    expect(invitationState(open, before)).toBe('OPEN');
    expect(invitationState(open, expiresAt)).toBe('EXPIRED');
  });

  it('is over once it was accepted or withdrawn', () => {
    expect(invitationState({ ...open, acceptedAt: made }, expiresAt)).toBe('ACCEPTED');
    expect(invitationState({ ...open, revokedAt: made }, before)).toBe('REVOKED');
    expect(checkInvitationOpen(open, before, []).ok).toBe(true);
    for (const over of [
      { ...open, acceptedAt: made },
      { ...open, revokedAt: made },
    ])
      expect(checkInvitationOpen(over, before, ['input', 'token'])).toMatchObject({
        error: { code: 'CONFLICT', path: ['input', 'token'] },
      });
    expect(checkInvitationOpen(open, expiresAt, []).ok).toBe(false);
  });
});
