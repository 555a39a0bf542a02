import { Injectable } from '@nestjs/common';
import type { Role } from '@touchstone/interviewing/access';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { Credentials } from '../../identity';
import { MemberRepository } from '../persistence/member.repository';

/** How members stand at this moment: for streams, which outlive the check at their start. */
@Injectable()
export class Standings {
  constructor(
    private readonly members: MemberRepository,
    private readonly credentials: Credentials,
  ) {}

  /** The roles that she has now; null where her membership or her credential is not good any more. */
  async rolesOf(tx: Transaction, { organizationId, memberId, credentialId, via }: Actor): Promise<readonly Role[] | null> {
    const member = await this.members.byId(tx, organizationId, memberId);
    if (member === null || member.status !== 'ACTIVE') return null;
    const live =
      via === 'token'
        ? await this.credentials.liveAccessTokenById(tx, organizationId, credentialId)
        : await this.credentials.liveSessionById(tx, organizationId, credentialId);
    return live?.memberId === memberId ? member.roles : null;
  }
}
