import { Inject, Injectable } from '@nestjs/common';
import { ok, type Result, type ValidationError } from '@touchstone/kernel';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { noOrganization, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { SetupTokens, Users } from '../../identity';
import { FirstAdministrator } from './first-administrator';

/**
 * Makes the administrator that the environment names, with an organization, in an installation without people. Called at each
 * start; does nothing where there are people or where another instance was faster. True where it has made her.
 */
@Injectable()
export class EnsureAdministrator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: Users,
    private readonly setupTokens: SetupTokens,
    private readonly administrator: FirstAdministrator,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async execute(): Promise<Result<boolean, ValidationError>> {
    const named = this.configuration.administrator;
    if (named === null || (await this.unitOfWork.readIn(noOrganization, (tx) => this.users.exist(tx)))) return ok(false);
    const planned = await this.administrator.plan({
      ...named,
      name: 'Administrator',
      organizationName: 'My organization',
      timeZone: 'UTC',
    });
    if (!planned.ok) return planned;
    return this.unitOfWork.writeIn(wholeOrganization(planned.value.organizationId), async (tx) => {
      if (!(await this.setupTokens.close(tx))) return ok(false);
      await this.administrator.make(tx, planned.value);
      return ok(true);
    });
  }
}
