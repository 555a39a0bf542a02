import { Inject, Injectable } from '@nestjs/common';
import { checkPassword } from '@touchstone/interviewing/identity';
import { err, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { noOrganization, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { hashPassword, passwordMatches } from '@touchstone/platform/secrets/password';
import { SignInAttemptRepository } from '../persistence/sign-in-attempt.repository';
import { UserRepository } from '../persistence/user.repository';
import { type PasswordError, signInRefused, tooManyAttempts } from '../errors';
import { ActorCache } from './actor-cache';
import { Memberships } from './memberships';
import { type OpenedSession, SessionOpener } from './session-opener';

export interface ChangePasswordInput {
  readonly currentPassword: string;
  readonly newPassword: string;
}

const MOST_GUESSES = 10;

/** Changes the actor's own password. All sessions end, everywhere; the answer carries a fresh one for this client. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly attempts: SignInAttemptRepository,
    private readonly memberships: Memberships,
    private readonly opener: SessionOpener,
    private readonly cache: ActorCache,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async execute(actor: Actor, input: ChangePasswordInput): Promise<Result<OpenedSession, PasswordError>> {
    const guesses = `password:${actor.userId}`;
    const known = await this.unitOfWork.readIn(noOrganization, async (tx) => ({
      user: await this.users.byId(tx, actor.userId),
      failures: await this.attempts.failuresOf(tx, guesses),
    }));
    if (known.failures >= MOST_GUESSES) return err(tooManyAttempts());
    if (known.user === null || !(await passwordMatches(known.user.passwordHash, input.currentPassword))) {
      await this.unitOfWork.writeIn(noOrganization, async (tx) => ok(await this.attempts.addFailure(tx, guesses)));
      return err({ ...signInRefused('This is not your current password.'), path: ['input', 'currentPassword'] });
    }
    const membership = await this.unitOfWork.readIn(wholeOrganization(actor.organizationId), (tx) => this.memberships.find(tx, actor.organizationId, actor.userId));
    if (membership === null) return err(signInRefused());
    const checked = checkPassword(input.newPassword, { ...known.user, organization: membership.organizationSlug }, ['input', 'newPassword']);
    if (!checked.ok) return checked;
    const hash = await hashPassword(checked.value);
    await this.unitOfWork.writeIn(wholeOrganization(actor.organizationId), async (tx) => {
      await this.users.setPassword(tx, actor.userId, hash, true);
      tx.audit({ action: 'password.change', subjectType: 'Member', subjectId: actor.memberId });
      return ok(null);
    });
    this.cache.forget(actor.organizationId);
    return this.opener.open(membership, actor.userId, actor.origin, this.configuration.sessionHours);
  }
}
