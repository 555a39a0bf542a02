import { Injectable } from '@nestjs/common';
import type { Role } from '@touchstone/interviewing/access';
import { checkAdministratorRemains, checkMemberRoles, checkMemberState } from '@touchstone/interviewing/organizations';
import { err, invalid, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { MemberRecord } from '../persistence/member.record';
import { MemberRepository } from '../persistence/member.repository';
import type { UpdateMemberError } from '../errors';
import { MembershipEnd } from './membership-end';

export interface UpdateMemberInput {
  readonly memberId: string | null;
  readonly name?: string | null;
  readonly roles?: readonly Role[] | null;
  readonly status?: MemberRecord['status'] | null;
  readonly expectedRevision: number;
}

/** Changes a member's roles, suspends, reinstates or removes her, or corrects her name. An active administrator always remains. */
@Injectable()
export class UpdateMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly ends: MembershipEnd,
  ) {}

  async execute(actor: Actor, input: UpdateMemberInput): Promise<Result<MemberRecord, UpdateMemberError>> {
    const { organizationId } = actor;
    const { memberId, expectedRevision } = input;
    if (memberId === null) return err(notFound('member', ['input', 'memberId']));
    const name = input.name?.trim() ?? null;
    if (name === null && !input.roles && !input.status) return err(invalid('Say what to change: name, roles or status.', ['input']));
    const updated = await this.unitOfWork.write(actor, async (tx) => {
      const locked = await this.members.lockWithAdministrators(tx, organizationId, memberId);
      const member = locked.find(({ id }) => id === memberId);
      if (member === undefined) return err(notFound('member', ['input', 'memberId']));
      if (member.revision !== expectedRevision) return err(revisionConflict(member.revision, 'member'));
      const roles = checkMemberRoles(input.roles ?? member.roles);
      if (!roles.ok) return roles;
      const status = checkMemberState(member.status, input.status ?? member.status);
      if (!status.ok) return status;
      const remains = checkAdministratorRemains(locked.map(administrable), {
        memberId,
        roles: roles.value,
        active: status.value === 'ACTIVE',
      });
      if (!remains.ok) return remains;
      const after = await this.members.change(tx, member, { name: name ?? member.name, roles: roles.value, status: status.value });
      if (after === null) return err(revisionConflict(member.revision, 'member'));
      await this.ends.follow(tx, member, after);
      tx.audit({
        action: 'member.update',
        subjectType: 'Member',
        subjectId: memberId,
        detail: {
          roles: after.roles,
          rolesBefore: member.roles,
          status: after.status,
          statusBefore: member.status,
          renamed: name !== null,
        },
      });
      return ok(after);
    });
    this.ends.committed(organizationId);
    return updated;
  }
}

const administrable = ({ id, roles, status }: MemberRecord) => ({ memberId: id, roles, active: status === 'ACTIVE' });
