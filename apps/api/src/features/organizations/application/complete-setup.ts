import { Inject, Injectable } from '@nestjs/common';
import { conflict, err, notAllowed, ok, type Result } from '@touchstone/kernel';
import type { RequestOrigin } from '@touchstone/platform/actor';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { noOrganization, UnitOfWork, violatesUnique } from '@touchstone/platform/database';
import { readToken } from '@touchstone/platform/secrets/token';
import { type OpenedSession, SessionOpener, SetupTokens } from '../../identity';
import type { SetupError } from '../errors';
import { FirstAdministrator, type FirstAdministratorInput } from './first-administrator';

export interface CompleteSetupInput extends FirstAdministratorInput {
  readonly token: string;
}

/**
 * Sets up an empty installation with the link that was printed at its start: first administrator, first organization, session.
 * The token is what makes it happen once, so that it needs no idempotency key.
 */
@Injectable()
export class CompleteSetup {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly setupTokens: SetupTokens,
    private readonly administrator: FirstAdministrator,
    private readonly opener: SessionOpener,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async execute(origin: RequestOrigin, input: CompleteSetupInput): Promise<Result<OpenedSession, SetupError>> {
    const hash = readToken('setup', input.token)?.hash;
    if (hash === undefined || !(await this.unitOfWork.readIn(noOrganization, (tx) => this.setupTokens.holds(tx, hash)))) return refused;
    const planned = await this.administrator.plan(input);
    if (!planned.ok) return planned;
    const plan = planned.value;
    const actor = this.opener.opening({ ...plan, roles: ['ADMIN'] }, plan.userId, origin);
    try {
      return await this.unitOfWork.write(actor, async (tx) => {
        if (!(await this.setupTokens.redeem(tx, hash))) return refused;
        await this.administrator.make(tx, plan);
        return ok(await this.opener.openIn(tx, actor, this.configuration.sessionHours));
      });
    } catch (error) {
      if (violatesUnique(error, 'organization_slug_uq'))
        return err(conflict('This slug is taken. Choose another one.', ['input', 'organizationSlug']));
      if (violatesUnique(error, 'app_user_email_uq'))
        return err(conflict('There is an account with this address already. Sign in with it, or use another address.', ['input', 'email']));
      throw error;
    }
  }
}

const refused = err(
  notAllowed(
    'This setup link does not work (any more). Take the one that the server printed at its last start; once it is set up, sign in.',
    ['input', 'token'],
  ),
);
