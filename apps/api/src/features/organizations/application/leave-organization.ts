import { Injectable } from '@nestjs/common';
import { checkAdministratorRemains, transitionMember } from '@touchstone/interviewing/organizations';
import { err, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { MemberRepository } from '../persistence/member.repository';
import type { LeaveOrganizationError } from '../errors';
import { MembershipEnd } from './membership-end';

/** The actor removes herself from the organization. What she wrote and rated stays; the last administrator cannot leave. */
@Injectable()
export class LeaveOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly ends: MembershipEnd,
  ) {}

  async execute(actor: Actor, expectedRevision: number): Promise<Result<{ memberId: string }, LeaveOrganizationError>> {
    const { organizationId, memberId } = actor;
    const left = await this.unitOfWork.write(actor, async (tx) => {
      const locked = await this.members.lockWithAdministrators(tx, organizationId, memberId);
      const member = locked.find(({ id }) => id === memberId);
      if (member === undefined) throw new Error('the actor is not a member');
      if (member.revision !== expectedRevision) return err(revisionConflict(member.revision, 'member'));
      const status = transitionMember(member.status, 'REMOVE');
      if (!status.ok) return status;
      const others = locked.map(({ id, roles, status: state }) => ({ memberId: id, roles, active: state === 'ACTIVE' }));
      const remains = checkAdministratorRemains(others, { memberId, roles: member.roles, active: false });
      if (!remains.ok) return remains;
      const after = await this.members.change(tx, member, { ...member, status: status.value });
      if (after === null) return err(revisionConflict(member.revision, 'member'));
      await this.ends.follow(tx, member, after);
      tx.audit({ action: 'organization.leave', subjectType: 'Member', subjectId: memberId });
      return ok({ memberId });
    });
    this.ends.committed(organizationId);
    return left;
  }
}
