import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { ACCESS_CHANGED, ActorCache, Credentials, Users } from '../../identity';
import { InvitationRepository } from '../persistence/invitation.repository';
import type { MemberRecord } from '../persistence/member.record';

/** What follows from a change of a member's rights, whoever makes it: what she held ends at once and does not come back by itself. */
@Injectable()
export class MembershipEnd {
  constructor(
    private readonly credentials: Credentials,
    private readonly users: Users,
    private readonly invitations: InvitationRepository,
    private readonly cache: ActorCache,
  ) {}

  /** Ends what `before` had and `after` may not have any more, in the transaction of the change. */
  async follow(tx: Transaction, before: MemberRecord, after: MemberRecord): Promise<void> {
    const { organizationId, id } = after;
    tx.announce({ topic: ACCESS_CHANGED, payload: { organizationId } });
    if (after.status !== 'ACTIVE') await this.credentials.endAllOf(tx, organizationId, id);
    if (administers(before) && !administers(after)) await this.invitations.revokeOpen(tx, organizationId, { invitedBy: id });
    if (after.status !== 'REMOVED') return;
    await this.invitations.revokeOpen(tx, organizationId, { email: after.email });
    await this.users.leave(tx, after.userId, organizationId);
  }

  /** To be called after the commit: this instance forgets at once, the others when they hear of it. */
  committed(organizationId: string): void {
    this.cache.forget(organizationId);
  }
}

const administers = ({ status, roles }: MemberRecord): boolean => status === 'ACTIVE' && roles.includes('ADMIN');
