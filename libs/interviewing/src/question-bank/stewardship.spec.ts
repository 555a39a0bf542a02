import { ROLES, type Role } from '../access';
import { isOwnVersion, mayMaintainQuestion, mayReadVersion } from './stewardship';

const version = (status: string) => ({ status, authorId: 'author', editorIds: ['author', 'editor'] });
const readers = (status: string): readonly Role[] =>
  ROLES.filter((role) => mayReadVersion(version(status), { memberId: 'other', roles: [role] }));

describe('who knows of a question version', () => {
  it('everybody, once it is approved, and after it is retired', () => {
    expect(readers('APPROVED')).toEqual(ROLES);
    expect(readers('RETIRED')).toEqual(ROLES);
  });

  it('a draft only those who wrote on it, and administrators', () => {
    expect(readers('DRAFT')).toEqual(['ADMIN']);
    for (const memberId of ['author', 'editor']) expect(mayReadVersion(version('DRAFT'), { memberId, roles: ['AUTHOR'] })).toBe(true);
  });

  it('what is in review also reviewers', () => {
    expect(readers('IN_REVIEW')).toEqual(['ADMIN', 'REVIEWER']);
  });
});

describe('whose a version is', () => {
  it('its author and editors, nobody else', () => {
    expect(['author', 'editor', 'other'].map((memberId) => isOwnVersion(version('DRAFT'), memberId))).toEqual([true, true, false]);
  });
});

describe('who looks after a question', () => {
  it('its owner whatever the role, administrators and reviewers for all', () => {
    const stewards = ROLES.filter((role) => mayMaintainQuestion({ ownerId: 'owner' }, { memberId: 'other', roles: [role] }));
    expect(stewards).toEqual(['ADMIN', 'REVIEWER']);
    expect(mayMaintainQuestion({ ownerId: 'owner' }, { memberId: 'owner', roles: ['AUTHOR'] })).toBe(true);
  });
});
