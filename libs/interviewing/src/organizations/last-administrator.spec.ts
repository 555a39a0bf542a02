import * as fc from 'fast-check';
import type { Role } from '../access';
import { checkAdministratorRemains } from './last-administrator';

const member = (memberId: string, roles: readonly Role[], active = true) => ({ memberId, roles, active });
const remains = (members: readonly ReturnType<typeof member>[], change: ReturnType<typeof member>): boolean =>
  checkAdministratorRemains(members, change).ok;

describe('the last administrator', () => {
  const ana = member('ana', ['ADMIN', 'AUTHOR']);
  const bo = member('bo', ['ADMIN']);
  const cy = member('cy', ['INTERVIEWER']);

  it('cannot step down, be suspended or be removed', () => {
    expect(remains([ana, cy], member('ana', ['AUTHOR']))).toBe(false);
    expect(remains([ana, cy], member('ana', ['ADMIN'], false))).toBe(false);
    expect(remains([ana, { ...bo, active: false }], member('ana', []))).toBe(false);
  });

  it('can once there is another active one', () => {
    expect(remains([ana, bo], member('ana', []))).toBe(true);
    expect(remains([ana, cy], member('cy', ['ADMIN']))).toBe(true);
  });

  it('does not hinder changes to others', () => {
    expect(remains([ana, cy], member('cy', [], false))).toBe(true);
    expect(remains([ana], member('ana', ['ADMIN']))).toBe(true);
  });

  it('remains after any sequence of changes that were allowed', () => {
    const changes = fc.array(
      fc.record({
        memberId: fc.constantFrom('ana', 'bo', 'cy'),
        roles: fc.subarray<Role>(['ADMIN', 'AUTHOR', 'INTERVIEWER']),
        active: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(changes, (list) => {
        const members = new Map([['ana', ana] as [string, ReturnType<typeof member>]]);
        for (const change of list) if (remains([...members.values()], change)) members.set(change.memberId, change);
        expect([...members.values()].some(({ roles, active }) => active && roles.includes('ADMIN'))).toBe(true);
      }),
    );
  });
});
