import { Injectable } from '@nestjs/common';
import type { Role } from '@touchstone/interviewing/access';
import { transitionMember } from '@touchstone/interviewing/organizations';
import { conflict, type ConflictError, err, ok, type Result } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { ACCESS_CHANGED, Users } from '../../identity';
import { MemberRepository } from '../persistence/member.repository';

export interface Joining {
  readonly organizationId: string;
  readonly memberId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Makes the user behind an invitation a member, or one again; a `ConflictError` where she is one, or suspended. */
@Injectable()
export class InvitedMember {
  constructor(
    private readonly members: MemberRepository,
    private readonly users: Users,
  ) {}

  async join(tx: Transaction, { organizationId, memberId, userId, name, email, roles }: Joining): Promise<Result<null, ConflictError>> {
    const former = await this.members.lockForJoining(tx, organizationId, userId);
    if (former === null) {
      await this.users.join(tx, userId, organizationId);
      await this.members.add(tx, {
        organizationId,
        id: memberId,
        userId,
        name,
        email,
        roles: [...roles],
        status: 'ACTIVE',
        revision: 1,
        createdAt: tx.now,
      });
      return ok(null);
    }
    const status = transitionMember(former.status, 'REJOIN');
    if (!status.ok || former.id !== memberId)
      return err(conflict('You are a member already, or suspended. Sign in, or ask an administrator.', ['input', 'token']));
    await this.users.join(tx, userId, organizationId);
    await this.members.change(tx, former, { name, roles, status: status.value });
    tx.announce({ topic: ACCESS_CHANGED, payload: { organizationId } });
    return ok(null);
  }
}
