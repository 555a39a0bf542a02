import { Injectable, Logger } from '@nestjs/common';
import type { RequestOrigin } from '@touchstone/platform/actor';
import { type Noted, RefusedCalls } from '@touchstone/platform/audit/refused-calls';
import { noOrganization, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { UserRepository } from '../persistence/user.repository';
import { Memberships } from './memberships';
import type { PasswordClaim } from './password-claim';

/**
 * What stays of a refused sign-in: a line in the log, and one in the audit trail of each organization that the person is an active member of, once an hour.
 * An address that nobody has leaves the line in the log alone. The caller has her answer before any of this is looked up, so that it takes as long for
 * an address that is known as for one that is not.
 */
@Injectable()
export class RefusedSignIns {
  private readonly logger = new Logger(RefusedSignIns.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly memberships: Memberships,
    private readonly calls: RefusedCalls,
  ) {}

  note({ account, user }: PasswordClaim, code: string, { requestId, address }: RequestOrigin): void {
    // These are limited by account and address; what comes after the limit would fill the log.
    if (code === 'SIGN_IN_REFUSED') this.logger.warn({ requestId, address }, 'sign-in refused');
    this.calls.noteSignIn(account, () => this.membersOf(user), code, requestId);
  }

  private async membersOf(find: PasswordClaim['user']): Promise<readonly Noted[]> {
    const known = await this.unitOfWork.readIn(noOrganization, async (tx) => {
      const user = await find(tx);
      return user && { userId: user.id, organizations: await this.users.organizationsOf(tx, user.id) };
    });
    const members: Noted[] = [];
    for (const organizationId of known?.organizations ?? []) {
      const membership = await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) =>
        this.memberships.find(tx, organizationId, known?.userId ?? ''),
      );
      if (membership !== null) members.push(membership);
    }
    return members;
  }
}
