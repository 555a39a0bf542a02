import { Injectable } from '@nestjs/common';
import { ok } from '@touchstone/kernel';
import { noOrganization, UnitOfWork } from '@touchstone/platform/database';
import { newToken } from '@touchstone/platform/secrets/token';
import { SetupTokenRepository } from '../persistence/setup-token.repository';
import { UserRepository } from '../persistence/user.repository';

/**
 * Makes the one-time link with which an empty installation is set up; null where there is nothing to set up. Called at each
 * start: the link printed last is the one that works, and none works once there were people at a start.
 */
@Injectable()
export class OfferSetup {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly setupTokens: SetupTokenRepository,
  ) {}

  async execute(baseUrl: string): Promise<string | null> {
    const { token, hash } = newToken('setup', null);
    const offered = await this.unitOfWork.writeIn(noOrganization, async (tx) => {
      if (!(await this.users.exist(tx))) return ok(await this.setupTokens.replace(tx, hash));
      await this.setupTokens.close(tx);
      return ok(false);
    });
    return offered.ok && offered.value ? `${baseUrl}/setup?token=${token}` : null;
  }
}
